import { describe, expect, test } from 'vitest';
import type { Article } from '@/lib/content/article';
import { answerHead, articleHead, type PageHead, pageHead, searchHead } from '@/lib/seo/metadata';
import { paths } from '@/lib/site/routes';

const publication = {
  site: { name: 'Tòa Soạn', timeZone: 'Asia/Ho_Chi_Minh' },
  siteUrl: 'https://toasoan.example',
  indexable: true,
  now: Date.UTC(2020, 11, 31),
};

const article: Article = {
  slug: 'bai-mau',
  title: 'Bài mẫu',
  description: 'Sapo của bài mẫu.',
  section: { key: 'thoi-su', name: 'Thời sự' },
  published: { epochMs: Date.UTC(2020, 11, 23, 17), precision: 'day' },
  tags: [
    { slug: 'ky-anh', name: 'Kỳ Anh' },
    { slug: 'ha-tinh', name: 'Hà Tĩnh' },
  ],
  authors: [],
  corrections: [],
  aliases: [],
  featured: false,
  draft: false,
};

/** All contents under a name or property, in their order. */
function contents(head: PageHead, key: string): readonly string[] {
  return head.metas
    .filter((meta) => ('name' in meta ? meta.name : meta.property) === key)
    .map(({ content }) => content);
}

const tagPage = { title: 'Kỳ Anh – chủ đề', description: 'Thị xã Kỳ Anh.' };

describe('the title', () => {
  test('of the front page is the name of the site', () => {
    const head = pageHead(publication, { description: 'Trang tin.', path: paths.front() });
    expect(head.title).toBe('Tòa Soạn');
    expect(contents(head, 'og:title')).toEqual(['Tòa Soạn']);
  });

  test('of any other page ends with the name of the site, which Open Graph has apart', () => {
    const head = pageHead(publication, { ...tagPage, path: paths.tag('ky-anh') });
    expect(head.title).toBe('Kỳ Anh – chủ đề – Tòa Soạn');
    expect(contents(head, 'og:title')).toEqual(['Kỳ Anh – chủ đề']);
    expect(contents(head, 'og:site_name')).toEqual(['Tòa Soạn']);
  });

  test.each([
    [{ ...tagPage, path: paths.tag('ky-anh', 2), page: 2 }, 'Kỳ Anh – chủ đề, trang 2 – Tòa Soạn'],
    [
      { description: 'Trang tin.', path: paths.front(3), page: 3 },
      'Bài mới nhất, trang 3 – Tòa Soạn',
    ],
  ])('of a numbered page says its number', (page, title) => {
    expect(pageHead(publication, page).title).toBe(title);
  });
});

test.each([
  [{ text: '', page: 1 }, 'Tìm kiếm – Tòa Soạn'],
  [{ text: 'quốc phòng', page: 1 }, 'Tìm “quốc phòng” – Tòa Soạn'],
  [{ text: '"kỳ anh" -cảng', page: 1 }, 'Tìm “‘kỳ anh’ -cảng” – Tòa Soạn'],
  [{ text: 'quốc phòng', page: 3 }, 'Tìm “quốc phòng”, trang 3 – Tòa Soạn'],
])('the title of the search %j is %j', (search, title) => {
  expect(searchHead(publication, search).title).toBe(title);
});

describe('the canonical address', () => {
  test('of a numbered page is its own, not that of the first', () => {
    const head = pageHead(publication, { ...tagPage, path: paths.tag('ky-anh', 2), page: 2 });
    expect(head.canonical).toBe('https://toasoan.example/chu-de/ky-anh/trang/2');
    expect(contents(head, 'og:url')).toEqual([head.canonical]);
  });

  test('of an article is its address on the site', () => {
    expect(articleHead(publication, article).canonical).toBe(
      'https://toasoan.example/bai-viet/bai-mau',
    );
  });

  test('of an article taken over from elsewhere is the one it names', () => {
    const head = articleHead(publication, { ...article, canonical: 'https://bao.example/goc' });
    expect(head.canonical).toBe('https://bao.example/goc');
    const beyond = { ...article, canonical: 'https://báo.vn/bài gốc' };
    expect(articleHead(publication, beyond).canonical).toBe(
      'https://xn--bo-mia.vn/b%C3%A0i%20g%E1%BB%91c',
    );
    expect(contents(head, 'og:url')).toEqual(['https://bao.example/goc']);
  });

  test('does not exist for an answer', () => {
    const head = answerHead(publication, { title: 'Lỗi', description: 'Không có trang.' });
    expect(head.canonical).toBeUndefined();
  });
});

describe('search engines', () => {
  test('may show large pictures and any length of text', () => {
    expect(contents(articleHead(publication, article), 'robots')).toEqual([
      'max-image-preview:large, max-snippet:-1',
    ]);
  });

  test('keep no empty list but follow its links', () => {
    const head = pageHead(publication, { ...tagPage, path: paths.tag('a'), isEmpty: true });
    expect(contents(head, 'robots')).toEqual(['noindex, follow']);
  });

  test('keep no answer', () => {
    const head = answerHead(publication, { title: 'Lỗi', description: 'Không có trang.' });
    expect(contents(head, 'robots')).toEqual(['noindex']);
  });

  test('keep no search, which has no address of its own', () => {
    const head = searchHead(publication, { text: 'quốc phòng', page: 1 });
    expect(contents(head, 'robots')).toEqual(['noindex']);
    expect(head.canonical).toBeUndefined();
  });

  test('keep nothing outside production', () => {
    const elsewhere = { ...publication, indexable: false };
    expect(contents(articleHead(elsewhere, article), 'robots')).toEqual(['noindex']);
  });
});

