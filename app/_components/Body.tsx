import type { Html } from '@/lib/content/markdown/render';
import styles from './Body.module.css';
import { Rendered } from './Rendered';

/** A text that was written in Markdown. */
export function Body({ html }: { readonly html: Html }) {
  return <Rendered className={styles.body} html={html} />;
}
