import { comparePlaces, type Problem, problem } from '../../content/problems/problems';
import type { FiledMention } from '../../store/mention-rows';
import { addressOfFile } from './address-of-file';
import { groupBy } from './group-by';

/**
 * Old addresses that cannot redirect: they lead round to themselves, two files claim them, or
 * something else lives there.
 * @param mentions those of kind `alias`
 * @param isOccupied whether something else than a redirect answers at a path, now or soon
 * @param isDraft a draft holds no address yet
 */
export function findAliasFaults(
  mentions: readonly FiledMention[],
  isOccupied: (path: string) => boolean,
  isDraft: (file: string) => boolean,
): readonly Problem[] {
  const claims = mentions.filter(({ kind }) => kind === 'alias').toSorted(comparePlaces);
  const claimed = groupBy(claims, ({ target }) => target);
  // By the address that a file lives at: the addresses that it claims beside it.
  const byHome = groupBy(claims, ({ file }) => addressOfFile(file));
  const isLoop = ({ file, target }: FiledMention) => {
    const home = addressOfFile(file);
    const isClaimedBack = byHome.get(target as typeof home)?.some((other) => other.target === home);
    return home !== undefined && (target === home || isClaimedBack === true);
  };
  return claims.flatMap((mention) => {
    const { file, target } = mention;
    const found: Problem[] = [];
    if (isLoop(mention)) found.push(problem('alias-loop', mention, target));
    else if (!isDraft(file) && isOccupied(target))
      found.push(problem('alias-shadowed', mention, target));
    const owner = claimed.get(target)?.[0];
    if (owner && owner.file !== file)
      found.push(problem('alias-taken', mention, target, owner.file));
    return found;
  });
}
