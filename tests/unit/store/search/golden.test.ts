import { expect, test } from 'vitest';
import golden from '@/tests/fixtures/search-golden.json';
import { createNewsroom } from '../newsroom';
import { GOLDEN_NOW, readDocuments, writeGoldenNewsroom } from './golden-newsroom';
import { createReference } from './reference';

test('every golden question finds first what the rules say, and as many as they say', async () => {
  const newsroom = createNewsroom();
  writeGoldenNewsroom(newsroom.directory);
  const reference = createReference(readDocuments(newsroom.directory));
  const edition = (await newsroom.open({ now: () => GOLDEN_NOW })).edition(GOLDEN_NOW);
  const byRule = golden.queries.map(({ q }) => ({ q, slugs: reference(q) }));
  const expected = golden.queries.map(({ q, first }, index) => {
    const total = byRule[index]?.slugs.length;
    return { q, first, total };
  });
  const found = [];
  for (const { q } of golden.queries) {
    const text = q.normalize('NFC');
    const outcome = await edition.search({ text, order: 'relevance', page: 1 });
    if (outcome.kind !== 'found') throw new Error(`${q}: ${outcome.kind}`);
    const { hits, total } = outcome.found;
    found.push({ q, first: hits[0]?.article.slug ?? null, total });
  }
  expect(
    byRule.map(({ q, slugs }) => ({ q, first: slugs[0] ?? null, total: slugs.length })),
  ).toEqual(expected);
  expect(found).toEqual(expected);
});
