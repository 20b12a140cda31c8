import type { Article } from '@/lib/content/article';
import { paths } from '@/lib/site/routes';
import styles from './Neighbours.module.css';
import { Text } from './Text';

/** The articles on both sides of one. */
export interface Pair {
  readonly previous?: Article;
  readonly next?: Article;
}

interface Props {
  readonly neighbours: Pair;
  /** In what order they are neighbours. */
  readonly label: string;
  readonly previousLabel: string;
  readonly nextLabel: string;
}

/** The articles before and after this one, in its section or its series. */
export function Neighbours({ neighbours, label, previousLabel, nextLabel }: Props) {
  const { previous, next } = neighbours;
  if (!previous && !next) return null;
  return (
    <nav className={styles.neighbours} aria-label={label}>
      {previous && (
        <a className={styles.neighbour} rel="prev" href={paths.article(previous.slug)}>
          <span className={styles.label}>{previousLabel}</span>
          <Text>{previous.title}</Text>
        </a>
      )}
      {next && (
        <a className={styles.neighbour} rel="next" href={paths.article(next.slug)}>
          <span className={styles.label}>{nextLabel}</span>
          <Text>{next.title}</Text>
        </a>
      )}
    </nav>
  );
}
