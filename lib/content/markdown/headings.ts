import { toString as plainText } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { slug } from '../../vietnamese/slug';
import { problem } from '../problems';
import { placeOf, type Rendering } from './nodes';

/**
 * Gives every heading an id and keeps the first level for the article's own title. Ids of the page
 * around the text have an underscore, which no slug has, so that they never meet.
 */
export function nameHeadings(rendering: Rendering): void {
  const taken = new Map<string, number>();
  visit(rendering.tree, 'heading', (node) => {
    if (node.depth === 1) {
      rendering.problems.push(problem('heading-too-high', placeOf(node, rendering)));
      node.depth = 2;
    }
    node.data = {
      ...node.data,
      hProperties: { id: unique(slug(plainText(node)) || 'muc', taken) },
    };
  });
}

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
