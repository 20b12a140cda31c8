import type { FoundName } from '@/lib/search/results';
import { type Path, paths } from '@/lib/site/routes';
import { strings } from '@/lib/site/strings';
import styles from './FoundNames.module.css';
import { Text } from './Text';

const kinds: readonly (readonly [FoundName['kind'], word: string, (key: string) => Path])[] = [
  ['section', strings.sections, paths.section],
  ['tag', strings.topics, paths.tag],
  ['author', strings.authors, paths.author],
];

/** Lists of articles whose names hold what was typed, a line a kind. */
export function FoundNames({ names }: { readonly names: readonly FoundName[] }) {
  if (names.length === 0) return null;
  return (
    <nav aria-label={strings.namesFound}>
      {kinds.map(([kind, word, pathOf]) => {
        const ofKind = names.filter((name) => name.kind === kind);
        if (ofKind.length === 0) return null;
        return (
          <p className={styles.line} key={kind}>
            <span className={styles.kind}>{word}:</span>
            {ofKind.map(({ key, name }) => (
              <a className={styles.name} href={pathOf(key)} key={key}>
                <Text>{name}</Text>
              </a>
            ))}
          </p>
        );
      })}
    </nav>
  );
}
