import { Readable } from 'node:stream';
import { parseSitemap, parseSitemapIndex } from 'sitemap';
import { describe, expect, test } from 'vitest';
import { addressesOfYear, partOfLists, sitemapsOf } from '@/lib/publish/sitemap-addresses';
import { newsSitemap, sitemapIndex, sitemapOfArticles, sitemapOfLists } from '@/lib/seo/sitemaps';
import { pathOf } from '@/lib/site/routes';
import type { Edition } from '@/lib/store/edition';
import { faultsOfXml } from '../../validate-xml';
import { article, createNewsroom, GIF, markdown, NOON, siteFile } from '../store/newsroom';

const origin = 'https://vi-du.vn';

const files = {
  'site.yaml': siteFile({
    sections: [
      { key: 'thoi-su', name: 'Thời sự' },
      { key: 'de-trong', name: 'Để trống' },
    ],
  }),
  'tags.yaml': '- {name: Kỳ Anh}\n- {name: Chưa có bài}\n',
  'authors/thu-trang.md': markdown({ name: 'Thu Trang' }),
  'authors/nguoi-moi.md': markdown({ name: 'Người Mới' }),
  'pages/gioi-thieu.md': markdown({ title: 'Giới thiệu', description: 'Sapo.' }),
  'articles/cu.md': article({
    date: '2020-12-24',
    tags: ['Kỳ Anh'],
    authors: ['thu-trang'],
    corrections: [{ date: '2021-03-01', text: 'Sửa.' }],
  }),
  'articles/cu-hai.md': article({ date: '2020-12-25T08:30:00' }),
  'articles/anh.md': article({
    date: '2026-11-23T08:30:00',
    title: 'Tin & "ảnh" <b>',
    image: { src: "anh 'một' & hai.gif", alt: 'Ảnh' },
  }),
  "articles/anh 'một' & hai.gif": GIF,
  'articles/noi-khac.md': article({ date: '2026-11-23', canonical: 'https://bao.vn/tin' }),
  'articles/rut.md': article({
    date: '2026-11-23',
    withdrawn: { date: '2026-11-24', reason: 'Sai.' },
  }),
  'articles/nhap.md': article({ date: '2026-11-23', draft: true }),
  'articles/cam.md': article({ date: '2026-11-25' }),
};

async function open(extra: Readonly<Record<string, string>> = {}) {
  const store = await createNewsroom({ ...files, ...extra }).open();
  return store.edition(NOON);
}

const indexOf = (edition: Edition) =>
  sitemapIndex(
    edition,
    sitemapsOf(edition).map(({ route, modified }) => ({ path: pathOf(route), modified })),
  );
const faults = (xml: string) =>
  faultsOfXml(xml, 'sitemap.xsd', 'sitemap-image.xsd', 'sitemap-news.xsd');
const read = async (xml: string) => await parseSitemap(Readable.from([xml]));

