import { describe, expect, test } from 'vitest';
import { article, createNewsroom, NOON } from './newsroom';

/** What is beside the article `giua`, published at noon of 10/11/2026. */
async function beside(
  others: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  now = NOON,
) {
  const newsroom = createNewsroom({
    'articles/giua.md': article({ date: '2026-11-10 12:00', tags: ['cảng', 'Kỳ Anh'] }),
  });
  for (const [slug, front] of Object.entries(others))
    newsroom.write(`articles/${slug}.md`, article({ date: '2026-11-10 12:00', ...front }));
  const edition = (await newsroom.open()).edition(now);
  const middle = edition.findArticle('giua');
  if (!middle) throw new Error('no article to stand beside');
  const { previous, next } = edition.neighbours(middle);
  return {
    related: edition.related(middle).map(({ slug }) => slug),
    neighbours: [previous?.slug, next?.slug],
  };
}

describe('related articles', () => {
  test('share a tag or the section, and are never strangers', async () => {
    const { related } = await beside({
      'cung-the': { section: 'the-thao', tags: ['cảng'] },
      'cung-muc': {},
      'nguoi-la': { section: 'the-thao', tags: ['bóng đá'] },
    });
    expect(related).toEqual(['cung-the', 'cung-muc']);
  });

  test('come in the order of how much they share, the nearer in time first among equals', async () => {
    const { related } = await beside({
      'hai-the': { tags: ['cảng', 'Kỳ Anh'] },
      'mot-the': { section: 'the-thao', tags: ['cảng'] },
      'muc-xa': { date: '2026-11-01' },
      'muc-gan': { date: '2026-11-09' },
    });
    expect(related).toEqual(['hai-the', 'mot-the', 'muc-gan', 'muc-xa']);
  });

  test('a rare tag says more than one that many articles carry', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 9 }, (_, n) => [
        `nhieu-${n}`,
        { section: 'the-thao', tags: ['Kỳ Anh'], date: '2026-10-01' },
      ]),
    );
    const { related } = await beside({
      ...many,
      hiem: { section: 'the-thao', tags: ['cảng'], date: '2020-01-01' },
    });
    expect(related[0]).toBe('hiem');
  });

  test('are at most four, and not the article itself', async () => {
    const { related } = await beside(
      Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`bai-${n}`, {}])),
    );
    expect(related).toHaveLength(4);
    expect(related).not.toContain('giua');
  });

  test.each([
    ['under embargo', { date: '2030-01-01' }],
    ['a draft', { draft: true }],
    ['withdrawn', { withdrawn: { date: '2026-11-11', reason: 'Sai.' } }],
  ])('are never one that is %s', async (_what, state) => {
    expect((await beside({ an: { tags: ['cảng'], ...state } })).related).toEqual([]);
  });

  test('come in from their second on', async () => {
    const others = { sau: { date: '2026-11-20 12:00', tags: ['cảng'] } };
    const out = Date.parse('2026-11-20T12:00:00+07:00');
    expect((await beside(others, out - 1)).related).toEqual([]);
    expect((await beside(others, out)).related).toEqual(['sau']);
  });
});

describe('neighbours', () => {
  test('are the nearest in the section, before and after', async () => {
    const { neighbours } = await beside({
      'truoc-xa': { date: '2026-11-01' },
      truoc: { date: '2026-11-09' },
      sau: { date: '2026-11-11' },
      'sau-xa': { date: '2026-11-12' },
      'muc-khac': { date: '2026-11-10 12:01', section: 'the-thao' },
    });
    expect(neighbours).toEqual(['truoc', 'sau']);
  });

  test('of one second go by slug, as in the list', async () => {
    expect((await beside({ 'giua-2': {}, a: {} })).neighbours).toEqual(['giua-2', 'a']);
  });

  test('are none at the ends, and none under embargo', async () => {
    expect((await beside({ sau: { date: '2030-01-01' } })).neighbours).toEqual([
      undefined,
      undefined,
    ]);
  });
});
