import type { FootnoteDefinition, FootnoteReference, Link, Parent, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { strings } from '../../site/strings';
import { problem } from '../problems/problems';
import { placeOf, type Rendering, replaceNodes, text, type Wrapped, wrapped } from './nodes';

interface Mentions {
  readonly number: number;
  count: number;
}

/**
 * Numbers footnotes in the order of their first mention and gathers them at the end, with links
 * there and back. A mention of a note that does not exist stays as it was written; a note that
 * nothing mentions is not shown.
 * @see https://www.w3.org/TR/dpub-aria-1.1/#doc-endnotes
 */
export function gatherFootnotes(rendering: Rendering): void {
  const { tree } = rendering;
  const definitions = takeDefinitions(tree);
  const mentioned = new Map<string, Mentions>();
  const replaceMentions = (root: Parent) =>
    replaceNodes(root, (node) => {
      if (node.type === 'link') return withMarksBehind(node, mark);
      return node.type === 'footnoteReference' ? [mark(node)] : undefined;
    });
  const mark = ({ identifier }: FootnoteReference): Wrapped => {
    const mentions = mentioned.get(identifier) ?? { number: mentioned.size + 1, count: 0 };
    mentions.count += 1;
    mentioned.set(identifier, mentions);
    return markOf(mentions);
  };
  replaceMentions(tree);
  const notes: Wrapped[] = [];
  // Notes may mention further notes: the map grows while it is walked.
  for (const [identifier, { number }] of mentioned) {
    const note: Parent = definitions.get(identifier) ?? { type: 'root', children: [] };
    replaceMentions(note);
    notes.push(noteOf(note, number));
  }
  for (const [identifier, note] of definitions) {
    if (!mentioned.has(identifier)) reportUnused(note, rendering);
  }
  if (notes.length === 0) return;
  const properties = {
    className: ['footnotes'],
    role: 'doc-endnotes',
    ariaLabelledBy: [headingId],
  };
  tree.children.push(
    wrapped('section', properties, [
      wrapped('h2', { id: headingId }, [text(strings.footnotes)]),
      wrapped('ol', {}, notes),
    ]),
  );
}

function reportUnused(note: FootnoteDefinition, rendering: Rendering): void {
  const { identifier, label } = note;
  const at = placeOf(note, rendering);
  rendering.problems.push(problem('footnote-unused', at, label ?? identifier));
}

/** Takes the notes out of the text; of two with one name the first holds, one may stand in another. */
function takeDefinitions(tree: Parent): ReadonlyMap<string, FootnoteDefinition> {
  const definitions = new Map<string, FootnoteDefinition>();
  visit(tree, 'footnoteDefinition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  for (const parent of [tree, ...definitions.values()]) {
    replaceNodes(parent, (node) => (node.type === 'footnoteDefinition' ? [] : undefined));
  }
  return definitions;
}

/** Marks inside a link stand behind it: HTML knows no link inside a link. */
function withMarksBehind(link: Link, mark: (mention: FootnoteReference) => Wrapped): RootContent[] {
  const marks: Wrapped[] = [];
  replaceNodes(link, (node) => {
    if (node.type !== 'footnoteReference') return undefined;
    marks.push(mark(node));
    return [];
  });
  return [link, ...marks];
}

function markOf({ number, count }: Mentions): Wrapped {
  const properties = {
    id: backId(number, count),
    href: `#${noteId(number)}`,
    role: 'doc-noteref',
    ariaLabel: strings.footnote(number),
  };
  return wrapped('sup', {}, [wrapped('a', properties, [text(String(number))])]);
}

function noteOf({ children }: Parent, number: number): Wrapped {
  const properties = {
    href: `#${backId(number, 1)}`,
    role: 'doc-backlink',
    ariaLabel: strings.footnoteBack(number),
  };
  const back = wrapped('a', properties, [text('↩')]);
  const last = children.at(-1);
  if (last?.type !== 'paragraph') {
    return wrapped('li', { id: noteId(number) }, [...children, back]);
  }
  last.children.push({ type: 'text', value: ' ' }, back);
  return wrapped('li', { id: noteId(number) }, children);
}

const headingId = 'chu_thich';

function noteId(number: number): string {
  return `chu_thich-${number}`;
}

function backId(number: number, mention: number): string {
  return mention === 1 ? `trich_dan-${number}` : `trich_dan-${number}-${mention}`;
}
