import { type Path, paths } from '@/lib/site/routes';
import { strings } from '@/lib/site/strings';
import styles from './Breadcrumb.module.css';
import { Text } from './Text';

/** A place above the page. */
export interface Crumb {
  readonly name: string;
  readonly path: Path;
}

interface Props {
  readonly crumbs: readonly Crumb[];
  readonly isStory: boolean;
}

/** The way back up; its last step doubles as the kicker. */
export function Breadcrumb({ crumbs, isStory }: Props) {
  return (
    <nav className={isStory ? styles.story : styles.crumbs} aria-label={strings.breadcrumb}>
      <ol className={styles.list}>
        {[{ name: strings.front, path: paths.front() }, ...crumbs].map(({ name, path }) => (
          <li className={styles.step} key={path}>
            <a className={styles.link} href={path}>
              <Text>{name}</Text>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
