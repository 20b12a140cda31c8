import { strings } from '@/lib/site/strings';
import { isDrawn } from '@/lib/site/wordmark';
import type { EditorialDate } from '@/lib/vietnamese/dates';
import type { Frame } from '../_frame';
import styles from './FrontMasthead.module.css';
import { SearchLink } from './SearchLink';
import { SectionBar } from './SectionBar';
import { Time } from './Time';
import { Wordmark } from './Wordmark';

interface Props {
  readonly frame: Frame;
  readonly newest?: EditorialDate | undefined;
}

/** The head of the front page: the nameplate as wide as a phone, and how new the news is. */
export function FrontMasthead({ frame: { site, sections }, newest }: Props) {
  return (
    <header>
      <div className={styles.row}>
        <p className={styles.ear}>
          {newest && (
            <>
              {strings.newestOn} <Time date={newest} timeZone={site.timeZone} />
            </>
          )}
        </p>
        <h1 className={styles.name}>
          <Wordmark name={site.name} />
          {isDrawn(site.name) && <span className={styles.spoken}>{site.name}</span>}
        </h1>
        <p className={styles.rightEar}>
          <SearchLink />
        </p>
      </div>
      <SectionBar sections={sections} />
    </header>
  );
}
