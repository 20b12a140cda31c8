import type { Correction } from '@/lib/content/article';
import { Note } from './Note';
import { Text } from './Text';
import { Time } from './Time';

interface Props {
  readonly corrections: readonly Correction[];
  readonly heading: string;
  readonly timeZone: string;
}

/** What was wrong in an article and is right now, dated, for good. */
export function Corrections({ corrections, heading, timeZone }: Props) {
  if (corrections.length === 0) return null;
  return (
    <Note heading={heading}>
      {corrections.map(({ date, text }) => (
        <p key={`${date.epochMs} ${text}`}>
          <Time date={date} timeZone={timeZone} />: <Text>{text}</Text>
        </p>
      ))}
    </Note>
  );
}
