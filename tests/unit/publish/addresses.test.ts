import { describe, expect, test } from 'vitest';
import { listOldAddresses, listPages, listPictures } from '@/lib/publish/addresses';
import { resolve } from '@/lib/publish/resolve';
import { pathOf } from '@/lib/site/routes';
import { article, createNewsroom, GIF, markdown, NOON, siteFile } from '../store/newsroom';

const many = Array.from({ length: 45 }, (_, index) => [
  `articles/2025/03/bai-${index}.md`,
  article({ date: '2025-03-02', title: `Bài ${index}`, tags: ['thử'] }),
]);

const files = {
  'site.yaml': siteFile({
    sections: [
      { key: 'thoi-su', name: 'Thời sự', aliases: ['/chuyen-muc/tin-tuc'] },
      { key: 'de-trong', name: 'Để trống' },
    ],
  }),
  'tags.yaml': '- {name: Kỳ Anh, synonyms: [TX Kỳ Anh]}\n- {name: Chưa có bài}\n',
  'authors/thu-trang.md': markdown({ name: 'Thu Trang', aliases: ['/tac-gia/trang-cu'] }),
  'authors/nguoi-moi.md': markdown({ name: 'Người Mới' }),
  'pages/gioi-thieu.md': markdown({ title: 'Giới thiệu', description: 'Sapo.' }),
  'articles/2026/11/tin.md': article(
    {
      date: '2026-11-02',
      authors: ['thu-trang'],
      image: { src: 'anh một.gif', alt: 'Ảnh' },
      aliases: ['/2026/11/Tin cũ; "số 1" $uri.html', '/bai-viet/nhap'],
      corrections: [{ date: '2026-11-03', text: 'Sửa.' }],
    },
    '![Ảnh hai](hinh/hai.png)\n\n![Chung](/images/chung.png)\n',
  ),
  'articles/2026/11/anh một.gif': GIF,
  'articles/2026/11/rut.md': article({
    ...{ withdrawn: { date: '2026-11-03', reason: 'Sai.' }, image: { src: 'rut.jpg', alt: 'Ảnh' } },
    ...{ tags: ['chuyện rút'], aliases: ['/rut-cu'] },
  }),
  'articles/2026/11/nhap.md': article({ draft: true, aliases: ['/nhap-cu'] }),
  'articles/2027/01/cam.md': article({
    ...{ date: '2027-01-05', aliases: ['/cam-cu'], tags: ['chuyện cấm'] },
    image: { src: 'cam.jpg', alt: 'Ảnh' },
  }),
  ...Object.fromEntries(many),
};

async function open() {
  const store = await createNewsroom(files).open();
  const edition = store.edition(NOON);
  await edition.readBody('tin');
  return { store, edition };
}

describe('the addresses of documents', () => {
  test('are all that there are, each once', async () => {
    const { store, edition } = await open();
    const listed = [...listPages(store, edition)].flat();
    const found = listed.filter(({ status }) => status === 200).map(({ route }) => pathOf(route));
    const numbered = (base: string) => [base, `${base}/trang/2`, `${base}/trang/3`];
    const feeds = (base: string) =>
      ['rss.xml', 'atom.xml', 'feed.json'].map((file) => `${base}/${file}`);
    const sitemap = (name: string) => `/sitemap/${name}.xml`;
    const bare = many.map((_, index) => `bai-${index}`);
    expect(found.sort()).toEqual(
      [
        ...['/', '/trang/2', '/trang/3', '/gioi-thieu', '/dinh-chinh'],
        ...['/manifest.webmanifest', '/opensearch.xml'],
        ...['/chu-de', '/tac-gia', '/luu-tru', '/luu-tru/2025', '/luu-tru/2026'],
        ...numbered('/chuyen-muc/thoi-su'),
        '/chuyen-muc/de-trong',
        ...numbered('/chu-de/thu'),
        ...['/chu-de/ky-anh', '/chu-de/chua-co-bai'],
        ...['/tac-gia/thu-trang', '/tac-gia/nguoi-moi'],
        ...numbered('/luu-tru/2025/03'),
        ...numbered('/luu-tru/2025/03/02'),
        ...['/luu-tru/2026/11', '/luu-tru/2026/11/02'],
        ...['tin', ...bare].flatMap((slug) => [`/bai-viet/${slug}`, `/bai-viet/${slug}.md`]),
        // What has a photograph needs no card.
        ...bare.map((slug) => `/og/${slug}.png`),
        ...['/og.png', '/og/chuyen-muc/thoi-su.png', '/og/chuyen-muc/de-trong.png'],
        ...['/og/chu-de/thu.png', '/og/chu-de/ky-anh.png', '/og/chu-de/chua-co-bai.png'],
        ...['', '/chuyen-muc/thoi-su', '/chuyen-muc/de-trong'].flatMap(feeds),
        ...['/chu-de/thu', '/chu-de/ky-anh', '/chu-de/chua-co-bai'].flatMap(feeds),
        ...['/tac-gia/thu-trang', '/tac-gia/nguoi-moi'].flatMap(feeds),
        ...['/robots.txt', '/llms.txt', '/opml.xml', '/news-sitemap.xml', '/sitemap.xml'],
        ...['danh-muc', 'chu-de', 'tac-gia', '2025', '2026', '2025-03', '2026-11'].map(sitemap),
      ].sort(),
    );
  });

  test('are what is resolved to a document, or to a withdrawn article', async () => {
    const { store, edition } = await open();
    for (const { route, status } of [...listPages(store, edition)].flat()) {
      const path = pathOf(route);
      const kind = status === 200 ? 'document' : 'withdrawn';
      expect(resolve(store, edition, path)).toEqual({ kind, path });
    }
  });

  test('come with 410 where an article was withdrawn', async () => {
    const { store, edition } = await open();
    const listed = [...listPages(store, edition)].flat().filter(({ status }) => status === 410);
    expect(listed.map(({ route }) => pathOf(route))).toEqual(['/bai-viet/rut']);
  });
});

test('old addresses lead where they lead now, in one hop; those that lead nowhere are none', async () => {
  const { store, edition } = await open();
  expect([...listOldAddresses(store, edition)].flat()).toEqual([
    { from: '/2026/11/tin cũ; "số 1" $uri.html', to: '/bai-viet/tin' },
    { from: '/bai-viet/nhap', to: '/bai-viet/tin' },
    { from: '/chu-de/tx-ky-anh', to: '/chu-de/ky-anh' },
    { from: '/chuyen-muc/tin-tuc', to: '/chuyen-muc/thoi-su' },
    { from: '/rut-cu', to: '/bai-viet/rut' },
    { from: '/tac-gia/trang-cu', to: '/tac-gia/thu-trang' },
  ]);
});

test('pictures are those beside articles that readers may see', async () => {
  const { store, edition } = await open();
  const names = [...listPictures(store, edition)]
    .flat()
    .map(({ slug, name }) => `${slug}: ${name}`);
  expect(names).toEqual(['tin: anh một.gif', 'tin: hinh/hai.png']);
});
