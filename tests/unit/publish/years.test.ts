import { expect, test } from 'vitest';
import type { Article } from '@/lib/content/article';
import { partByYear } from '@/lib/publish/years';

const timeZone = 'Asia/Ho_Chi_Minh';
const at = (...date: Parameters<typeof Date.UTC>) =>
  ({ published: { epochMs: Date.UTC(...date), precision: 'second' } }) as Article;

test('an empty list has no years', () => {
  expect(partByYear([], timeZone)).toEqual([]);
});

test('articles stand under their year in the order of the list', () => {
  const [march, february, december] = [at(2021, 2, 1), at(2021, 1, 1), at(2020, 11, 24)];
  expect(partByYear([march, february, december], timeZone)).toEqual([
    { year: 2021, articles: [march, february] },
    { year: 2020, articles: [december] },
  ]);
});

test('years are those of the site, not of UTC', () => {
  const years = partByYear([at(2020, 11, 31, 17)], timeZone);
  expect(years.map(({ year }) => year)).toEqual([2021]);
});
