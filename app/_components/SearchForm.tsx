import { searchModule } from '@/app/_theme';
import { paths, suggestionsPath } from '@/lib/site/routes';
import { LONGEST_QUERY, type SearchRequest, searchParameters } from '@/lib/site/search-address';
import { strings } from '@/lib/site/strings';
import { type FilterChoices, SearchFilters } from './SearchFilters';
import styles from './SearchForm.module.css';

interface Props {
  /** Name of the site. */
  readonly site: string;
  /** What is in the form already. */
  readonly request?: SearchRequest | undefined;
  /** What a search may be narrowed to; without them there is only the field. */
  readonly choices?: FilterChoices;
}

/** The field to search by; the module adds suggestions to it, and nothing needs the module. */
export function SearchForm({ site, request, choices }: Props) {
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: not every browser knows <search>. */}
      <form
        className={styles.form}
        role="search"
        action={paths.search()}
        data-suggestions={suggestionsPath}
        data-found={strings.suggestionsFound}
        data-none={strings.suggestionsNone}
        data-listbox={strings.suggestions}
        data-section={strings.sections}
        data-tag={strings.topics}
        data-author={strings.authors}
      >
        <label className={styles.label} htmlFor="q">
          {strings.searchIn(site)}
        </label>
        <div className={styles.line}>
          <input
            className={styles.field}
            id="q"
            name={searchParameters.text}
            type="search"
            defaultValue={request?.text}
            autoComplete="off"
            enterKeyHint="search"
            maxLength={LONGEST_QUERY}
          />
          <button className={styles.button} type="submit">
            {strings.seek}
          </button>
        </div>
        {request && choices && <SearchFilters request={request} choices={choices} />}
      </form>
      <script type="module" src={searchModule} />
    </>
  );
}
