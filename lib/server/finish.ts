import { createHash } from 'node:crypto';
import { Parser } from 'htmlparser2';
import { type ClassNames, renameInStyle, renameInTag, shortClassNames } from './class-names';
import { policyInPage } from './headers';

/** A page as it leaves the building. */
export interface FinishedPage {
  readonly html: string;
  /** CSP sources of the styles that stand in the page, for example `'sha256-…'`. */
  readonly styleSources: readonly string[];
}

/** A stretch of the rendered page, and what stands there afterwards; nothing when it is cut out. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text?: string;
}

/**
 * Takes out of a rendered page what only the framework's scripts would need: scripts, their
 * preloads, flight data, comments, empty placeholders, names of style chunks. Data blocks
 * (`application/ld+json`) stay, and CSS Modules classes get short names, some 340 bytes of what
 * an article weighs. Behind the declaration of its charset a page gets its Content-Security-Policy,
 * which goes with it wherever it is served from. The rest keeps every byte.
 * @param rendered complete HTML as Next.js sends it
 */
export function finishPage(rendered: string): FinishedPage {
  const edits: Edit[] = [];
  let classNames: ClassNames = new Map();
  const styleSources: string[] = [];
  let script: { readonly start: number; readonly isData: boolean } | undefined;
  let placeholder: { readonly start: number; isEmpty: boolean } | undefined;
  let styleStart: number | undefined;
  let afterCharset: number | undefined;

  const parser: Parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const start = parser.startIndex;
        if (placeholder) placeholder.isEmpty = false;
        if (name === 'meta' && 'charset' in attributes) afterCharset ??= parser.endIndex + 1;
        if (name === 'script')
          script = { start, isData: attributes.type === 'application/ld+json' };
        if (name === 'link' && isForScripts(attributes))
          edits.push({ start, end: parser.endIndex + 1 });
        if (name === 'div' && 'hidden' in attributes) placeholder = { start, isEmpty: true };
        if (attributes.class && classNames.size > 0) {
          const end = parser.endIndex + 1;
          edits.push({ start, end, text: renameInTag(rendered.slice(start, end), classNames) });
        }
        if (name === 'style') {
          styleStart = parser.endIndex + 1;
          // Names of chunks change with every build; the rules inside are what matters.
          edits.push({ start: start + '<style'.length, end: parser.endIndex });
        }
      },
      ontext: (text) => {
        if (placeholder && text.trim() !== '') placeholder.isEmpty = false;
      },
      onclosetag: (name, isImplied) => {
        // An end tag that is left out takes nothing; in `</p >` the parser stops at the blank.
        const end = isImplied ? parser.startIndex : rendered.indexOf('>', parser.endIndex) + 1;
        if (name === 'script' && script) {
          if (!script.isData) edits.push({ start: script.start, end });
          script = undefined;
        }
        if (name === 'div' && placeholder) {
          if (placeholder.isEmpty) edits.push({ start: placeholder.start, end });
          placeholder = undefined;
        }
        if (name === 'style' && styleStart !== undefined) {
          const written = rendered.slice(styleStart, parser.startIndex);
          classNames = shortClassNames(written, classNames);
          const style = renameInStyle(written, classNames);
          edits.push({ start: styleStart, end: parser.startIndex, text: style });
          styleSources.push(hashSource(style));
          styleStart = undefined;
        }
      },
      oncomment: () => {
        edits.push({ start: parser.startIndex, end: parser.endIndex + 1 });
      },
    },
    { decodeEntities: false },
  );
  parser.end(rendered);
  if (afterCharset !== undefined) {
    const text = `${policyStart}${policyInPage(styleSources)}"/>`;
    edits.push({ start: afterCharset, end: afterCharset, text });
  }
  return { html: applyEdits(rendered, edits), styleSources };
}

const policyStart = '<meta http-equiv="Content-Security-Policy" content="';

/**
 * The CSP sources of the styles of a finished page, as its own policy names them: with them a
 * document that was kept as a file gets its header again.
 * @param html a page that `finishPage` made
 * @example styleSourcesOf(finishPage(rendered).html) // ["'sha256-…'"]
 */
export function styleSourcesOf(html: string): readonly string[] {
  const start = html.indexOf(policyStart);
  if (start === -1) return [];
  const from = start + policyStart.length;
  const policy = html.slice(from, html.indexOf('"', from));
  return policy.match(/'sha256-[\w+/=]+'/g) ?? [];
}

function isForScripts({ rel, as }: Readonly<Record<string, string>>): boolean {
  return rel === 'modulepreload' || (rel === 'preload' && as === 'script');
}

function hashSource(style: string): string {
  return `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  let kept = '';
  let position = 0;
  for (const { start, end, text: inserted = '' } of [...edits].sort((a, b) => a.start - b.start)) {
    // An edit inside a stretch that is gone has nothing left to change.
    if (start < position) continue;
    kept += text.slice(position, start) + inserted;
    position = end;
  }
  return kept + text.slice(position);
}
