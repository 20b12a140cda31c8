import { comparePlaces, type Problem, problem } from '../../content/problems/problems';
import type { FiledMention } from '../../store/mention-rows';
import { slug as slugOf } from '../../vietnamese/slug';
import { spellingKey } from '../../vietnamese/spelling-key';
import { groupBy } from './group-by';
import { remember } from './remember';

/**
 * Names of tags that share an address and are spelt otherwise (kỷ luật, kỹ luật); told where the
 * rarer spelling stands, and at both when neither is rarer.
 * @param mentions those of kind `tag`: names that `tags.yaml` does not know
 */
export function findTagCollisions(mentions: readonly FiledMention[]): readonly Problem[] {
  // Few names stand in very many places.
  const slugs = new Map<string, string>();
  const keys = new Map<string, string>();
  const tags = mentions.filter(({ kind }) => kind === 'tag');
  return [...groupBy(tags, ({ target }) => remember(slugs, target, slugOf))].flatMap(
    ([slug, sharing]) => {
      const spellings = [
        ...groupBy(sharing, ({ target }) => remember(keys, target, spellingKey)).values(),
      ];
      if (slug === '' || spellings.length < 2) return [];
      const [common = [], second = [], ...others] = spellings
        .map((spelling) => spelling.toSorted(comparePlaces))
        .sort((a, b) => b.length - a.length || (a[0] && b[0] ? comparePlaces(a[0], b[0]) : 0));
      const tell = (found: readonly FiledMention[], known = '', isUndecided?: 'undecided') =>
        found.map((at) => problem('tag-collision', at, at.target, known, isUndecided));
      // Which of two is the slip, no count can tell.
      const isUndecided = common.length === second.length ? 'undecided' : undefined;
      return [
        ...(isUndecided ? tell(common, second[0]?.target, isUndecided) : []),
        ...tell(second, common[0]?.target, isUndecided),
        ...tell(others.flat(), common[0]?.target, isUndecided),
      ];
    },
  );
}
