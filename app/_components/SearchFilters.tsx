import type { Section } from '@/lib/content/site-file';
import { newestFirst, type SearchRequest, searchParameters } from '@/lib/site/search-address';
import { strings } from '@/lib/site/strings';
import styles from './SearchFilters.module.css';

/** What a search may be narrowed to. */
export interface FilterChoices {
  readonly sections: readonly Section[];
  readonly years: readonly number[];
}

interface Props {
  readonly request: SearchRequest;
  readonly choices: FilterChoices;
}

/** Where to look and how to order; a part of the form. */
export function SearchFilters({ request, choices }: Props) {
  return (
    <div className={styles.filters}>
      <Choice
        label={strings.sections}
        name={searchParameters.section}
        value={request.section}
        options={[
          ['', strings.everySection],
          ...choices.sections.map(({ key, name }) => [key, name] as const),
        ]}
      />
      <Choice
        label={strings.year}
        name={searchParameters.year}
        value={request.year?.toString()}
        options={[
          ['', strings.everyYear],
          ...choices.years.map((year) => [String(year), String(year)] as const),
        ]}
      />
      <Choice
        label={strings.order}
        name={searchParameters.order}
        value={request.order === 'newest' ? newestFirst : ''}
        options={[
          ['', strings.relevance],
          [newestFirst, strings.newest],
        ]}
      />
      <button className={styles.button} type="submit">
        {strings.filter}
      </button>
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly name: string;
  readonly value: string | undefined;
  readonly options: readonly (readonly [value: string, label: string])[];
}

function Choice({ label, name, value = '', options }: ChoiceProps) {
  // An address may say what the form does not offer: it holds all the same, and is shown.
  const isOffered = options.some(([each]) => each === value);
  return (
    <label className={styles.choice}>
      <span className={styles.label}>{label}</span>
      <span className={styles.box}>
        <select className={styles.select} name={name} defaultValue={value}>
          {(isOffered ? options : [...options, [value, value] as const]).map(([each, words]) => (
            <option key={each} value={each}>
              {words}
            </option>
          ))}
        </select>
      </span>
    </label>
  );
}
