import { Parser } from 'htmlparser2';
import { renameInTag } from './class-names';
import { noSources, type PageSources, policyInPage, sourcesOfPolicy } from './headers';
import { createStyleOf, type PageStyle, readStyleSheet, type StyleOf } from './page-style';

/** A page as it leaves the building. */
export interface FinishedPage extends PageSources {
  readonly html: string;
}

/** A stretch of the rendered page, and what stands there afterwards; nothing when it is cut out. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text?: string;
}

/** Makes a finished page. @param rendered complete HTML as Next.js sends it */
export type Finish = (rendered: string) => FinishedPage;

/**
 * Makes what takes out of a rendered page what only the framework's scripts would need: scripts,
 * their preloads, flight data, comments, empty placeholders; and preloads of pictures. Data blocks
 * (`application/ld+json`) and our module stay. The style sheets that its head links become one style
 * at its end, behind what programs read first; CSS Modules classes have short names in it, some 340
 * bytes of what an article weighs. (Next.js can put styles into pages by itself, but writes them
 * three times then.) Behind the declaration of its charset a page gets its
 * Content-Security-Policy, which goes with it wherever it is served from. The rest keeps every byte.
 */
export function createFinish(styleOf: StyleOf): Finish {
  return (rendered) => finishPage(rendered, styleOf);
}

/** Finishes pages of a build, with its style sheets. @param applicationDirectory the folder with `.next` */
export function createFinishOfBuild(applicationDirectory: string): Finish {
  return createFinish(createStyleOf((address) => readStyleSheet(applicationDirectory, address)));
}

function finishPage(rendered: string, styleOf: StyleOf): FinishedPage {
  const edits: Edit[] = [];
  const sheets: Sheet[] = [];
  let style: PageStyle | undefined;
  let script: { readonly start: number; readonly stays: boolean } | undefined;
  let hasModule = false;
  let placeholder: { readonly start: number; isEmpty: boolean } | undefined;
  let afterCharset: number | undefined;
  const gatherStyle = (end: number) => {
    if (sheets.length === 0 || style) return;
    style = styleOf(sheets.map(({ address }) => address));
    edits.push(...sheets, { start: end, end, text: `<style>${style.text}</style>` });
  };

  const parser: Parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const start = parser.startIndex;
        if (placeholder) placeholder.isEmpty = false;
        if (name === 'meta' && 'charset' in attributes) afterCharset ??= parser.endIndex + 1;
        if (name === 'script') {
          const isOurs = isModule(attributes);
          hasModule ||= isOurs;
          script = { start, stays: isOurs || attributes.type === 'application/ld+json' };
        }
        if (name === 'link') {
          const end = parser.endIndex + 1;
          if (isNotNeeded(attributes)) edits.push({ start, end });
          if (isOfBuild(attributes)) sheets.push({ start, end, address: attributes.href ?? '' });
        }
        if (name === 'div' && 'hidden' in attributes) placeholder = { start, isEmpty: true };
        if (attributes.class && style) {
          const end = parser.endIndex + 1;
          const text = renameInTag(rendered.slice(start, end), style.classNames);
          edits.push({ start, end, text });
        }
      },
      ontext: (text) => {
        if (placeholder && text.trim() !== '') placeholder.isEmpty = false;
      },
      onclosetag: (name, isImplied) => {
        // An end tag that is left out takes nothing; in `</p >` the parser stops at the blank.
        const end = isImplied ? parser.startIndex : rendered.indexOf('>', parser.endIndex) + 1;
        if (name === 'script' && script) {
          if (!script.stays) edits.push({ start: script.start, end });
          script = undefined;
        }
        if (name === 'div' && placeholder) {
          if (placeholder.isEmpty) edits.push({ start: placeholder.start, end });
          placeholder = undefined;
        }
        if (name === 'head') gatherStyle(parser.startIndex);
      },
      oncomment: () => {
        edits.push({ start: parser.startIndex, end: parser.endIndex + 1 });
      },
    },
    { decodeEntities: false },
  );
  parser.end(rendered);
  const sources = { styleSources: style ? [style.source] : [], hasModule };
  if (afterCharset !== undefined) {
    const text = `${policyStart}${policyInPage(sources)}"/>`;
    edits.push({ start: afterCharset, end: afterCharset, text });
  }
  return { html: applyEdits(rendered, edits), ...sources };
}

/** A style sheet that a page links, and where. */
interface Sheet extends Omit<Edit, 'text'> {
  readonly address: string;
}

const policyStart = '<meta http-equiv="Content-Security-Policy" content="';

/**
 * What a finished page lets through, as its own policy names it: with it a document that was kept as
 * a file gets its header again.
 * @param html a page that `finishPage` made
 * @example sourcesOf(finishPage(rendered).html) // { styleSources: ["'sha256-…'"], hasModule: false }
 */
export function sourcesOf(html: string): PageSources {
  const start = html.indexOf(policyStart);
  if (start === -1) return noSources;
  const from = start + policyStart.length;
  return sourcesOfPolicy(html.slice(from, html.indexOf('"', from)));
}

/** The one script of ours, of `public/`, by the hash in its name; a page may carry no other. */
function isModule({ type, src = '' }: Readonly<Record<string, string>>): boolean {
  return type === 'module' && /^\/search\.[0-9a-f]{8}\.js$/.test(src);
}

/**
 * Preloads of scripts, and of pictures: those stand in the same bytes, and React writes their
 * preloads in one of two ways, whichever it comes to first (19.3).
 */
function isNotNeeded({ rel, as }: Readonly<Record<string, string>>): boolean {
  return rel === 'modulepreload' || (rel === 'preload' && (as === 'script' || as === 'image'));
}

/** What React moves into the head, of the build: other style sheets are the page's own. */
function isOfBuild(attributes: Readonly<Record<string, string>>): boolean {
  return attributes.rel === 'stylesheet' && 'data-precedence' in attributes;
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  let kept = '';
  let position = 0;
  for (const { start, end, text: inserted = '' } of [...edits].sort(inOrder)) {
    // An edit inside a stretch that is gone has nothing left to change.
    if (start < position) continue;
    kept += text.slice(position, start) + inserted;
    position = end;
  }
  return kept + text.slice(position);
}

/** What is put in comes before what is taken out behind it. */
function inOrder(a: Edit, b: Edit): number {
  return a.start - b.start || a.end - b.end;
}
