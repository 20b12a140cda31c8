import type { Article } from '@/lib/content/article';
import type { FrontPage } from '@/lib/publish/front-page';
import { paths } from '@/lib/site/routes';
import { Band } from './Band';
import { Column, Columns } from './Columns';
import { Item } from './Item';
import { Picture } from './Picture';
import styles from './SectionBand.module.css';
import { Time } from './Time';

interface Props {
  readonly band: NonNullable<FrontPage['band']>;
  readonly timeZone: string;
}

/** One section on the front page: two stories at length, three in short. */
export function SectionBand({ band: { section, big, small }, timeZone }: Props) {
  const common = ({ slug, title, published }: Article) => ({
    title,
    path: paths.article(slug),
    meta: <Time date={published} timeZone={timeZone} />,
  });
  return (
    <Band id="chuyen_muc" heading={section.name} path={paths.section(section.key)}>
      <Columns>
        {big.map((article) => (
          <Item
            key={article.slug}
            {...common(article)}
            isBig
            sapo={article.description}
            picture={
              article.image && (
                <div className={styles.picture}>
                  <Picture slug={article.slug} image={article.image} isLazy />
                </div>
              )
            }
          />
        ))}
        <Column>
          {small.map((article) => (
            <Item key={article.slug} {...common(article)} />
          ))}
        </Column>
      </Columns>
    </Band>
  );
}
