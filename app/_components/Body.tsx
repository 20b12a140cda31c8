import type { Html } from '@/lib/content/markdown/render';
import styles from './Body.module.css';

/** A text that was written in Markdown. */
export function Body({ html }: { readonly html: Html }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: only the sanitiser makes `Html`.
  return <div className={styles.body} dangerouslySetInnerHTML={{ __html: html }} />;
}
