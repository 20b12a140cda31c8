import type { ReactNode } from 'react';
import { paths } from '@/lib/site/routes';
import { strings } from '@/lib/site/strings';
import type { Frame } from '../_frame';
import { ListHead } from './ListHead';
import { Ways } from './Ways';

interface Props {
  readonly frame: Frame;
  readonly kicker: string;
  readonly title: string;
  readonly sapo: string;
  /** To search by. */
  readonly form?: ReactNode;
  readonly children?: ReactNode;
}

/** What stands in place of a page that cannot be shown, and the ways on from it. */
export function Answer({ frame, kicker, title, sapo, form, children }: Props) {
  return (
    <>
      <ListHead kicker={kicker} title={title} sapo={sapo}>
        {form}
        <Ways
          label={strings.waysOn}
          ways={[
            { name: strings.front, path: paths.front() },
            ...frame.sections.map(({ key, name }) => ({ name, path: paths.section(key) })),
            { name: strings.topics, path: paths.tags() },
            { name: strings.archive, path: paths.archive() },
          ]}
        />
      </ListHead>
      {children}
    </>
  );
}
