import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { SearchView } from '@/app/_components/SearchView';
import type { Article } from '@/lib/content/article';
import { defaultSite } from '@/lib/content/site-file';
import type { SearchResult } from '@/lib/search/results';
import type { SearchRequest } from '@/lib/site/search-address';

const article: Article = {
  slug: 'tin',
  title: 'Nền quốc phòng toàn dân',
  description: 'Sapo.',
  section: { key: 'thoi-su', name: 'Thời sự' },
  published: { epochMs: Date.UTC(2020, 11, 23, 17), precision: 'day' },
  tags: [],
  authors: [],
  corrections: [],
  aliases: [],
  featured: false,
  draft: false,
};

const nothing: SearchResult = {
  ...{ hits: [], page: 1, pageCount: 1, total: 0, names: [], nearest: [] },
  ...{ isEmpty: false, isCut: false },
};
const one: SearchResult = {
  ...nothing,
  total: 1,
  hits: [
    {
      article,
      title: [
        { text: 'Nền ', isMarked: false },
        { text: 'quốc phòng', isMarked: true },
        { text: ' toàn dân', isMarked: false },
      ],
      extract: [{ text: '…vững chắc…', isMarked: false }],
    },
  ],
};

function drawn(
  request: Partial<SearchRequest>,
  found: Partial<SearchResult> | undefined,
  outcome: 'found' | 'busy' | 'stopped' = 'found',
): string {
  return renderToStaticMarkup(
    <SearchView
      frame={{
        site: defaultSite,
        sections: [
          { key: 'thoi-su', name: 'Thời sự', aliases: [] },
          { key: 'doi-song', name: 'Đời sống', aliases: [] },
        ],
        sitePages: [],
        isPreview: false,
      }}
      request={{ text: 'quoc phong', order: 'relevance', page: 1, ...request }}
      outcome={
        outcome !== 'found'
          ? { kind: outcome }
          : found && { kind: 'found', found: { ...nothing, ...found } }
      }
      years={[2026, 2020]}
      newest={[article]}
    />,
  );
}

/** Words as they are read, and addresses of the links around them in brackets. */
const read = (html: string) =>
  html
    .replace(/<option.*?<\/option>/g, '')
    .replace(/<a [^>]*href="([^"]+)"[^>]*>(.*?)<\/a>/g, '$2 [$1]')
    .replace(/<\/(?:p|h1|h2|h3|label)>/g, ' | ')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/[\s\u00a0]+/g, ' ');
const h1Of = (html: string) => read(/<h1[^>]*>(.*?)<\/h1>/.exec(html)?.[1] ?? '');
const selectedIn = (html: string) =>
  Array.from(html.matchAll(/<option value="([^"]*)" selected="">([^<]+)/g), ([, , words]) => words);

describe('what was found', () => {
  test('is counted, marked and dated', () => {
    const html = drawn({}, one);
    expect(h1Of(html)).toBe('Tìm kiếm');
    expect(read(html)).toContain('1 kết quả cho “quoc phong”. Gõ không dấu cũng tìm được. | ');
    expect(html).toMatch(/Nền <mark[^>]*>quốc phòng<\/mark> toàn dân<\/a><\/h3>/);
    expect(html).toContain('<time dateTime="2020-12-24">24/12/2020</time>');
    expect(html).toMatch(/<input[^>]* name="q"[^>]* value="quoc phong"/);
  });

  test('is a page of several, whose ways on keep what is asked', () => {
    const request = { section: 'thoi-su', year: 2020, order: 'newest', page: 2 } as const;
    const html = drawn(request, { ...one, total: 1234, page: 2, pageCount: 3 });
    expect(read(html)).toContain('1.234 kết quả cho “quoc phong”, trang 2. | ');
    const address = '/tim-kiem?q=quoc+phong&chuyen-muc=thoi-su&nam=2020&sap-xep=moi-nhat';
    expect(read(html)).toContain(`Trang trước [${address}]1 [${address}]2 [${address}&trang=2]`);
    expect(read(html)).toContain(`Trang sau [${address}&trang=3]`);
    expect(selectedIn(html)).toEqual(['Thời sự', '2020', 'Mới nhất']);
  });

  test('says when words were left out, and when there is more than may be leafed through', () => {
    expect(read(drawn({}, { ...one, isCut: true }))).toContain('chỉ tìm theo những chữ đầu.');
    expect(read(drawn({}, one))).not.toMatch(/chữ đầu|Chỉ xem được/);
    expect(read(drawn({}, { ...one, page: 50, pageCount: 50 }))).toContain('Chỉ xem được đến đây.');
  });

  test('names sections, topics and authors, each kind with its word', () => {
    const html = drawn(
      {},
      {
        ...one,
        names: [
          { kind: 'tag', key: 'quoc-phong', name: 'Quốc phòng' },
          { kind: 'author', key: 'thu-trang', name: 'Thu Trang' },
          { kind: 'tag', key: 'dan-quan', name: 'Dân quân' },
        ],
      },
    );
    expect(read(html)).toContain(
      'Chủ đề:Quốc phòng [/chu-de/quoc-phong]Dân quân [/chu-de/dan-quan] | Tác giả:Thu Trang [/tac-gia/thu-trang] | ',
    );
  });
});

