import { describe, expect, test } from 'vitest';
import { articleText } from '@/lib/feeds/article-text';
import { article, markdown, siteFile } from '../store/newsroom';
import { editionOf, hostile } from './newsroom';
import { headingsOf, linksOf, paragraphsOf, rawHtmlOf } from './read-markdown';

const textOf = async (files: Readonly<Record<string, string>>) => {
  const text = await articleText(await editionOf(files), 'tin');
  if (text === undefined) throw new Error('no text');
  return text;
};

describe('the text of an article', () => {
  test('has a short head, then what its editor wrote, its source and its corrections', async () => {
    const body = 'Mở đầu *nghiêng*,\ndòng hai.\n\n## Tít  phụ\n\n* mục[^1]\n\n[^1]: [Nguồn](/x).';
    const text = await textOf({
      'site.yaml': siteFile({ corrections: { heading: 'Thông tin cải chính' } }),
      'authors/thu-trang.md': markdown({ name: 'Thu Trang' }),
      'authors/toa-soan.md': markdown({ name: 'Tòa soạn', kind: 'desk' }),
      'articles/tin.md': article(
        {
          title: 'Tin & bài #1',
          date: '2026-11-02 08:30',
          updated: '2026-11-03 09:00',
          authors: ['thu-trang', 'toa-soan'],
          source: { name: 'Báo A', url: 'https://bao.vn/a', publishedAt: '2026-11-01' },
          corrections: [
            { date: '2026-11-05', text: 'Sửa *37* thành 39.' },
            { date: '2026-12-01', text: 'Chưa đến ngày.' },
          ],
        },
        body,
      ),
    });
    expect(text).toBe(`# Tin & bài #1

Sapo.

- Chuyên mục: Thời sự
- Đăng: Thứ Hai, 02/11/2026, 08:30 (GMT+7)
- Cập nhật: Thứ Ba, 03/11/2026, 09:00 (GMT+7)
- Tác giả: Thu Trang, Tòa soạn
- Địa chỉ: <https://vi-du.vn/bai-viet/tin>

---

${body.replace('(/x)', '(https://vi-du.vn/x)')}

[Theo Báo A](<https://bao.vn/a>) – Chủ Nhật, 01/11/2026

## Thông tin cải chính

- 05/11/2026: Sửa \\*37\\* thành 39.
`);
  });

  test('of an article that is at home elsewhere says where', async () => {
    const text = await textOf({ 'articles/tin.md': article({ canonical: 'https://bao.vn/tin' }) });
    expect(text).toContain('- Địa chỉ: <https://bao.vn/tin>\n');
  });

  test('without authors and body is its head', async () => {
    expect(await textOf({ 'articles/tin.md': article({}, '') })).toBe(
      '# Tin\n\nSapo.\n\n- Chuyên mục: thoi-su\n- Đăng: Chủ Nhật, 01/11/2026\n- Địa chỉ: <https://vi-du.vn/bai-viet/tin>\n\n---\n',
    );
  });

  test.each([
    ['a draft', article({ draft: true })],
    ['an article under embargo', article({ date: '2026-11-25' })],
    [
      'an article that was withdrawn',
      article({ withdrawn: { date: '2026-11-24', reason: 'Sai.' } }),
    ],
  ])('is not there for %s', async (_, file) => {
    const edition = await editionOf({ 'articles/tin.md': file });
    expect(await articleText(edition, 'tin')).toBeUndefined();
    expect(await articleText(edition, 'khong-co')).toBeUndefined();
  });

  test.each(Object.entries(hostile))('with %s everywhere is read back', async (_, written) => {
    const text = await textOf({
      'site.yaml': siteFile({ corrections: { heading: written } }),
      'articles/tin.md': article(
        {
          ...{ title: written, description: written, authors: [written] },
          source: { name: written, url: 'https://bao.vn/a' },
          corrections: [{ date: '2026-11-05', text: written }],
        },
        written,
      ),
    });
    expect(headingsOf(text)).toEqual([written, written]);
    expect(paragraphsOf(text)[0]).toBe(written);
    expect(paragraphsOf(text)).toContain(`Tác giả: ${written}`);
    expect(paragraphsOf(text).at(-1)).toBe(`05/11/2026: ${written}`);
    expect(linksOf(text)).toContainEqual([`Theo ${written}`, 'https://bao.vn/a']);
    expect(rawHtmlOf(text)).toEqual([]);
  });

  test.each([
    ['a list', '- mục'],
    ['code that is never closed', '```\nmã'],
    ['a quotation', '> trích'],
    ['a table', '| a |\n|---|\n| b |'],
    ['a note', 'a[^1]\n\n[^1]: Nguồn.'],
    ['a comment that is never closed', 'a\n\n<!-- b'],
    ['a line of dashes', 'a\n\n---'],
  ])('goes on behind a body that ends in %s', async (_, body) => {
    const text = await textOf({
      'articles/tin.md': article(
        { source: { name: 'Báo A' }, corrections: [{ date: '2026-11-05', text: 'Sửa.' }] },
        body,
      ),
    });
    expect(headingsOf(text)).toEqual(['Tin', 'Đính chính']);
    expect(paragraphsOf(text)).toContain('Theo Báo A');
  });
});
