import { Fragment } from 'react';
import { keepTogether } from '@/lib/vietnamese/typography';

/** Words of an editor outside the body, with what belongs together kept on one line. */
export function Text({ children }: { readonly children: string }) {
  return keepTogether(children).map(({ text, together }, index) =>
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
