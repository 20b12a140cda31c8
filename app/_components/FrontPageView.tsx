import type { Html } from '@/lib/content/markdown/render';
import type { FrontPage } from '@/lib/publish/front-page';
import { paths } from '@/lib/site/routes';
import { strings } from '@/lib/site/strings';
import type { Frame } from '../_frame';
import { About } from './About';
import { Band } from './Band';
import styles from './FrontPageView.module.css';
import { Lead } from './Lead';
import { ListItem } from './ListItem';
import { News } from './News';
import { Pagination } from './Pagination';
import { SectionBand } from './SectionBand';

interface Props {
  readonly frame: Frame;
  readonly front: FrontPage;
  /** First paragraphs of the lead. */
  readonly opening: Html | undefined;
  readonly authors: readonly { readonly name: string }[];
  readonly pageCount: number;
}

/** The first page: lead and newest, one section, then the river of everything else. */
export function FrontPageView({ frame, front, opening, authors, pageCount }: Props) {
  const { timeZone } = frame.site;
  const { lead, news, band, others } = front;
  return (
    <>
      <div className={news.length > 0 ? styles.front : undefined}>
        <Lead
          article={lead}
          opening={opening}
          authors={authors}
          timeZone={timeZone}
          isAlone={news.length === 0}
        />
        <News articles={news} />
      </div>
      {band && <SectionBand band={band} timeZone={timeZone} />}
      {others.length > 0 ? (
        <div className={styles.split}>
          <Band id="cac_bai" heading={strings.otherArticles}>
            {others.map((article) => (
              <ListItem key={article.slug} article={article} timeZone={timeZone} />
            ))}
            <Pagination page={1} pageCount={pageCount} pathOf={paths.front} />
          </Band>
          <About frame={frame} />
        </div>
      ) : (
        <About frame={frame} isWide />
      )}
    </>
  );
}
