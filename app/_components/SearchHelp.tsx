import { strings } from '@/lib/site/strings';
import { Band } from './Band';
import styles from './SearchHelp.module.css';

/** The language of the search, by examples. */
export function SearchHelp() {
  return (
    <Band id="cach_tim" heading={strings.howToSearch}>
      <dl className={styles.language}>
        {strings.searchLanguage.map(([example, meaning]) => (
          <div className={styles.entry} key={example}>
            <dt className={styles.example}>{example}</dt>
            <dd className={styles.meaning}>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Band>
  );
}
