import { slugOfFile } from '../../content/article';
import { type Problem, problem } from '../../content/problems/problems';
import { addressOfPicture } from '../../site/routes';
import type { FiledMention } from '../../store/mention-rows';
import { findNearest } from '../../vietnamese/nearest';
import { pictureTypes } from '../picture-file';
import type { Destinations } from './destinations';
import type { Showings } from './showings';
import { decode, targetOf } from './target';

/**
 * Pictures whose file is not there: beside the article, or among the public files.
 * @param mentions those of kind `picture`
 */
export function findMissingPictures(
  mentions: readonly FiledMention[],
  { hasPicture, namesBeside }: Pick<Destinations, 'hasPicture' | 'namesBeside'>,
  { articleOf, homeOf, momentOf }: Showings,
): readonly Problem[] {
  return mentions
    .filter(({ kind, file }) => kind === 'picture' && momentOf(file) !== undefined)
    .flatMap((mention) => {
      const { file, target } = mention;
      const isOfArticle = articleOf(file) !== undefined;
      const address = isOfArticle ? addressOfPicture(slugOfFile(file), target) : target;
      const path = targetOf(address, homeOf(file))?.path;
      if (path !== undefined && hasPicture(path)) return [];
      const nearest = path && isOfArticle ? nearestTo(target, namesBeside(path)) : undefined;
      return [problem('picture-missing', mention, target, nearest)];
    });
}

/** A picture that was most likely meant, as it is to be written. */
function nearestTo(written: string, names: readonly string[]): string | undefined {
  const cut = written.lastIndexOf('/') + 1;
  const pictures = names.filter((name) => pictureTypes.test(name));
  const nearest = findNearest(decode(written.slice(cut)), pictures);
  return nearest && written.slice(0, cut) + nearest.replaceAll(' ', '%20');
}
