import type { Article } from '@/lib/content/article';
import { strings } from '@/lib/site/strings';
import { Note } from './Note';
import { Story } from './Story';
import { Text } from './Text';
import { Time } from './Time';

interface Props {
  readonly title: string;
  readonly withdrawn: NonNullable<Article['withdrawn']>;
  readonly timeZone: string;
}

/** What is left of a withdrawn article: its headline, the day and the reason. */
export function Withdrawal({ title, withdrawn: { date, reason }, timeZone }: Props) {
  return (
    <Story title={title}>
      <Note heading={strings.withdrawnTitle}>
        <p>
          <Time date={date} timeZone={timeZone} />: <Text>{reason}</Text>
        </p>
      </Note>
    </Story>
  );
}
