import type { Nodes } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { visit } from 'unist-util-visit';

const processor = remark().use(remarkGfm);

/** The nodes of a text that have this type, in its order. */
function nodesIn<Type extends Nodes['type']>(
  markdown: string,
  type: Type,
): readonly Extract<Nodes, { readonly type: Type }>[] {
  const found: Extract<Nodes, { readonly type: Type }>[] = [];
  visit(processor.parse(markdown), (node) => {
    if (node.type === type) found.push(node as Extract<Nodes, { readonly type: Type }>);
  });
  return found;
}

/** The words of each heading. */
export function headingsOf(markdown: string): readonly string[] {
  return nodesIn(markdown, 'heading').map((node) => plainText(node));
}

/** The words and the address of each link. */
export function linksOf(markdown: string): readonly (readonly [words: string, url: string])[] {
  return nodesIn(markdown, 'link').map((node) => [plainText(node), node.url]);
}

/** The words of each paragraph. */
export function paragraphsOf(markdown: string): readonly string[] {
  return nodesIn(markdown, 'paragraph').map((node) => plainText(node));
}

/** Raw HTML. */
export function rawHtmlOf(markdown: string): readonly string[] {
  return nodesIn(markdown, 'html').map(({ value }) => value);
}
