import { expect, test } from 'vitest';
import { opml } from '@/lib/feeds/opml';
import { faultsOfXml, feedSchemas } from '../../validate-xml';
import { article, markdown, siteFile } from '../store/newsroom';
import { editionOf, hostile, origin } from './newsroom';

const attributes = (text: string, name: string) =>
  [...text.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(([, value]) => value);

test('the list of feeds names each list once, in groups, with its page', async () => {
  const text = opml(
    await editionOf({
      'site.yaml': siteFile(),
      'tags.yaml': '- {name: Kỳ Anh}\n- {name: Chưa có bài}\n',
      'authors/thu-trang.md': markdown({ name: 'Thu Trang' }),
      'authors/nguoi-moi.md': markdown({ name: 'Người Mới' }),
      'articles/tin.md': article({ tags: ['Kỳ Anh'], authors: ['thu-trang'] }),
    }),
  );
  expect(await faultsOfXml(text, ...feedSchemas.opml)).toEqual([]);
  expect(attributes(text, 'text')).toEqual([
    'Báo Thử',
    ...['Chuyên mục', 'Thời sự', 'Đời sống'],
    ...['Chủ đề', 'Kỳ Anh'],
    ...['Tác giả', 'Thu Trang'],
  ]);
  expect(attributes(text, 'title')).toEqual(attributes(text, 'text'));
  expect(attributes(text, 'xmlUrl')).toEqual([
    `${origin}/rss.xml`,
    `${origin}/chuyen-muc/thoi-su/rss.xml`,
    `${origin}/chuyen-muc/doi-song/rss.xml`,
    `${origin}/chu-de/ky-anh/rss.xml`,
    `${origin}/tac-gia/thu-trang/rss.xml`,
  ]);
  expect(attributes(text, 'htmlUrl')).toEqual([
    `${origin}/`,
    `${origin}/chuyen-muc/thoi-su`,
    `${origin}/chuyen-muc/doi-song`,
    `${origin}/chu-de/ky-anh`,
    `${origin}/tac-gia/thu-trang`,
  ]);
});

test('without lists it names the site', async () => {
  const text = opml(await editionOf({}));
  expect(await faultsOfXml(text, ...feedSchemas.opml)).toEqual([]);
  expect(attributes(text, 'xmlUrl')).toEqual([`${origin}/rss.xml`]);
});

test.each(Object.entries(hostile))('names with %s are valid', async (_, name) => {
  const text = opml(
    await editionOf({
      'site.yaml': siteFile({ name, sections: [{ key: 'thoi-su', name }] }),
      'authors/a.md': markdown({ name }),
      'articles/tin.md': article({ tags: [name], authors: ['a'] }),
    }),
  );
  expect(await faultsOfXml(text, ...feedSchemas.opml)).toEqual([]);
  expect(attributes(text, 'xmlUrl')).toHaveLength(4);
});
