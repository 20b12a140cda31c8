import { paths } from '@/lib/site/routes';
import { strings } from '@/lib/site/strings';
import styles from './SearchLink.module.css';

/** The way to the search, from the head of every page. */
export function SearchLink() {
  return (
    <a className={styles.link} href={paths.search()}>
      <svg className={styles.lens} viewBox="0 0 24 24" aria-hidden="true">
        <path d="M17 10a7 7 0 1 0-14 0 7 7 0 1 0 14 0m-2 5 7 7" />
      </svg>
      {strings.search}
    </a>
  );
}
