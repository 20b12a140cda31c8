import { isDrawn, wordmark } from '@/lib/site/wordmark';
import { Text } from './Text';
import styles from './Wordmark.module.css';

/** The name of the site at the size of the text around it: drawn, or set in the headline font. */
export function Wordmark({ name }: { readonly name: string }) {
  if (!isDrawn(name)) {
    return (
      <span className={styles.written}>
        <Text isLarge>{name}</Text>
      </span>
    );
  }
  return (
    <svg
      className={styles.drawn}
      viewBox={`0 0 ${wordmark.width} ${wordmark.height}`}
      aria-hidden="true"
    >
      <path d={wordmark.letters} />
      <circle
        className={styles.dot}
        cx={wordmark.dot.x}
        cy={wordmark.dot.y}
        r={wordmark.dot.radius}
      />
    </svg>
  );
}
