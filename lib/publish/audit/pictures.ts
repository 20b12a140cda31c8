import { slugOfFile } from '../../content/article';
import { type Problem, problem } from '../../content/problems/problems';
import { addressOfPicture } from '../../site/routes';
import type { FiledMention } from '../../store/mention-rows';
import type { Destinations } from './destinations';
import type { Showings } from './showings';
import { targetOf } from './target';

/**
 * Pictures whose file is not there: beside the article, or among the public files.
 * @param mentions those of kind `picture`
 */
export function findMissingPictures(
  mentions: readonly FiledMention[],
  { hasPicture }: Pick<Destinations, 'hasPicture'>,
  { articleOf, homeOf, momentOf }: Showings,
): readonly Problem[] {
  return mentions
    .filter(({ kind, file }) => kind === 'picture' && momentOf(file) !== undefined)
    .flatMap((mention) => {
      const { file, target } = mention;
      const isOfArticle = articleOf(file) !== undefined;
      const address = isOfArticle ? addressOfPicture(slugOfFile(file), target) : target;
      const path = targetOf(address, homeOf(file))?.path;
      const isThere = path !== undefined && hasPicture(path);
      return isThere ? [] : [problem('picture-missing', mention, target)];
    });
}
