import { strings } from '@/lib/site/strings';
import { type EditorialDate, formatShortDate } from '@/lib/vietnamese/dates';
import styles from './AgeNotice.module.css';

interface Props {
  readonly published: EditorialDate;
  readonly timeZone: string;
}

/** Tells readers, before they read, that an article is old. */
export function AgeNotice({ published, timeZone }: Props) {
  return (
    <p className={styles.notice}>{strings.oldArticle(formatShortDate(published, timeZone))}</p>
  );
}
