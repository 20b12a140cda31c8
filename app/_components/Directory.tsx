import type { Path } from '@/lib/site/routes';
import { strings } from '@/lib/site/strings';
import styles from './Directory.module.css';
import { Empty } from './Empty';
import { Text } from './Text';

/** A name that leads to a list. */
export interface DirectoryEntry {
  readonly name: string;
  readonly path: Path;
  /** How many articles the list holds. */
  readonly count: number;
  readonly note?: string | undefined;
}

/** Names with their counts, read column by column. */
export function Directory({ entries }: { readonly entries: readonly DirectoryEntry[] }) {
  if (entries.length === 0) return <Empty>{strings.emptyList}</Empty>;
  return (
    <ul className={styles.directory}>
      {entries.map(({ name, path, count, note }) => (
        <li className={styles.entry} key={path}>
          <a className={styles.link} href={path}>
            <Text>{name}</Text>
          </a>
          <span className={styles.count}>{strings.articleCount(count)}</span>
          {note && (
            <span className={styles.note}>
              <Text>{note}</Text>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
