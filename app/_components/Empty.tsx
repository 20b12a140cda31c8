import styles from './Empty.module.css';

/** The words in place of a list that has nothing in it. */
export function Empty({ children }: { readonly children: string }) {
  return <p className={styles.empty}>{children}</p>;
}
