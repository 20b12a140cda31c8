import { Fragment } from 'react';
import type { Piece } from '@/lib/search/results';
import { keepTogether } from '@/lib/vietnamese/typography';
import styles from './Pieces.module.css';

/** Words of an editor with what was found in them marked; what belongs together stays on one line. */
export function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  const text = pieces.map((piece) => piece.text).join('');
  let end = 0;
  return keepTogether(text).map(({ text: kept, together }) => {
    const start = end;
    end += kept.length;
    const within = cut(pieces, start, end);
    return together ? (
      <span className="nb" key={start}>
        <Marked pieces={within} />
      </span>
    ) : (
      <Marked pieces={within} key={start} />
    );
  });
}

function Marked({ pieces }: { readonly pieces: readonly Piece[] }) {
  return pieces.map(({ text, isMarked }, index) =>
    isMarked ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never change places.
      <mark className={styles.mark} key={index}>
        {text}
      </mark>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never change places.
      <Fragment key={index}>{text}</Fragment>
    ),
  );
}

/** The pieces of a stretch of their text. */
function cut(pieces: readonly Piece[], start: number, end: number): readonly Piece[] {
  let position = 0;
  return pieces.flatMap(({ text, isMarked }) => {
    const from = position;
    position += text.length;
    const within = text.slice(Math.max(start - from, 0), Math.max(end - from, 0));
    return within ? [{ text: within, isMarked }] : [];
  });
}
