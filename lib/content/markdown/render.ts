import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Mention } from '../mentions';
import { listProblems } from '../problems/problem-list';
import { comparePlaces, type Problem } from '../problems/problems';
import { reportCodeBlocks } from './code-blocks';
import { makeFigures } from './figures';
import { gatherFootnotes } from './footnotes';
import { usesGfm } from './gfm';
import { nameHeadings } from './headings';
import { keepWordsTogether } from './kept-together';
import { settleLinks } from './links';
import { reportLiteralMarks } from './literal/marks';
import { type Rendering, replaceNodes } from './nodes';
import { gfm, plain } from './processors';
import { dropRawHtml } from './raw-html';
import { inlineReferences } from './references';
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
  /** In the order of the file; the first ones, when they are very many. */
  readonly problems: readonly Problem[];
  /** Links within the site and pictures, in the order of the file. */
  readonly mentions: readonly Mention[];
  /** Ids that a fragment may lead to, without `#`, in the order of the page. */
  readonly anchors: readonly string[];
}

const OPENING_PARAGRAPHS = 2;

// Each step may rely on what the steps before it made.
const steps: readonly ((rendering: Rendering) => void)[] = [
  reportLiteralMarks,
  reportCodeBlocks,
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
  context: Omit<Rendering, 'tree' | 'markdown' | 'problems' | 'mentions'>,
): RenderedBody {
  const processor = usesGfm(markdown) ? gfm : plain;
  const tree = processor.parse(markdown);
  const problems: Problem[] = [];
  const mentions: Mention[] = [];
  for (const step of steps) step({ ...context, tree, markdown, problems, mentions });
  return {
    html: processor.stringify(tree).trim() as Html,
    opening: processor.stringify(opening(tree)).trim() as Html,
    problems: listProblems(problems),
    mentions: mentions.sort(comparePlaces),
    anchors: listAnchors(tree),
  };
}

function listAnchors(tree: Root): readonly string[] {
  const anchors: string[] = [];
  visit(tree, ({ data }) => {
    const id = data && 'hProperties' in data ? data.hProperties?.id : undefined;
    if (typeof id === 'string') anchors.push(id);
  });
  return anchors;
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
