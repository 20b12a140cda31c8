import type { Site } from '@/lib/content/site-file';
import type { Hit, SearchResult } from '@/lib/search/results';
import { paths } from '@/lib/site/routes';
import { MOST_SEARCH_PAGES, type SearchRequest } from '@/lib/site/search-address';
import { strings } from '@/lib/site/strings';
import { AroundQuery } from './AroundQuery';
import { Band } from './Band';
import { FoundNames } from './FoundNames';
import { Item } from './Item';
import { Kicker } from './Kicker';
import { ListHead } from './ListHead';
import { Pagination } from './Pagination';
import { Pieces } from './Pieces';
import type { FilterChoices } from './SearchFilters';
import { SearchForm } from './SearchForm';
import { Time } from './Time';

interface Props {
  readonly site: Site;
  readonly request: SearchRequest;
  readonly choices: FilterChoices;
  readonly result: SearchResult;
}

/** What was found: how much, the names, one page of the articles. */
export function SearchResults({ site, request, choices, result }: Props) {
  const { total, page, pageCount, hits, names, isCut } = result;
  const isEnd = page === MOST_SEARCH_PAGES;
  return (
    <>
      <ListHead
        title={strings.search}
        meta={
          <>
            <AroundQuery halves={strings.found(total, page)} text={request.text} />
            {isCut && ` ${strings.searchCut}`}
            {isEnd && ` ${strings.searchEnds}`}
          </>
        }
      >
        <SearchForm site={site.name} request={request} choices={choices} />
      </ListHead>
      <FoundNames names={names} />
      <Band id="ket_qua" heading={strings.results}>
        {hits.map((hit) => (
          <FoundArticle key={hit.article.slug} hit={hit} timeZone={site.timeZone} />
        ))}
      </Band>
      <Pagination
        page={page}
        pageCount={pageCount}
        pathOf={(number) => paths.search({ ...request, page: number })}
        words={[strings.previousPage, strings.nextPage]}
      />
    </>
  );
}

interface FoundArticleProps {
  readonly hit: Hit;
  readonly timeZone: string;
}

function FoundArticle({ hit: { article, title, extract }, timeZone }: FoundArticleProps) {
  return (
    <Item
      isListed
      title={<Pieces pieces={title} />}
      path={paths.article(article.slug)}
      kicker={<Kicker section={article.section} />}
      sapo={<Pieces pieces={extract} />}
      meta={<Time date={article.published} timeZone={timeZone} />}
    />
  );
}
