import { paths } from '@/lib/site/routes';
import { strings } from '@/lib/site/strings';
import type { Frame } from '../_frame';
import styles from './Masthead.module.css';
import { SearchLink } from './SearchLink';
import { SectionBar } from './SectionBar';
import { Wordmark } from './Wordmark';

interface Props {
  readonly frame: Frame;
  readonly section?: string | undefined;
  /** True for a page below that section, such as an article. */
  readonly isInside: boolean;
}

/** The head of inner pages: a small nameplate that leads home, the way to the search, the sections. */
export function Masthead({ frame, section, isInside }: Props) {
  const { name } = frame.site;
  return (
    <header className={styles.masthead}>
      <div className={styles.row}>
        <a className={styles.name} href={paths.front()} aria-label={strings.homeOf(name)}>
          <Wordmark name={name} />
        </a>
        <SearchLink />
      </div>
      <SectionBar sections={frame.sections} current={section} isInside={isInside} />
    </header>
  );
}
