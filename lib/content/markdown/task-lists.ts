import { visit } from 'unist-util-visit';
import type { Rendering } from './nodes';

/** Shows the boxes of a task list as characters: a form control that nobody can use helps nobody. */
export function drawTaskBoxes({ tree }: Rendering): void {
  visit(tree, 'listItem', (node) => {
    if (typeof node.checked !== 'boolean') return;
    const [first] = node.children;
    if (first?.type === 'paragraph') {
      first.children.unshift({ type: 'text', value: node.checked ? '☑ ' : '☐ ' });
    }
    node.checked = null;
  });
}
