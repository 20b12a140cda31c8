import type { Parent, Root, RootContent, Text } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Position } from '../problems/problems';

/** A part of a text that stands in the file letter for letter: no escape, entity or end of a line. */
export interface LiteralPiece extends Position {
  /** Where it begins in the text. */
  readonly index: number;
  readonly length: number;
}

/** Notes the place of a piece of text while the parser reads it. */
export function notePiece(node: Text, piece: LiteralPiece): void {
  const pieces = noted.get(node);
  if (pieces) pieces.push(piece);
  else noted.set(node, [piece]);
}

/** The literal pieces of a text, in their order; lines count from that of the body. */
export function literalPieces(node: Text): readonly LiteralPiece[] {
  const pieces = noted.get(node) ?? [];
  // The blank behind the box of a task is taken off when its paragraph ends.
  const [first] = pieces;
  const start = node.position?.start;
  if (first?.index !== 0 || start?.line !== first.line || start.column <= first.column)
    return pieces;
  const cut = start.column - first.column;
  return pieces.map((piece) => {
    if (piece !== first) return { ...piece, index: piece.index - cut };
    return { ...piece, column: start.column, length: piece.length - cut };
  });
}

/** Notes which texts stand where, before extensions take them apart. */
export function noteTexts(tree: Root): void {
  visit(tree, (node) => {
    if ('children' in node && node.children.some(isText)) written.set(node, [...node.children]);
  });
}

/**
 * Gives the parts of texts that an extension took apart their places: bare addresses are made into
 * links without one.
 */
export function placeParts(tree: Root): void {
  visit(tree, (node) => {
    const before = 'children' in node ? written.get(node) : undefined;
    if (before && 'children' in node) placeChildren(node, before);
  });
}

// Weak, so that nothing outlives its tree.
const noted = new WeakMap<Text, LiteralPiece[]>();
const written = new WeakMap<Parent, readonly RootContent[]>();

function placeChildren({ children }: Parent, before: readonly RootContent[]): void {
  let next = 0;
  for (const original of before) {
    if (children[next] === original) {
      next += 1;
      continue;
    }
    if (!isText(original)) return;
    next = placeRun(original, children, next);
  }
}

/** Places the nodes that stand for one text. @returns the index behind them */
function placeRun(original: Text, children: readonly RootContent[], from: number): number {
  const pieces = literalPieces(original);
  let index = 0;
  let piece = 0;
  let next = from;
  for (; next < children.length && index < original.value.length; next += 1) {
    const part = children[next];
    if (!part) break;
    while (piece + 1 < pieces.length && (pieces[piece + 1]?.index ?? 0) <= index) piece += 1;
    part.position ??= positionIn(original, pieces[piece], index);
    index += plainText(part).length;
  }
  return next;
}

function positionIn(original: Text, piece: LiteralPiece | undefined, index: number) {
  if (!piece || piece.index > index) return original.position;
  // Behind an entity a part begins where the last literal piece ended, at the least.
  const column = piece.column + Math.min(index - piece.index, piece.length);
  return { start: { line: piece.line, column }, end: { line: piece.line, column } };
}

function isText(node: RootContent): node is Text {
  return node.type === 'text';
}
