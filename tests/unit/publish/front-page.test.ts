import { describe, expect, test } from 'vitest';
import type { Article } from '@/lib/content/article';
import { arrangeFrontPage } from '@/lib/publish/front-page';

const sections = [
  { key: 'thoi-su', name: 'Thời sự', aliases: [] },
  { key: 'doi-song', name: 'Đời sống', aliases: [] },
];

/** Articles newest first, written as `slug:section`, with `!` for a featured one. */
function articles(...written: readonly string[]): readonly Article[] {
  return written.map((text, index) => {
    const [slug = '', key = 'thoi-su'] = text.replace('!', '').split(':');
    return {
      slug,
      title: slug,
      description: slug,
      section: { key, name: key },
      published: { epochMs: 1_000_000 - index, precision: 'second' },
      tags: [],
      authors: [],
      corrections: [],
      aliases: [],
      featured: text.startsWith('!'),
      draft: false,
    };
  });
}

const slugs = (shown: readonly Article[] | undefined) => shown?.map(({ slug }) => slug);

describe('the front page', () => {
  test('has no layout when there is nothing to show', () => {
    expect(arrangeFrontPage([], sections)).toBeUndefined();
  });

  test('leads with the newest article when none is featured', () => {
    expect(arrangeFrontPage(articles('a', 'b'), sections)?.lead.slug).toBe('a');
  });

  test('leads with the newest of the featured articles', () => {
    expect(arrangeFrontPage(articles('a', '!b', '!c'), sections)?.lead.slug).toBe('b');
  });

  test('with a single article has a lead and nothing else', () => {
    const front = arrangeFrontPage(articles('a'), sections);
    expect(front).toMatchObject({ news: [], others: [] });
    expect(front?.band).toBeUndefined();
  });

  test('puts the four newest beside the lead and the rest into the river', () => {
    const front = arrangeFrontPage(articles('a', 'b', 'c', '!d', 'e', 'f', 'g'), sections);
    expect(slugs(front?.news)).toEqual(['a', 'b', 'c', 'e']);
    expect(slugs(front?.others)).toEqual(['f', 'g']);
  });

  test('gives no band to a section with four articles left', () => {
    const front = arrangeFrontPage(articles('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'), sections);
    expect(front?.band).toBeUndefined();
    expect(front?.others).toHaveLength(4);
  });

  test('gives the band to the first section in site order that has five articles left', () => {
    const life = Array.from({ length: 5 }, (_, index) => `s${index}:doi-song`);
    const news = Array.from({ length: 6 }, (_, index) => `t${index}:thoi-su`);
    const front = arrangeFrontPage(articles('a', 'b', 'c', 'd', 'e', ...life, ...news), sections);
    expect(front?.band?.section.key).toBe('thoi-su');
    expect(slugs(front?.band?.big)).toEqual(['t0', 't1']);
    expect(slugs(front?.band?.small)).toEqual(['t2', 't3', 't4']);
    expect(slugs(front?.others)).toEqual(['s0', 's1', 's2', 's3', 's4', 't5']);
  });

  test.each([1, 2, 5, 6, 10, 20])('shows each of %i articles once', (count) => {
    const all = articles(...Array.from({ length: count }, (_, index) => `a${index}`));
    const front = arrangeFrontPage(all, sections);
    const shown = [
      front?.lead,
      ...(front?.news ?? []),
      ...(front?.band?.big ?? []),
      ...(front?.band?.small ?? []),
      ...(front?.others ?? []),
    ];
    expect(new Set(shown)).toEqual(new Set(all));
    expect(shown).toHaveLength(count);
  });
});
