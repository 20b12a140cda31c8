import { describe, expect, test } from 'vitest';
import { article, GIF, siteFile } from '../store/newsroom';
import { editionOf, feedIn, origin } from './newsroom';

/** A picture of 4 by 3 pixels, in as few bytes as say so. */
const gif = 'GIF89a\u0004\u0000\u0003\u0000\u0000\u0000\u0000;';

const firstItem = async (files: Readonly<Record<string, string>>) => {
  const [item] = (await feedIn(await editionOf(files))).items;
  if (!item) throw new Error('no article');
  return item;
};

describe('the content of an article', () => {
  test('has the lead picture first, then text, source and corrections that are due', async () => {
    const item = await firstItem({
      'site.yaml': siteFile({ corrections: { heading: 'Thông tin cải chính' } }),
      'articles/anh.gif': gif,
      'articles/tin.md': article({
        image: { src: 'anh.gif', alt: 'Cảng', caption: 'Cảng <Vũng Áng>.', credit: 'Thu Trang' },
        source: {
          name: 'Báo A & B',
          url: 'https://bao.vn/a?b=1&c=2',
          author: 'Hải Yến',
          publishedAt: '2026-11-01 08:00',
        },
        corrections: [
          { date: '2026-11-05', text: 'Sửa “37” thành <39>.' },
          { date: '2026-12-01', text: 'Chưa đến ngày.' },
        ],
      }),
    });
    expect(item.html).toBe(
      [
        '<figure>',
        `<img src="${origin}/anh/tin/anh.gif" alt="Cảng" width="4" height="3"/>`,
        '<figcaption>Cảng &lt;Vũng Áng&gt;. Ảnh: Thu Trang</figcaption>',
        '</figure>',
        '<p>Thân bài.</p>',
        '<p><a href="https://bao.vn/a?b=1&amp;c=2">Theo Báo A &amp; B (Hải Yến)</a> – Chủ Nhật, 01/11/2026, 08:00 (GMT+7)</p>',
        '<h2>Thông tin cải chính</h2>',
        '<p><time datetime="2026-11-05">05/11/2026</time>: Sửa “37” thành &lt;39&gt;.</p>',
      ].join('\n'),
    );
    expect(item.picture).toEqual({
      url: `${origin}/anh/tin/anh.gif`,
      alt: 'Cảng',
      caption: 'Cảng <Vũng Áng>.',
      credit: 'Thu Trang',
      size: { width: 4, height: 3 },
      type: 'image/gif',
    });
  });

  test('names no picture whose file is not there, and one beyond ASCII so that all can follow', async () => {
    const files = { 'articles/tin.md': article({ image: { src: 'anh một.gif', alt: 'Cảng' } }) };
    const missing = await firstItem(files);
    expect([missing.html, missing.picture]).toEqual(['<p>Thân bài.</p>', undefined]);
    const item = await firstItem({ ...files, 'articles/anh một.gif': GIF });
    const src = `${origin}/anh/tin/anh%20m%E1%BB%99t.gif`;
    expect(item.html).toContain(`<img src="${src}"`);
    expect(item.picture).toMatchObject({ url: src, alt: 'Cảng' });
  });

  test('of a source without an address names it', async () => {
    const item = await firstItem({ 'articles/tin.md': article({ source: { name: 'Báo A' } }) });
    expect(item.html).toBe('<p>Thân bài.</p>\n<p>Theo Báo A</p>');
  });

  test.each([
    ['## Chỉ một tít', '<h2>Chỉ một tít</h2>'],
    ['', ''],
  ])('of the body %j is %j', async (body, html) => {
    expect((await firstItem({ 'articles/tin.md': article({}, body) })).html).toBe(html);
  });
});
