import type { Article } from '../../content/article';
import { visibleFrom } from '../../content/visible';
import type { SearchEntry } from '../../search/terms';
import type { Database } from '../database';

/** Lets an article that was put be found by its words. */
export function addToSearch(database: Database, article: Article, entry: SearchEntry): void {
  const from = visibleFrom(article);
  const row = database.find('findArticleId', { slug: article.slug });
  if (!row || from === undefined || article.withdrawn) return;
  const id = freeNumber(database, Math.ceil(from / 1000));
  database.run('addSearch', { id, terms: entry.terms });
  database.run('addSearchEntry', { id, article: row.number('id') });
  learnWords(database, entry.words);
}

/** Takes an article out of the index. */
export function removeFromSearch(database: Database, article: number): void {
  database.run('removeSearch', { article });
  database.run('removeSearchEntry', { article });
}

const STEP = 500;

/** The first number from a second on that no entry has: a day may have many without a time. */
function freeNumber(database: Database, second: number): number {
  let free = second;
  for (;;) {
    const taken = database.list('listSearchEntriesFrom', { id: free, limit: STEP });
    for (const row of taken) {
      if (row.number('id') !== free) return free;
      free += 1;
    }
    if (taken.length < STEP) return free;
  }
}

/** Words that stand in a database already, as far as this process has put them there. */
interface Learnt {
  readonly words: Set<string>;
  /** The last word of the table when they did; another says that something was taken back. */
  last: number;
}

const learnt = new WeakMap<Database, Learnt>();

/** Most words of an article are known: none of those is asked for. */
function learnWords(database: Database, words: string): void {
  const last = () => database.find('findLastWord')?.number('id') ?? 0;
  const kept = learnt.get(database);
  const known = kept?.last === last() ? kept : { words: new Set<string>(), last: 0 };
  for (const line of words.split('\n')) {
    const [fold = '', key = '', written = ''] = line.split(' ');
    const form = `${fold} ${key}`;
    if (fold === '' || known.words.has(form)) continue;
    database.run('addWord', { fold, key, written });
    known.words.add(form);
  }
  known.last = last();
  learnt.set(database, known);
}