describe('when nothing is found, the page', () => {
  test('says what was sought and leads on', () => {
    const html = drawn({ text: 'hải đăng' }, {});
    expect(h1Of(html)).toBe('Chưa có bài nào về “hải đăng”');
    expect(read(html)).toContain('xem theo chủ đề [/chu-de] hay theo ngày đăng [/luu-tru]. | ');
    expect(read(html)).toContain('Thời sự [/chuyen-muc/thoi-su]Đời sống [/chuyen-muc/doi-song]');
    expect(read(html)).toContain('Bài mới nhất | Thời sự');
    expect(read(html)).not.toMatch(/Có phải|phần đã lọc/);
  });

  test('asks for spellings that there are, in the part that was looked in', () => {
    const html = drawn({ text: 'ki ah', year: 2020, page: 4 }, { nearest: ['Kỳ Anh', 'kị ảnh'] });
    const address = (text: string) => `/tim-kiem?q=${text}&nam=2020`;
    expect(read(html)).toContain(
      `Có phải bạn tìm: Kỳ Anh [${address('K%E1%BB%B3+Anh')}], kị ảnh [${address('k%E1%BB%8B+%E1%BA%A3nh')}]? | `,
    );
  });

  test.each([{ section: 'thoi-su' }, { year: 2020 }])('offers to look everywhere: %j', (part) => {
    expect(read(drawn({ text: 'a', ...part }, {}))).toContain(
      'Mới tìm trong phần đã lọc. Tìm trong tất cả các bài [/tim-kiem?q=a] | ',
    );
  });
});

test('a phrase that was sought has inner quotation marks within those of the sentence', () => {
  expect(h1Of(drawn({ text: '“kỳ anh” -"vũng áng" 5"' }, {}))).toBe(
    'Chưa có bài nào về “‘kỳ anh’ -‘vũng áng’ 5"”',
  );
});

describe('when there was nothing to look for, the page', () => {
  test('explains how to search', () => {
    const html = drawn({ text: '' }, undefined);
    expect(h1Of(html)).toBe('Tìm kiếm');
    expect(html).toContain('Cách tìm');
    expect(html).not.toContain('<select');
    expect(read(html)).not.toContain('Hãy gõ');
  });

  test('says so to who typed signs alone', () => {
    expect(read(drawn({ text: '?!' }, { isEmpty: true }))).toContain('Hãy gõ ít nhất một chữ');
  });
});

test.each(['busy', 'stopped'] as const)(
  'a search that was not made (%s) keeps what was typed',
  (outcome) => {
    const html = drawn({ text: 'quốc phòng' }, undefined, outcome);
    expect(h1Of(html)).toBe('Chưa tìm được lúc này');
    expect(html).toContain('value="quốc phòng"');
  },
);

test('what was typed is text, and turns nothing round beside it', () => {
  const text = '"><script>alert(1)</script> שלום';
  const html = drawn({ text }, {});
  expect(html).not.toContain('<script>');
  expect(html).toContain('“<bdi>&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt; שלום</bdi>”');
});
