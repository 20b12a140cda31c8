import { type Problem, problem } from '../../content/problems/problems';
import type { FiledMention } from '../../store/mention-rows';
import { slug as slugOf } from '../../vietnamese/slug';
import { spellingKey } from '../../vietnamese/spelling-key';
import { comparePlaces, groupBy } from './order';
import { remember } from './remember';

/**
 * Names of tags that share an address and are spelt otherwise (kỷ luật, kỹ luật); told where the
 * rarer spelling stands, or of equally rare ones that of the later file.
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
      const [common, ...rarer] = spellings
        .map((spelling) => spelling.toSorted(comparePlaces))
        .sort((a, b) => b.length - a.length || (a[0] && b[0] ? comparePlaces(a[0], b[0]) : 0));
      const known = common?.[0]?.target ?? '';
      return rarer
        .flat()
        .map((mention) => problem('tag-collision', mention, mention.target, known));
    },
  );
}
