import type { Article } from '@/lib/content/article';
import type { Outcome, SearchResult } from '@/lib/search/results';
import { paths } from '@/lib/site/routes';
import type { SearchRequest } from '@/lib/site/search-address';
import { strings } from '@/lib/site/strings';
import type { Frame } from '../_frame';
import { Busy } from './Busy';
import { ListHead } from './ListHead';
import { Newest } from './Newest';
import { NothingFound } from './NothingFound';
import { SearchForm } from './SearchForm';
import { SearchHelp } from './SearchHelp';
import { SearchResults } from './SearchResults';
import { Ways } from './Ways';

interface Props {
  readonly frame: Frame;
  readonly request: SearchRequest;
  /** Undefined when nothing was asked. */
  readonly outcome: Outcome<SearchResult> | undefined;
  /** That have articles, newest first. */
  readonly years: readonly number[];
  /** The newest articles, newest first. */
  readonly newest: readonly Article[];
}

/** The search as it stands: not yet asked, answered, without an answer, or unable to look. */
export function SearchView({ frame, request, outcome, years, newest }: Props) {
  const { site, sections } = frame;
  const choices = { sections, years };
  if (outcome && outcome.kind !== 'found') return <Busy frame={frame} request={request} />;
  const result = outcome?.found;
  if (result && result.total > 0) return <SearchResults {...{ site, request, choices, result }} />;
  const isAsked = result && !result.isEmpty;
  return (
    <>
      {isAsked ? (
        <NothingFound {...{ site, request, choices, result }} />
      ) : (
        <ListHead title={strings.search} meta={result && strings.nothingToSearch}>
          <SearchForm site={site.name} request={request} />
        </ListHead>
      )}
      <Ways
        label={strings.waysOn}
        ways={sections.map(({ key, name }) => ({ name, path: paths.section(key) }))}
      />
      {!isAsked && <SearchHelp />}
      <Newest articles={newest} timeZone={site.timeZone} />
    </>
  );
}
