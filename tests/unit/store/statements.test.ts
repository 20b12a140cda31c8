import Libsql from 'libsql';
import { afterAll, describe, expect, test } from 'vitest';
import { lastingSchema, schema, statements } from '@/lib/store/statements';

/** Steps of a plan that read a whole table or sort on the side, and why they may. */
const exceptions: Readonly<Record<string, readonly string[]>> = {
  // Asked once a sync, and the answer is every file.
  listFiles: ['SCAN file'],
  listPhotographs: ['SCAN photograph'],
  // Asked once a start.
  listStopped: ['SCAN file'],
  // Reads indexes that hold nothing but what has problems, which is little, and puts it in order.
  listProblems: [
    'SCAN file USING INDEX file_problems',
    'UNION USING TEMP B-TREE',
    'SCAN article_body USING INDEX body_problems',
    'SCAN wrong',
    'USE TEMP B-TREE FOR ORDER BY',
  ],
  // Asked by the check, never for a page.
  listMentions: ['SCAN mention'],
  // What is broken or gone now is little.
  listGone: ['SCAN last_good'],
  // Read when the tables change.
  listLastGood: ['SCAN last_good'],
  // Asked in development only.
  listHidden: ['SCAN article', 'USE TEMP B-TREE FOR ORDER BY'],
  // Every author is wanted, once a sync.
  listAuthors: ['SCAN author'],
  // There are a handful of pages, and the footer names them all.
  listSitePages: ['SCAN site_page'],
  // Asked when a site page or an author has changed.
  listProfiles: ['SCAN author'],
  listSitePageTexts: ['SCAN site_page'],
  // Asked when what articles are read by has changed, instead of reading all of them.
  listWithProblems: ['SCAN file USING INDEX file_problems'],
  listUnlisted: ['SCAN article USING COVERING INDEX sqlite_autoindex_article_2'],
  listTagTargets: ['SCAN mention', 'USE TEMP B-TREE FOR DISTINCT'],
  listFilesOfTags: ['SCAN mention', 'SCAN json_each VIRTUAL TABLE INDEX 1:'],
  // Sorts the lists of what is under embargo, which is little.
  countFutureByList: ['USE TEMP B-TREE FOR GROUP BY'],
  // The index of words is one, and so is a list of what is asked for.
  countFound: ['SCAN search VIRTUAL TABLE INDEX 0:M1><'],
  listFound: ['SCAN search VIRTUAL TABLE INDEX 192:M1><'],
  listFoundArticles: ['SCAN json_each VIRTUAL TABLE INDEX 1:'],
  listKnownFolds: ['SCAN json_each VIRTUAL TABLE INDEX 1:'],
};

const connection = new Libsql(':memory:');
connection.exec(schema + lastingSchema);
afterAll(() => connection.close());

function planOf(sql: string): readonly string[] {
  const rows = connection.prepare(`explain query plan ${sql}`).all({}) as { detail: string }[];
  return rows.map(({ detail }) => detail);
}

const selects = Object.entries(statements).filter(([, sql]) => sql.trim().startsWith('select'));

describe('the plan of', () => {
  test.each(selects)('%s needs no full scan and no sort on the side', async (name, sql) => {
    const dear = planOf(sql).filter((step) => /^SCAN|TEMP B-TREE/.test(step));
    expect(dear.filter((step) => !exceptions[name]?.includes(step))).toEqual([]);
  });

  test.each(Object.entries(exceptions))('%s still needs its exception', async (name, steps) => {
    const sql = Object.fromEntries(selects)[name] ?? '';
    expect(planOf(sql)).toEqual(expect.arrayContaining([...steps]));
  });

  test('a question without an index would be noticed', async () => {
    expect(planOf('select slug from article order by title')).toEqual([
      'SCAN article',
      'USE TEMP B-TREE FOR ORDER BY',
    ]);
  });
});

test('every value comes in by name', async () => {
  for (const sql of Object.values(statements)) expect(sql).not.toContain('?');
});
