import type { Article } from '@/lib/content/article';
import { paths } from '@/lib/site/routes';
import { strings } from '@/lib/site/strings';
import styles from './Neighbours.module.css';
import { Text } from './Text';

export interface NeighboursProps {
  readonly neighbours: { readonly previous?: Article; readonly next?: Article };
}

/** The articles before and after this one in its section. */
export function Neighbours({ neighbours: { previous, next } }: NeighboursProps) {
  if (!previous && !next) return null;
  return (
    <nav className={styles.neighbours} aria-label={strings.inSection}>
      {previous && (
        <a className={styles.neighbour} rel="prev" href={paths.article(previous.slug)}>
          <span className={styles.label}>{strings.previousInSection}</span>
          <Text>{previous.title}</Text>
        </a>
      )}
      {next && (
        <a className={styles.neighbour} rel="next" href={paths.article(next.slug)}>
          <span className={styles.label}>{strings.nextInSection}</span>
          <Text>{next.title}</Text>
        </a>
      )}
    </nav>
  );
}
