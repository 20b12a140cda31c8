import type { Properties } from 'hast';
import type { Data, Node, Nodes, Parent, Root, RootContent } from 'mdast';
import type { Mention } from '../mentions';
import type { Problem } from '../problems/problems';

/** An element of HTML that Markdown has no node for; the last step turns it into `hName`. */
export interface Wrapped extends Parent {
  type: 'wrapped';
  children: RootContent[];
  data: Data & { hName: string; hProperties: Properties };
}

declare module 'mdast' {
  interface RootContentMap {
    wrapped: Wrapped;
  }
  interface PhrasingContentMap {
    wrapped: Wrapped;
  }
  interface Data {
    hName?: string | undefined;
    hProperties?: Properties | undefined;
  }
}

/**
 * Makes an element of HTML around nodes of Markdown.
 * @example wrapped('figure', {}, [image])
 */
export function wrapped(name: string, properties: Properties, children: RootContent[]): Wrapped {
  return { type: 'wrapped', children, data: { hName: name, hProperties: properties } };
}

/** A text node. */
export function text(value: string): RootContent {
  return { type: 'text', value };
}

/**
 * Walks a tree once and puts what `replace` answers in the place of a node; undefined keeps the node
 * and walks on into it. Linear in the tree, which taking nodes out one by one is not.
 */
export function replaceNodes(
  parent: Parent,
  replace: (node: RootContent) => readonly RootContent[] | undefined,
): void {
  parent.children = parent.children.flatMap((node) => {
    const replacement = replace(node);
    if (replacement) return replacement;
    if ('children' in node) replaceNodes(node, replace);
    return [node];
  });
}

/** What the steps of one rendering share. */
export interface Rendering {
  readonly tree: Root;
  /** What the tree was read from. */
  readonly markdown: string;
  /** Where the body of the file begins, and which file it is. */
  readonly file: string;
  readonly bodyLine: number;
  /** Origin of the site: absolute links to it become paths. */
  readonly siteUrl: string;
  /** Address of a picture that lies beside the file. */
  readonly pictureAddress: (source: string) => string;
  readonly problems: Problem[];
  /** What the body says of other files. */
  readonly mentions: Mention[];
}

/** Where a node stands in its file. */
export function placeOf(
  node: Node | Nodes,
  { file, bodyLine }: Pick<Rendering, 'file' | 'bodyLine'>,
): { readonly file: string; readonly line: number; readonly column: number } {
  const start = node.position?.start;
  return { file, line: (start?.line ?? 1) + bodyLine - 1, column: start?.column ?? 1 };
}
