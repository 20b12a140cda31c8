import { comparePlaces, type Problem, problem } from '../../content/problems/problems';
import { type FiledMention, kinOf, placeInSeries } from '../../store/mention-rows';
import { groupBy } from './group-by';

/**
 * Parts of a series that more than one article claims; the first file has it.
 * @param mentions those of kind `series`; an article that was withdrawn gives its part up
 */
export function findTakenParts(
  mentions: readonly FiledMention[],
  isWithdrawn: (file: string) => boolean,
): readonly Problem[] {
  const claims = mentions.filter(({ kind }) => kind === 'series').toSorted(comparePlaces);
  return [...groupBy(claims, kinOf).values()].flatMap((rivals) => {
    if (rivals.length < 2) return [];
    const [owner, ...others] = rivals.filter(({ file }) => !isWithdrawn(file));
    return others.map((mention) => {
      const { part, name } = placeInSeries(mention.target);
      return problem('series-part-taken', mention, name, part, owner?.file ?? '');
    });
  });
}
