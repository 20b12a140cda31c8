import type { Heading } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { slug } from '../../vietnamese/slug';
import { problem } from '../problems/problems';
import { placeOf, type Rendering } from './nodes';

/**
 * Gives every heading an id, keeps the first level for the article's own title, and names those that
 * leave out a level. Ids of the page around the text have an underscore, which no slug has, so that
 * they never meet.
 */
export function nameHeadings(rendering: Rendering): void {
  const taken = new Map<string, number>();
  let above = 1;
  visit(rendering.tree, 'heading', (node) => {
    checkDepth(node, above, rendering);
    checkUnderline(node, rendering);
    node.depth = node.depth === 1 ? 2 : node.depth;
    above = node.depth;
    node.data = {
      ...node.data,
      hProperties: { id: unique(slug(plainText(node)) || 'muc', taken) },
    };
  });
}

function checkDepth(heading: Heading, above: number, rendering: Rendering): void {
  const at = placeOf(heading, rendering);
  if (heading.depth === 1) {
    rendering.problems.push(problem('heading-too-high', at));
  } else if (heading.depth > above + 1) {
    const [written, expected] = [heading.depth, above + 1].map((depth) => '#'.repeat(depth));
    rendering.problems.push(problem('heading-skipped', at, written ?? '', expected ?? ''));
  }
}

/**
 * Names paragraphs that a line of dashes below them made headings: `---` is meant as a rule there.
 * @see https://spec.commonmark.org/0.31.2/#setext-headings
 */
function checkUnderline(heading: Heading, rendering: Rendering): void {
  const { start, end } = heading.position ?? {};
  if (heading.depth !== 2 || start?.line === end?.line) return;
  const words = plainText(heading).trim();
  const isSentence = /[.!?…:;,]["”’»)]*$/.test(words) || words.split(/\s+/).length > MAX_WORDS;
  if (isSentence) {
    rendering.problems.push(problem('heading-underlined', placeOf(heading, rendering)));
  }
}

/** No heading between paragraphs is longer. */
const MAX_WORDS = 12;

function unique(id: string, taken: Map<string, number>): string {
  let count = taken.get(id) ?? 0;
  let candidate: string;
  do {
    count += 1;
    candidate = count === 1 ? id : `${id}-${count}`;
  } while (count > 1 && taken.has(candidate));
  taken.set(id, count);
  if (candidate !== id) taken.set(candidate, 1);
  return candidate;
}
