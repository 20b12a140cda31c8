import type { Topic } from '../../site/topics';

/** What was taken over from the content folder, by whoever noticed it first. */
export interface TakenOver {
  /** Files read anew, inside the content folder. */
  readonly changed: readonly string[];
  /** How many files are gone. */
  readonly removed: number;
  readonly topics: readonly Topic[] | 'everything';
}

/** What was taken over and not told yet. */
export interface Notes {
  readonly add: (taken: TakenOver) => void;
  /** All of it, once. */
  readonly take: () => TakenOver;
}

/** So many files and topics are remembered; of more topics everything is said to be touched. */
const MOST = 10_000;

/** Makes the memory of a server for what nobody has asked for yet. */
export function createNotes(): Notes {
  const changed = new Set<string>();
  const topics = new Set<Topic>();
  let removed = 0;
  let isEverything = false;
  return {
    add: (taken) => {
      for (const file of taken.changed) {
        changed.delete(file);
        changed.add(file);
      }
      for (const file of changed) {
        if (changed.size <= MOST) break;
        changed.delete(file);
      }
      removed += taken.removed;
      isEverything ||= taken.topics === 'everything';
      if (taken.topics !== 'everything') for (const topic of taken.topics) topics.add(topic);
      if (isEverything || topics.size > MOST) {
        isEverything = true;
        topics.clear();
      }
    },
    take: () => {
      const taken: TakenOver = {
        changed: [...changed].sort(),
        removed,
        topics: isEverything ? 'everything' : [...topics].sort(),
      };
      changed.clear();
      topics.clear();
      removed = 0;
      isEverything = false;
      return taken;
    },
  };
}