describe('the site maps', () => {
  test('are named by their index, each with when it last changed', async () => {
    const edition = await open();
    const xml = indexOf(edition);
    expect(await faults(xml)).toEqual([]);
    expect(await parseSitemapIndex(Readable.from([xml]))).toEqual([
      { url: `${origin}/sitemap/danh-muc.xml`, lastmod: '2026-11-23T08:30:00+07:00' },
      { url: `${origin}/sitemap/chu-de.xml`, lastmod: '2020-12-24T00:00:00+07:00' },
      { url: `${origin}/sitemap/tac-gia.xml`, lastmod: '2020-12-24T00:00:00+07:00' },
      { url: `${origin}/sitemap/2026.xml`, lastmod: '2026-11-23T08:30:00+07:00' },
      { url: `${origin}/sitemap/2020.xml`, lastmod: '2021-03-01T00:00:00+07:00' },
      { url: `${origin}/sitemap/2026-11.xml`, lastmod: '2026-11-23T08:30:00+07:00' },
      { url: `${origin}/sitemap/2020-12.xml`, lastmod: '2021-03-01T00:00:00+07:00' },
    ]);
  });

  test('of a month name its articles and their pictures, without what is hidden, gone or elsewhere', async () => {
    const edition = await open();
    const now = sitemapOfArticles(edition, edition.articlesOfSitemap(2026, 11, 1));
    expect(await faults(now)).toEqual([]);
    expect(await read(now)).toMatchObject([
      {
        url: `${origin}/bai-viet/anh`,
        lastmod: '2026-11-23T08:30:00+07:00',
        img: [{ url: `${origin}/anh/anh/anh%20'm%E1%BB%99t'%20%26%20hai.gif` }],
      },
    ]);
    const then = sitemapOfArticles(edition, edition.articlesOfSitemap(2020, 12, 1));
    expect((await read(then)).map(({ url, lastmod }) => [url, lastmod])).toEqual([
      // A day without a time stays one.
      [`${origin}/bai-viet/cu`, '2021-03-01'],
      [`${origin}/bai-viet/cu-hai`, '2020-12-25T08:30:00+07:00'],
    ]);
  });

  test('of a month name a picture of the whole site, and none whose file is not there', async () => {
    const edition = await open({
      'articles/chung.md': article({
        date: '2018-02-03',
        image: { src: '/icon-512.png', alt: 'Ảnh' },
      }),
      'articles/thieu.md': article({
        date: '2018-02-03',
        image: { src: 'thieu.png', alt: 'Ảnh' },
      }),
    });
    const xml = sitemapOfArticles(edition, edition.articlesOfSitemap(2018, 2, 1));
    expect(await faults(xml)).toEqual([]);
    expect(xml.match(/<image:loc>.*?<\/image:loc>/g)).toEqual([
      `<image:loc>${origin}/icon-512.png</image:loc>`,
    ]);
  });

  test('of a month name an article that says it is at home here', async () => {
    const canonical = `${origin}/bai-viet/o-day`;
    const edition = await open({ 'articles/o-day.md': article({ date: '2018-02-03', canonical }) });
    const xml = sitemapOfArticles(edition, edition.articlesOfSitemap(2018, 2, 1));
    expect(xml).toContain(`<loc>${canonical}</loc>`);
  });

  test('of a month that is over keep every byte when news comes, and change with an article in it', async () => {
    const bytes = (edition: Edition) =>
      sitemapOfArticles(edition, edition.articlesOfSitemap(2020, 12, 1));
    const before = bytes(await open());
    expect(bytes(await open({ 'articles/moi.md': article({ date: '2026-11-24' }) }))).toBe(before);
    const updated = { date: '2020-12-25T08:30:00', updated: '2026-11-24T09:00:00' };
    expect(bytes(await open({ 'articles/cu-hai.md': article(updated) }))).not.toBe(before);
    const typo = { date: '2020-12-25T08:30:00', title: 'Tên khác' };
    expect(bytes(await open({ 'articles/cu-hai.md': article(typo) }))).toBe(before);
  });

  test('of a month in which all articles are at home elsewhere do not exist', async () => {
    const edition = await open({
      'articles/mot-minh.md': article({ date: '2019-05-05', canonical: 'https://bao.vn/x' }),
    });
    expect(edition.articlesOfSitemap(2019, 5, 1)).toEqual([]);
    expect(indexOf(edition)).not.toContain('2019-05');
    expect(indexOf(edition)).toContain('/sitemap/2019.xml');
  });

  test('of lists name every page of every list that holds something', async () => {
    const many = Array.from({ length: 45 }, (_, index) => [
      `articles/nhieu/bai-${index}.md`,
      article({ date: '2025-03-02', tags: ['Kỳ Anh'] }),
    ]);
    const edition = await open(Object.fromEntries(many));
    const urlsOf = async (xml: string) => {
      expect(await faults(xml)).toEqual([]);
      return (await read(xml)).map(({ url }) => url.replace(origin, ''));
    };
    const numbered = (base: string, count: number) =>
      Array.from({ length: count }, (_, index) =>
        index === 0 ? base || '/' : `${base}/trang/${index + 1}`,
      );
    const lists = (name: 'danh-muc' | 'chu-de' | 'tac-gia') =>
      urlsOf(sitemapOfLists(edition, partOfLists(edition, name, 1)));
    expect(await lists('danh-muc')).toEqual([
      ...numbered('', 3),
      ...numbered('/chuyen-muc/thoi-su', 3),
      ...['/gioi-thieu', '/chu-de', '/tac-gia', '/luu-tru', '/dinh-chinh'],
    ]);
    expect(await lists('chu-de')).toEqual(numbered('/chu-de/ky-anh', 3));
    expect(await lists('tac-gia')).toEqual(['/tac-gia/thu-trang']);
    expect(await urlsOf(sitemapOfLists(edition, addressesOfYear(edition, 2025)))).toEqual([
      ...['/luu-tru/2025', ...numbered('/luu-tru/2025/03', 3)],
      ...numbered('/luu-tru/2025/03/02', 3),
    ]);
    expect(partOfLists(edition, 'chu-de', 2)).toEqual([]);
  });
});

describe('the news sitemap', () => {
  test('names what came out within 48 hours, by the second', async () => {
    const store = await createNewsroom(files).open();
    const published = Date.parse('2026-11-23T08:30:00+07:00');
    const slugs = (moment: number) =>
      store
        .edition(moment)
        .latestNews()
        .map(({ slug }) => slug);
    expect(slugs(published - 1)).toEqual([]);
    expect(slugs(published)).toEqual(['anh']);
    expect(slugs(published + 48 * 3_600_000)).toEqual(['cam', 'anh']);
    expect(slugs(published + 48 * 3_600_000 + 1)).toEqual(['cam']);
    // A document of it goes when the clock says so.
    expect(store.nextChange(published + 48 * 3_600_000)).toBe(published + 48 * 3_600_000 + 1);
  });

  test('is valid with hostile titles, and empty', async () => {
    const hostile = `]]></news:title></script>&amp;" \u202e😀 ${'dài '.repeat(30)}`;
    const long = 'tít dài '.repeat(37).trim();
    const edition = await open({
      'articles/la.md': article({ date: '2026-11-24T08:00:00', title: hostile }),
      'articles/dai.md': article({ date: '2026-11-23T07:00:00', title: long }),
    });
    const xml = newsSitemap(edition, edition.latestNews());
    expect(await faults(xml)).toEqual([]);
    // The reader takes no longer ones.
    expect(xml).toContain(`<news:title>${long}</news:title>`);
    const [first, second] = await read(xml.replace(long, 'ngắn'));
    expect(first?.news?.title).toBe(edition.findArticle('la')?.title);
    expect(second).toMatchObject({
      url: `${origin}/bai-viet/anh`,
      news: {
        title: 'Tin & "ảnh" <b>',
        publication_date: '2026-11-23T08:30:00+07:00',
        publication: { name: edition.site.name, language: 'vi' },
      },
    });
    expect(await faults(newsSitemap(edition, []))).toEqual([]);
  });

  test('never names more than a thousand, the newest', async () => {
    const many = Array.from({ length: 1_003 }, (_, index) => [
      `articles/b${index}.md`,
      article({ date: new Date(NOON - 86_400_000 + index * 1000).toISOString() }),
    ]);
    const edition = await open(Object.fromEntries(many));
    const slugs = edition.latestNews().map(({ slug }) => slug);
    expect(slugs).toHaveLength(1_000);
    expect(slugs[0]).toBe('b1002');
    expect(slugs).not.toContain('b2');
  });
});
