import type { Article } from '@/lib/content/article';
import { strings } from '@/lib/site/strings';
import { formatLongDate } from '@/lib/vietnamese/dates';
import { Text } from './Text';
import { Time } from './Time';

interface Props {
  readonly source: NonNullable<Article['source']>;
  readonly timeZone: string;
}

/** Where an article was first published: author, paper, time. */
export function Source({ source: { name, author, url, published }, timeZone }: Props) {
  const words = <Text>{strings.according(name, author)}</Text>;
  return (
    <p>
      {url ? (
        <a href={url} rel="noopener">
          {words}
        </a>
      ) : (
        words
      )}
      {published && (
        <>
          {' – '}
          <Time date={published} timeZone={timeZone} format={formatLongDate} />
        </>
      )}
    </p>
  );
}
