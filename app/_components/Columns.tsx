import type { ReactNode } from 'react';
import styles from './Columns.module.css';

/** Three columns with hairlines between them; one below the other on a phone. */
export function Columns({ children }: { readonly children: ReactNode }) {
  return <div className={styles.columns}>{children}</div>;
}

/** Several items in one column. */
export function Column({ children }: { readonly children: ReactNode }) {
  return <div className={styles.column}>{children}</div>;
}
