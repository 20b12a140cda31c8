import type { Author } from '@/lib/content/author-file';
import { paths } from '@/lib/site/routes';
import { strings } from '@/lib/site/strings';
import { type EditorialDate, formatLongDate } from '@/lib/vietnamese/dates';
import styles from './Byline.module.css';
import { Text } from './Text';
import { Time } from './Time';

interface Props {
  readonly published: EditorialDate;
  /** Only an update that tells a reader something. */
  readonly updated: EditorialDate | undefined;
  readonly authors: readonly Pick<Author, 'key' | 'name'>[];
  readonly timeZone: string;
}

/** Who wrote it and when: in the rail where there is one, else under the sapo. */
export function Byline({ published, updated, authors, timeZone }: Props) {
  return (
    <div className={styles.byline}>
      {authors.map(({ key, name }) => (
        <a className={styles.author} href={paths.author(key)} key={key}>
          <Text>{name}</Text>
        </a>
      ))}
      <p>
        <Time date={published} timeZone={timeZone} format={formatLongDate} />
      </p>
      {updated && (
        <p>
          {strings.updatedOn} <Time date={updated} timeZone={timeZone} format={formatLongDate} />
        </p>
      )}
    </div>
  );
}