describe('the picture for social networks', () => {
  const pictureOf = (head: PageHead) =>
    ['', ':type', ':width', ':height', ':alt'].flatMap((part) => contents(head, `og:image${part}`));

  test('of an article without a photograph is its card', () => {
    expect(pictureOf(articleHead(publication, article))).toEqual([
      ...['https://toasoan.example/og/bai-mau.png', 'image/png', '1200', '630', 'Bài mẫu'],
    ]);
  });

  const file = { type: 'image/jpeg', width: 1600, height: 900, bytes: 200_000 };
  const withPhotograph = (alt: string, own: Partial<typeof file> = {}) =>
    articleHead(publication, {
      ...article,
      image: { src: 'cang.jpg', alt, file: { ...file, ...own } },
    });
  const photograph = 'https://toasoan.example/anh/bai-mau/cang.jpg';

  test.each([
    ['its words', 'Cảng', 'Cảng'],
    ['the headline where it has none', '', 'Bài mẫu'],
  ])('of one with a photograph is that, as its file says it, with %s', (_what, alt, expected) => {
    expect(pictureOf(withPhotograph(alt))).toEqual([
      ...[photograph, 'image/jpeg', '1600', '900', expected],
    ]);
  });

  test.each([
    ['a form that networks do not take', { type: 'image/avif' }],
    ['fewer points than they show', { width: 199 }],
    ['more bytes than they fetch', { bytes: 8_000_000 }],
  ])('of one whose photograph has %s is its card', (_what, own) => {
    expect(pictureOf(withPhotograph('Cảng', own))[0]).toMatch(/\/og\/bai-mau\.png$/);
  });

  test('of one whose photograph is not there is its card', () => {
    const missing = { ...article, image: { src: 'cang.jpg', alt: 'Cảng' } };
    expect(pictureOf(articleHead(publication, missing))[0]).toMatch(/\/og\/bai-mau\.png$/);
  });

  test.each([
    [paths.tag('ky-anh', 2), '/og/chu-de/ky-anh.png'],
    [paths.section('thoi-su'), '/og/chuyen-muc/thoi-su.png'],
    [paths.author('trang'), '/og.png'],
    [paths.archive(), '/og.png'],
  ])('of %s is %s', (path, card) => {
    const head = pageHead(publication, { ...tagPage, path });
    expect(pictureOf(head)[0]).toBe(`https://toasoan.example${card}`);
    expect(contents(head, 'twitter:card')).toEqual(['summary_large_image']);
  });

  test('has none on an answer', () => {
    const head = answerHead(publication, { title: 'Lỗi', description: 'Không có trang.' });
    expect(pictureOf(head)[0]).toBeUndefined();
  });
});

describe('feeds are told', () => {
  const site = { title: 'Tòa Soạn', path: '/rss.xml' };
  test.each([
    [paths.archive(), [site]],
    [
      paths.tag('ky-anh', 2),
      [site, { title: 'Kỳ Anh – chủ đề – Tòa Soạn', path: '/chu-de/ky-anh/rss.xml' }],
    ],
    [
      paths.author('trang'),
      [site, { title: 'Kỳ Anh – chủ đề – Tòa Soạn', path: '/tac-gia/trang/rss.xml' }],
    ],
  ])('of the site and of the list in view: %s', (path, feeds) => {
    expect(pageHead(publication, { ...tagPage, path }).feeds).toEqual(feeds);
  });

  test('of the site with an article, and its Markdown', () => {
    const head = articleHead(publication, article);
    expect(head.feeds).toEqual([site]);
    expect(head.text).toBe('/bai-viet/bai-mau.md');
  });
});

describe('Open Graph of an article', () => {
  test('names its authors by their pages', () => {
    const signed = { ...article, authors: [{ key: 'thu-trang', name: 'Thu Trang' }] };
    expect(contents(articleHead(publication, signed), 'article:author')).toEqual([
      'https://toasoan.example/tac-gia/thu-trang',
    ]);
  });

  test('gives section, tags and a date without time where none was written', () => {
    const head = articleHead(publication, article);
    expect(contents(head, 'og:type')).toEqual(['article']);
    expect(contents(head, 'og:locale')).toEqual(['vi_VN']);
    expect(contents(head, 'article:published_time')).toEqual(['2020-12-24']);
    expect(contents(head, 'article:section')).toEqual(['Thời sự']);
    expect(contents(head, 'article:tag')).toEqual(['Kỳ Anh', 'Hà Tĩnh']);
    expect(contents(head, 'article:modified_time')).toEqual([]);
  });

  test('dates the last change by the later of update and correction', () => {
    const head = articleHead(publication, {
      ...article,
      updated: { epochMs: Date.UTC(2020, 11, 25, 1), precision: 'second' },
      corrections: [
        { date: { epochMs: Date.UTC(2020, 11, 26, 1, 30), precision: 'second' }, text: 'Sửa.' },
      ],
    });
    expect(contents(head, 'article:modified_time')).toEqual(['2020-12-26T08:30:00+07:00']);
  });

  test('knows no change that is not shown yet, nor one that means nothing', () => {
    const changed: Article = {
      ...article,
      published: { epochMs: Date.UTC(2020, 11, 24, 5), precision: 'second' },
      updated: { epochMs: Date.UTC(2020, 11, 24, 5, 1), precision: 'second' },
      corrections: [
        { date: { epochMs: Date.UTC(2020, 11, 26), precision: 'second' }, text: 'Sửa.' },
      ],
    };
    const head = articleHead({ ...publication, now: Date.UTC(2020, 11, 26) - 1 }, changed);
    expect(contents(head, 'article:modified_time')).toEqual([]);
  });
});
