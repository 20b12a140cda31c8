import { strings } from '@/lib/site/strings';
import { Neighbours, type Pair } from './Neighbours';

interface Props {
  readonly series: Pair & { readonly name: string };
}

/** The part before and the part after, at the end of a text that is one of a series. */
export function SeriesParts({ series }: Props) {
  if (!series.previous && !series.next) return null;
  return (
    // The block has a margin of its own, which the column of the text would outweigh.
    <div>
      <Neighbours
        neighbours={series}
        label={strings.partsOf(series.name)}
        previousLabel={strings.previousPart}
        nextLabel={strings.nextPart}
      />
    </div>
  );
}
