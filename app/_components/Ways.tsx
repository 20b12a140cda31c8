import type { Path } from '@/lib/site/routes';
import { Text } from './Text';
import styles from './Ways.module.css';

/** A link of the row. */
interface Way {
  readonly name: string;
  readonly path: Path;
  /** More than the name says, for ears; the name is part of it. */
  readonly label?: string;
}

interface Props {
  readonly label: string;
  readonly ways: readonly Way[];
}

/** A row of links: underlined words, as high as a finger. */
export function Ways({ label, ways }: Props) {
  if (ways.length === 0) return null;
  return (
    <nav className={styles.ways} aria-label={label}>
      {ways.map(({ name, path, label: spoken }) => (
        <a className={styles.way} href={path} key={path} aria-label={spoken}>
          <Text>{name}</Text>
        </a>
      ))}
    </nav>
  );
}
