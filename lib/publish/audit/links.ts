import { slugOfFile } from '../../content/article';
import { type Problem, problem } from '../../content/problems/problems';
import { addressOfPicture } from '../../site/routes';
import type { FiledMention } from '../../store/mention-rows';
import { hasAnchor, suggestAnchor } from './anchors';
import type { Destinations } from './destinations';
import { NEVER, type Showings } from './showings';
import type { Suggest } from './suggestions';
import { type Target, targetOf } from './target';

/** What links are judged by. */
export interface LinkJudgement {
  readonly destinations: Destinations;
  readonly showings: Showings;
  readonly suggest: Suggest;
}

/**
 * Links within the site that lead nowhere, to what is not out yet when they are read, or to a part
 * that the page does not have. A withdrawn page counts as nowhere: readers only learn that it is gone.
 * @param mentions those of kind `link`
 */
export function findLinkFaults(
  mentions: readonly FiledMention[],
  judgement: LinkJudgement,
): readonly Problem[] {
  return mentions
    .filter(({ kind }) => kind === 'link')
    .flatMap((mention) => findLinkFault(mention, judgement) ?? []);
}

function findLinkFault(mention: FiledMention, judgement: LinkJudgement): Problem | undefined {
  const { destinations, showings, suggest } = judgement;
  const moment = showings.momentOf(mention.file);
  if (moment === undefined) return undefined;
  const home = showings.homeOf(mention.file);
  const target = targetOf(mention.target, home);
  if (!target) return problem('link-broken', mention, mention.target);
  const found = destinations.find(target.path, moment);
  const { kind } = found;
  const isHidden = kind === 'hidden' && target.path !== home && moment !== NEVER;
  if (isHidden) return problem('link-hidden', mention, mention.target);
  if (kind === 'broken') {
    const isOwnTag = moment === NEVER && showings.isTagOfDraft(target.path);
    if (isOwnTag) return undefined;
    const meant = meantOutside(mention, judgement);
    const nearest = meant ? undefined : suggestionFor(target, suggest);
    return problem('link-broken', mention, mention.target, nearest, meant);
  }
  if (target.fragment === '') return undefined;
  const anchors = destinations.anchorsOf(found, moment);
  if (!anchors || hasAnchor(target.fragment, anchors)) return undefined;
  const nearest = suggestAnchor(target.fragment, anchors);
  const before = mention.target.split('#', 1)[0] ?? '';
  return problem('anchor-broken', mention, mention.target, nearest && `${before}#${nearest}`);
}

/** What is no page of the site and was meant: a picture beside the article, or another site. */
function meantOutside(
  { file, target }: FiledMention,
  { destinations, showings }: LinkJudgement,
): 'picture' | 'elsewhere' | undefined {
  const isOfArticle = showings.articleOf(file) !== undefined;
  const picture = isOfArticle && targetOf(addressOfPicture(slugOfFile(file), target), '/')?.path;
  if (picture && destinations.hasPicture(picture)) return 'picture';
  return siteName.test(target) ? 'elsewhere' : undefined;
}

/** The name of a site without `https://`; of all endings only those that editors here meet. */
const siteName =
  /^(?:www\.|(?:[a-z0-9-]+\.)+(?:app|asia|at|au|be|biz|blog|ca|ch|cn|co|com|de|dk|edu|eu|fr|gov|id|in|info|int|io|it|jp|kh|kr|la|me|my|net|news|nl|nz|org|ph|ru|se|sg|th|tv|tw|uk|us|vn)(?=[/?#:]|$))/i;

function suggestionFor({ path, fragment }: Target, suggest: Suggest): string | undefined {
  const nearest = suggest(path);
  return nearest && fragment !== '' ? `${nearest}#${fragment}` : nearest;
}
