import type { Article } from '@/lib/content/article';
import { strings } from '@/lib/site/strings';
import { Note } from './Note';
import { Story } from './Story';
import { Text } from './Text';
import { Time } from './Time';

interface Props {
  readonly withdrawn: NonNullable<Article['withdrawn']>;
  readonly timeZone: string;
}

/**
 * What is left of a withdrawn article: the day and the reason. Its headline is taken back too, for
 * that may be just what was wrong.
 */
export function Withdrawal({ withdrawn: { date, reason }, timeZone }: Props) {
  return (
    <Story title={strings.withdrawnTitle}>
      <Note heading={strings.withdrawnReason}>
        <p>
          {strings.withdrawnOn} <Time date={date} timeZone={timeZone} />. <Text>{reason}</Text>
        </p>
      </Note>
    </Story>
  );
}
