import type { Section } from '@/lib/content/site-file';
import { paths } from '@/lib/site/routes';
import { strings } from '@/lib/site/strings';
import styles from './SectionBar.module.css';

interface Props {
  readonly sections: readonly Section[];
  /** Key of the section that the page belongs to. */
  readonly current?: string | undefined;
  /** True for a page below that section, such as an article. */
  readonly isInside?: boolean;
}

/** All sections in one line under the Oxford rule, with a dot under the current one. */
export function SectionBar({ sections, current, isInside = false }: Props) {
  if (sections.length === 0) return <div className={styles.bar} />;
  return (
    <nav className={styles.bar} aria-label={strings.sections}>
      <ul className={styles.list}>
        {sections.map(({ key, name }) => (
          <li key={key}>
            <a
              className={styles.link}
              href={paths.section(key)}
              aria-current={key === current ? (isInside ? 'true' : 'page') : undefined}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
