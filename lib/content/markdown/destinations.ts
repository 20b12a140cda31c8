import type { Definition, Image, Link } from 'mdast';

/** A node that leads to an address which is written in it. */
type Leading = Definition | Image | Link;

/** A stretch of a text: from its first character to behind its last. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Notes where the address of a node stands, without brackets around it, while the parser reads it. */
export function noteDestination(node: Leading, stretch: Stretch): void {
  noted.set(node, stretch);
}

/** Where the address of a node stands; undefined for an empty one, and for an address in itself. */
export function destinationOf(node: Leading): Stretch | undefined {
  return noted.get(node);
}

// Weak, so that nothing outlives its tree.
const noted = new WeakMap<Leading, Stretch>();
