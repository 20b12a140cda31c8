import { expect, test } from 'vitest';
import { article, createNewsroom, NOON } from './newsroom';

const part = (number: number, front: Readonly<Record<string, unknown>> = {}) =>
  article({ series: { name: 'Cảng biển', part: number }, ...front });

const files = {
  'articles/ky-1.md': part(1, { date: '2026-11-01' }),
  'articles/ky-2.md': part(2, { date: '2026-11-03' }),
  // Written with other capitals, and before the second.
  'articles/ky-3.md': part(3, {
    date: '2026-11-02',
    series: { name: 'cảng biển', part: 3 },
  }),
  'articles/ky-4.md': part(4, { date: '2026-12-01 08:00' }),
  'articles/ky-5.md': part(5, { draft: true }),
  'articles/ky-6.md': part(6, { withdrawn: { date: '2026-11-05', reason: 'Sai.' } }),
  'articles/khac.md': article({ series: { name: 'Loạt khác', part: 1 } }),
  'articles/le.md': article(),
};

const published = Date.parse('2026-12-01T08:00:00+07:00');

test.each([
  ['ky-1', NOON, { part: 1, total: 3, next: 'ky-2' }],
  ['ky-2', NOON, { part: 2, total: 3, previous: 'ky-1', next: 'ky-3' }],
  ['ky-3', NOON, { part: 3, total: 3, previous: 'ky-2' }],
  ['ky-3', published - 1, { part: 3, total: 3, previous: 'ky-2' }],
  ['ky-3', published, { part: 3, total: 4, previous: 'ky-2', next: 'ky-4' }],
  ['khac', NOON, { part: 1, total: 1 }],
])('%s at %d stands among the parts that readers may see', async (slug, now, expected) => {
  const edition = (await createNewsroom(files).open()).edition(now);
  const found = edition.findArticle(slug);
  const place = found && edition.series(found);
  expect({
    part: place?.part,
    total: place?.total,
    ...(place?.previous && { previous: place.previous.slug }),
    ...(place?.next && { next: place.next.slug }),
  }).toEqual(expected);
});

test('an article without a series has no place in one', async () => {
  const edition = (await createNewsroom(files).open()).edition(NOON);
  const found = edition.findArticle('le');
  expect(found && edition.series(found)).toBeUndefined();
});

test.each([
  ['Hoà bình', 'HÒA BÌNH', 2],
  ['Kỷ luật', 'Kỹ luật', 1],
  ['Cảng biển', 'Cang bien', 1],
])('%j and %j are one series when they are spelt alike', async (one, other, total) => {
  const newsroom = createNewsroom({
    'articles/ky-1.md': part(1, { series: { name: one, part: 1 } }),
    'articles/ky-2.md': part(2, { series: { name: other, part: 2 } }),
  });
  const edition = (await newsroom.open()).edition(NOON);
  const first = edition.findArticle('ky-1');
  expect(first && edition.series(first)?.total).toBe(total);
});
