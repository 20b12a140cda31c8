import { normalised } from '../../content/source/source-text';
import { trimBody } from './trim-body';
import { trimYaml } from './trim-yaml';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/** What a file is written in. */
export type TextKind = 'markdown' | 'yaml';

/**
 * Mends what is always safe to mend: no byte order mark, NFC, line feeds, no blanks at the ends of
 * lines. What the file says stays the same; what was mended once is not changed again.
 * @returns the same bytes when there is nothing to mend, or when they are no UTF-8
 */
export function fixText(bytes: Uint8Array, kind: TextKind): Uint8Array {
  const text = decode(bytes);
  if (text === undefined) return bytes;
  const clean = normalised(text.replace(/^\ufeff+/, ''));
  const fixed = kind === 'yaml' ? trimYaml(clean) : trimMarkdown(clean);
  return fixed === text ? bytes : encoder.encode(fixed);
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    // Another encoding: only whoever wrote it knows which.
    return undefined;
  }
}

/** Trims front matter and body, each by its own rules; what is not closed is left alone. */
function trimMarkdown(text: string): string {
  const fence = /^---[ \t]*\n(?<yaml>[\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(text);
  if (!fence) return text;
  const yaml = trimYaml(fence.groups?.yaml ?? '');
  const end = fence[0].endsWith('\n') ? '\n' : '';
  return `---\n${yaml}\n---${end}${trimBody(text.slice(fence[0].length))}`;
}
