import { partByYear } from '@/lib/publish/years';
import type { Path } from '@/lib/site/routes';
import { strings } from '@/lib/site/strings';
import type { ListPage } from '@/lib/store/edition';
import { Band } from './Band';
import { Empty } from './Empty';
import { ListItem } from './ListItem';
import { Pagination } from './Pagination';

interface Props {
  readonly list: ListPage;
  readonly pathOf: (page: number) => Path;
  readonly timeZone: string;
  /** In place of the years, where all articles are of one month or day. */
  readonly heading?: string;
  readonly hasKickers?: boolean;
}

/** One page of a list, a band a year, the first article larger than the others. */
export function ArticleList({ list, pathOf, timeZone, heading, hasKickers = true }: Props) {
  const [first] = list.articles;
  if (!first) return <Empty>{strings.emptyList}</Empty>;
  const bands = heading
    ? [{ id: 'cac_bai', heading, articles: list.articles }]
    : partByYear(list.articles, timeZone).map(({ year, articles }) => ({
        id: `nam_${year}`,
        heading: strings.yearHeading(year),
        articles,
      }));
  return (
    <>
      {bands.map((band) => (
        <Band key={band.id} id={band.id} heading={band.heading}>
          {band.articles.map((article) => (
            <ListItem
              key={article.slug}
              article={article}
              timeZone={timeZone}
              isBig={article === first}
              hasKicker={hasKickers}
            />
          ))}
        </Band>
      ))}
      <Pagination page={list.page} pageCount={list.pageCount} pathOf={pathOf} />
    </>
  );
}
