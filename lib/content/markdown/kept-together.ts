import { keepTogether } from '../../vietnamese/typography';
import { type Rendering, replaceNodes, text, wrapped } from './nodes';

/** Keeps words that belong together on one line, without changing a character. */
export function keepWordsTogether({ tree }: Pick<Rendering, 'tree'>): void {
  replaceNodes(tree, (node) => {
    if (node.type !== 'text') return undefined;
    const pieces = keepTogether(node.value);
    if (!pieces.some(({ together }) => together)) return undefined;
    return pieces.map((piece) =>
      piece.together
        ? wrapped('span', { className: ['nb'] }, [text(piece.text)])
        : text(piece.text),
    );
  });
}
