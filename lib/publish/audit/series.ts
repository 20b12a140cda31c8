import { comparePlaces, type Problem, problem } from '../../content/problems/problems';
import { seriesKey } from '../../store/list-names';
import type { FiledMention } from '../../store/mention-rows';
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
  return [...groupBy(claims, ({ target }) => placeKey(target)).values()].flatMap((rivals) => {
    if (rivals.length < 2) return [];
    const [owner, ...others] = rivals.filter(({ file }) => !isWithdrawn(file));
    return others.map((mention) => {
      const [part = '', name = ''] = partAndName(mention.target);
      return problem('series-part-taken', mention, name, part, owner?.file ?? '');
    });
  });
}

/** The same for every spelling of one part of one series. */
function placeKey(target: string): string {
  const [part = '', name = ''] = partAndName(target);
  return `${part} ${seriesKey(name)}`;
}

function partAndName(target: string): readonly string[] {
  const blank = target.indexOf(' ');
  return [target.slice(0, blank), target.slice(blank + 1)];
}
