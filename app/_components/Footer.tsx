import { paths } from '@/lib/site/routes';
import { strings } from '@/lib/site/strings';
import type { Frame } from '../_frame';
import styles from './Footer.module.css';
import { Publisher } from './Publisher';
import { Text } from './Text';

/** All ways on from any page, and who answers for it. */
export function Footer({ frame: { site, sections, sitePages } }: { readonly frame: Frame }) {
  return (
    <footer className={styles.footer}>
      <div className={styles.columns}>
        <Column
          heading={strings.allSections}
          links={sections.map(({ key, name }) => [name, paths.section(key)])}
        />
        <Column
          heading={strings.lookUp}
          links={[
            [strings.topics, paths.tags()],
            [strings.authors, paths.authors()],
            [strings.archive, paths.archive()],
            [strings.search, paths.search()],
          ]}
        />
        <Column
          heading={strings.about(site.name)}
          links={[
            ...sitePages.map(({ slug, title }) => [title, paths.sitePage(slug)] as const),
            [strings.corrections, paths.corrections()],
          ]}
        />
        <Column heading={strings.links} links={site.links.map(({ name, url }) => [name, url])} />
      </div>
      <Publisher publisher={site.publisher} />
    </footer>
  );
}

interface ColumnProps {
  readonly heading: string;
  readonly links: readonly (readonly [name: string, address: string])[];
}

function Column({ heading, links }: ColumnProps) {
  if (links.length === 0) return null;
  return (
    <nav aria-label={heading}>
      <h2 className={styles.heading}>{heading}</h2>
      <ul>
        {links.map(([name, address]) => (
          <li key={address}>
            <a className={styles.link} href={address}>
              <Text>{name}</Text>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
