import { Fragment, type ReactNode } from 'react';
import { keepTogether } from '@/lib/vietnamese/typography';

interface Props {
  readonly children: ReactNode;
  /** True in the largest headlines, of which a line on a phone holds few letters. */
  readonly isLarge?: boolean;
}

/** What a screen of 320 px holds between its gutters in letters of 32 px. */
const LARGE_LINE_EM = 9;

/**
 * Words of an editor outside the body, with what belongs together kept on one line; what is more
 * than plain words sees to that itself.
 */
export function Text({ children, isLarge = false }: Props) {
  if (typeof children !== 'string') return children;
  return keepTogether(children, isLarge ? LARGE_LINE_EM : undefined).map(
    ({ text, together }, index) =>
      together ? (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never change places.
        <span className="nb" key={index}>
          {text}
        </span>
      ) : (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never change places.
        <Fragment key={index}>{text}</Fragment>
      ),
  );
}
