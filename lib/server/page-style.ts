import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ClassNames, renameInStyle, shortClassNames } from './class-names';

/** The style of a page, as it stands in it. */
export interface PageStyle {
  readonly text: string;
  /** The short names that its classes have there. */
  readonly classNames: ClassNames;
  /** Its CSP source, for example `'sha256-…'`. */
  readonly source: string;
}

/** Puts style sheets together. @param addresses as pages link them, in their order */
export type StyleOf = (addresses: readonly string[]) => PageStyle;

/**
 * Makes what puts the style of a page together, once for all pages that link the same sheets.
 * @param read answers with the text of a style sheet
 */
export function createStyleOf(read: (address: string) => string): StyleOf {
  const known = new Map<string, PageStyle>();
  return (addresses) => {
    const key = addresses.join('\n');
    const style = known.get(key) ?? styleFrom(addresses.map(read).join(''));
    known.set(key, style);
    return style;
  };
}

/**
 * Reads a style sheet of the build.
 * @param applicationDirectory the folder with `.next`
 * @param address `/_next/static/…`
 * @throws when the build has none there
 */
export function readStyleSheet(applicationDirectory: string, address: string): string {
  return readFileSync(join(applicationDirectory, address.replace(/^\/_next\//, '.next/')), 'utf8');
}

function styleFrom(sheet: string): PageStyle {
  const classNames = shortClassNames(sheet);
  const text = renameInStyle(sheet, classNames);
  const hash = createHash('sha256').update(text).digest('base64');
  return { text, classNames, source: `'sha256-${hash}'` };
}
