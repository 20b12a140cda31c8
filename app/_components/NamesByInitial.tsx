import { strings } from '@/lib/site/strings';
import { asciiOfInitial, type Initial, partByInitial } from '@/lib/vietnamese/initials';
import { Directory, type DirectoryEntry } from './Directory';
import styles from './NamesByInitial.module.css';

interface Props {
  /** Of the heading above the names; the ids of the letters begin with it. */
  readonly id: string;
  /** What the names are, inside a phrase. */
  readonly label: string;
  /** In Vietnamese order. */
  readonly entries: readonly DirectoryEntry[];
  /** Under what a name stands, by the order that the entries are in. */
  readonly initialOf: (name: string) => Initial;
}

/** As many names as eyes take in at once: two screens of a phone. */
const MOST_AT_ONCE = 30;

/** Names under their letters, with a way to each letter above them; a short list needs neither. */
export function NamesByInitial({ id, label, entries, initialOf }: Props) {
  if (entries.length <= MOST_AT_ONCE) return <Directory entries={entries} />;
  const groups = partByInitial(entries, ({ name }) => initialOf(name)).map((group) => ({
    ...group,
    id: `${id}_${asciiOfInitial(group.initial)}`,
    heading: strings.initial(group.initial),
  }));
  return (
    <>
      <nav className={styles.letters} aria-label={strings.byInitial(label)}>
        {groups.map((group) => (
          <a className={styles.letter} href={`#${group.id}`} key={group.id}>
            {group.heading}
          </a>
        ))}
      </nav>
      {groups.map((group) => (
        <div className={styles.group} key={group.id}>
          <h3 className={styles.heading} id={group.id}>
            {group.heading}
          </h3>
          <Directory entries={group.entries} />
        </div>
      ))}
    </>
  );
}
