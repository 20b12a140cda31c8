import type { Site } from '@/lib/content/site-file';
import type { SearchResult } from '@/lib/search/results';
import { paths } from '@/lib/site/routes';
import type { SearchRequest } from '@/lib/site/search-address';
import { strings } from '@/lib/site/strings';
import { AroundQuery } from './AroundQuery';
import { FoundNames } from './FoundNames';
import { ListHead } from './ListHead';
import styles from './NothingFound.module.css';
import type { FilterChoices } from './SearchFilters';
import { SearchForm } from './SearchForm';

interface Props {
  readonly site: Site;
  readonly request: SearchRequest;
  readonly choices: FilterChoices;
  readonly result: SearchResult;
}

/** Says that there is nothing, and what to try instead. */
export function NothingFound({ site, request, choices, result }: Props) {
  const { text, section, year, order } = request;
  const { nearest, names, isCut } = result;
  const advice = strings.searchAdvice;
  return (
    <>
      <ListHead title={<AroundQuery halves={strings.notFound} text={text} />}>
        {nearest.length > 0 && (
          <p className={styles.nearest}>
            {strings.nearest}
            {nearest.map((spelling, index) => (
              <span key={spelling}>
                {' '}
                <a href={paths.search({ ...request, text: spelling, page: 1 })}>{spelling}</a>
                {index < nearest.length - 1 ? ',' : '?'}
              </span>
            ))}
          </p>
        )}
        {(section || year) && (
          <p className={styles.part}>
            {strings.onlyInPart}{' '}
            <a href={paths.search({ text, order, page: 1 })}>{strings.searchEverywhere}</a>
          </p>
        )}
        <p className={styles.advice}>
          {isCut && `${strings.searchCut} `}
          {advice.words} <a href={paths.tags()}>{advice.topics}</a> {advice.or}{' '}
          <a href={paths.archive()}>{advice.days}</a>.
        </p>
        <SearchForm site={site.name} request={request} choices={choices} />
      </ListHead>
      <FoundNames names={names} />
    </>
  );
}
