import type { ReactNode } from 'react';
import type { Path } from '@/lib/site/routes';
import styles from './Item.module.css';
import { Text } from './Text';

interface Props {
  readonly title: ReactNode;
  readonly path: Path;
  readonly isBig?: boolean;
  /** True in a list of its own width: the date stands in a column where there is room. */
  readonly isListed?: boolean;
  readonly kicker?: ReactNode;
  readonly picture?: ReactNode;
  readonly sapo?: ReactNode;
  /** A date, usually. */
  readonly meta?: ReactNode;
}

/** A headline with what is given around it; the whole item is the target. */
export function Item(props: Props) {
  const { title, path, isBig = false, isListed = false, kicker, picture, sapo, meta } = props;
  return (
    <article className={isListed ? styles.listed : styles.item}>
      {picture}
      {kicker}
      <h3 className={isBig ? styles.big : styles.headline}>
        <a className={styles.link} href={path}>
          <Text>{title}</Text>
        </a>
      </h3>
      {sapo && (
        <p className={styles.sapo}>
          <Text>{sapo}</Text>
        </p>
      )}
      {meta && <p className={styles.meta}>{meta}</p>}
    </article>
  );
}
