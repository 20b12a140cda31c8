import { strings } from '@/lib/site/strings';
import { Text } from './Text';

interface Props {
  readonly halves: readonly [before: string, after: string];
  /** As somebody typed it. */
  readonly text: string;
}

/** A sentence about what was typed, which keeps its own direction: it turns no letter beside it. */
export function AroundQuery({ halves: [before, after], text }: Props) {
  return (
    <>
      {before}
      <bdi>
        <Text isLarge>{strings.withinQuotes(text)}</Text>
      </bdi>
      {after}
    </>
  );
}
