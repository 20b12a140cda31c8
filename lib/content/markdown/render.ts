import type { Root } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import remarkHtml from 'remark-html';
import type { Problem } from '../problems';
import { makeFigures } from './figures';
import { gatherFootnotes } from './footnotes';
import { usesGfm } from './gfm';
import { nameHeadings } from './headings';
import { keepWordsTogether } from './kept-together';
import { settleLinks } from './links';
import { type Rendering, replaceNodes } from './nodes';
import { dropRawHtml } from './raw-html';
import { inlineReferences } from './references';
import { sanitizeSchema } from './sanitize-schema';
import { wrapWideBlocks } from './tables';
import { drawTaskBoxes } from './task-lists';

declare const htmlBrand: unique symbol;

/** HTML that went through the sanitiser; only this file makes it. */
export type Html = string & { readonly [htmlBrand]: true };

/** A body in the forms that pages need. */
export interface RenderedBody {
  readonly html: Html;
  /** The first paragraphs, for the front page. */
  readonly opening: Html;
  readonly problems: readonly Problem[];
}

const OPENING_PARAGRAPHS = 2;

const plain = remark().use(remarkHtml, { sanitize: sanitizeSchema });
const gfm = remark()
  .use(remarkGfm)
  .use(function keepStrayBoxes() {
    // Behind an empty item the parser takes `[x]` at the head of the next paragraph for a box of that
    // item, drops what was written, and in development fails: it stays text.
    const data = this.data();
    data.fromMarkdownExtensions?.push({
      exit: {
        taskListCheckValueChecked: markItem(true),
        taskListCheckValueUnchecked: markItem(false),
        taskListCheck(token) {
          if (this.stack.at(-2)?.type === 'listItem') return;
          this.enter({ type: 'text', value: this.sliceSerialize(token) }, token);
          this.exit(token);
        },
      },
    });
  })
  .use(remarkHtml, { sanitize: sanitizeSchema });

// Each step may rely on what the steps before it made.
const steps: readonly ((rendering: Rendering) => void)[] = [
  dropRawHtml,
  inlineReferences,
  settleLinks,
  nameHeadings,
  drawTaskBoxes,
  makeFigures,
  wrapWideBlocks,
  gatherFootnotes,
  keepWordsTogether,
];

/**
 * Renders the Markdown of a body to HTML that is safe to put into a page.
 * @param markdown CommonMark with GFM, NFC
 * @see https://spec.commonmark.org/0.31.2/ and https://github.github.com/gfm/
 */
export function renderBody(
  markdown: string,
  context: Omit<Rendering, 'tree' | 'problems'>,
): RenderedBody {
  const processor = usesGfm(markdown) ? gfm : plain;
  const tree = processor.parse(markdown);
  const problems: Problem[] = [];
  for (const step of steps) step({ ...context, tree, problems });
  return {
    html: processor.stringify(tree).trim() as Html,
    opening: processor.stringify(opening(tree)).trim() as Html,
    problems: problems.sort((a, b) => a.line - b.line || a.column - b.column),
  };
}

function markItem(checked: boolean) {
  return function (this: { readonly stack: readonly { type: string }[] }) {
    const item = this.stack.at(-2);
    if (item?.type === 'listItem') Object.assign(item, { checked });
  };
}

function opening(tree: Root): Root {
  const paragraphs = tree.children.filter((node) => node.type === 'paragraph');
  const root: Root = {
    type: 'root',
    children: structuredClone(paragraphs.slice(0, OPENING_PARAGRAPHS)),
  };
  // A mark of a footnote would lead nowhere outside the article.
  replaceNodes(root, (node) =>
    node.type === 'wrapped' && node.data.hName === 'sup' ? [] : undefined,
  );
  return root;
}
