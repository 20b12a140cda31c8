import type { Definition, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { type Rendering, replaceNodes } from './nodes';

/**
 * Makes links and pictures whose address stands elsewhere in the text like those that carry it
 * themselves. They keep their place, so that what is wrong with them can be found.
 * @see https://spec.commonmark.org/0.31.2/#link-reference-definitions (of two the first holds)
 */
export function inlineReferences({ tree }: Rendering): void {
  const definitions = new Map<string, Definition>();
  visit(tree, 'definition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  const inline = (node: RootContent): RootContent[] | undefined => {
    if (node.type === 'definition') return [];
    if (node.type !== 'imageReference' && node.type !== 'linkReference') return undefined;
    const definition = definitions.get(node.identifier);
    if (!definition) return undefined;
    const { url, title } = definition;
    const common = { url, title, ...(node.position && { position: node.position }) };
    if (node.type === 'imageReference') return [{ type: 'image', alt: node.alt, ...common }];
    replaceNodes(node, inline);
    return [{ type: 'link', children: node.children, ...common }];
  };
  replaceNodes(tree, inline);
}
