import type { Section } from '@/lib/content/site-file';
import { paths } from '@/lib/site/routes';
import styles from './Kicker.module.css';
import { Text } from './Text';

/** The section over a headline. */
export function Kicker({ section }: { readonly section: Pick<Section, 'key' | 'name'> }) {
  return (
    <a className={styles.kicker} href={paths.section(section.key)}>
      <Text>{section.name}</Text>
    </a>
  );
}
