import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mayBeSlow } from '@/lib/content/markdown/may-be-slow';
import { listFixtures, readFixture } from '../fixtures';
import { render } from '../newsroom';
import { hostile } from './hostile';

/** Sizes at which these were seen to take longer than 200 ms; the others never did below 64 KiB. */
const slow: readonly (readonly [size: number, names: readonly string[]])[] = [
  [2_000, ['quotes', 'quotes and blank lines', 'lists by lines', 'rules of tables by lines']],
  [
    4_000,
    [
      'stars in pairs',
      'stars and underscores around letters',
      'double tildes in pairs',
      'tildes in stars',
      'footnotes left open',
      'definitions in quotes',
      'instructions that never close',
      'bare angle addresses',
      'empty items',
      'items of each kind',
      'numbers by lines',
      'one address used again and again',
      'pictures of one definition',
      'a table of many columns',
      'a table of many rows',
      'a table of short rows',
      'many tables',
      'quoted lists with blank lines',
      'pictures to come',
      'empty links',
      'everything',
    ],
  ],
  [
    8_000,
    [
      'stars and letters',
      'double stars in pairs',
      'stars and underscores',
      'stars that never match',
      'strong in emphasis',
      'brackets around brackets',
      'pictures in pictures',
      'footnotes',
      'footnotes in footnotes',
      'footnotes in lists',
      'fences in lists',
      'angles and closed letters',
      'comments that never close',
      'declarations that never close',
      'character data that never closes',
      'lines',
      'paragraphs',
      'quotes like stairs',
      'quotes like low stairs',
      'lists on one line',
      'lists on one line, continued',
      'lists and quotes on one line',
      'lists with blank lines',
      'underlined headings',
      'uses of one definition',
      'mail',
      'pictures',
      'links',
      'unsafe links',
    ],
  ],
  [
    16_000,
    [
      'stars behind letters',
      'stars on both sides',
      'brackets',
      'links in links',
      'boxes of tasks',
      'footnote marks',
      'marks of one footnote',
      'backticks and letters',
      'fences by lines',
      'hard breaks',
      'blank lines',
      'quotes by lines',
      'deep quotes by lines',
      'lists like stairs',
      'lists in lists without end',
      'headings of one name',
      'headings of six levels',
      'definitions and their uses',
      'bars by lines',
      'www by words',
      'http by words',
      'mail by words',
      'one title used again and again',
      'numbers and units',
      'marks that stay text',
    ],
  ],
  [
    32_000,
    [
      'triple stars',
      'underscores before letters',
      'double underscores',
      'tildes before letters',
      'double tildes',
      'brackets in pairs',
      'brackets around letters',
      'links that never close',
      'links that never close with an angle',
      'links with titles that never close',
      'picture addresses that never close',
      'footnote marks that never close',
      'angles',
      'comments that never close, by lines',
      'tags by lines',
      'numbers of characters',
      'backslashes',
      'escaped stars',
      'backticks of growing length',
      'backticks of falling length',
      'lines of spaces',
      'tabs and letters',
      'deep quotes left open',
      'indented code',
      'rules across the page',
      'headings of many names',
      'definitions',
      'definitions of one name',
      'definitions that never end',
      'comments in front of a long paragraph',
      'dashes between words',
      'lines of three words',
      'everything left open',
    ],
  ],
  [
    60_000,
    [
      'stars before letters',
      'brackets with addresses',
      'angles and letters',
      'ampersands',
      'entities',
      'entities that never end',
      'rules of tables',
      'www with entities',
      'long lines of a list',
    ],
  ],
];

describe('a body that takes long is known beforehand', () => {
  test.each(slow.flatMap(([size, names]) => names.map((name) => [name, size] as const)))(
    '%s, %d characters',
    (name, size) => {
      expect(mayBeSlow(hostile[name]?.(size) ?? '')).toBe(true);
      expect(mayBeSlow(hostile[name]?.(60_000) ?? '')).toBe(true);
    },
  );

  test('and so is any of more than 64 KiB', () => {
    expect(mayBeSlow('chữ '.repeat(16_384))).toBe(false);
    expect(mayBeSlow(`${'chữ '.repeat(16_384)}a`)).toBe(true);
  });
});

describe('what editors write is not', () => {
  const content = resolve(import.meta.dirname, '../../../../content');
  const files = readdirSync(content, { recursive: true, encoding: 'utf8' });
  test.each(files.filter((name) => name.endsWith('.md') && name !== 'README.md').sort())(
    'content/%s',
    (name) => {
      expect(mayBeSlow(readFileSync(join(content, name), 'utf8'))).toBe(false);
    },
  );

  test.each(['good', 'bad'] as const)('every %s fixture', (folder) => {
    const flagged = listFixtures(folder).filter((name) => {
      const text = new TextDecoder().decode(readFixture('content', folder, name));
      return text.length < 20_000 && mayBeSlow(text);
    });
    expect(flagged).toEqual([]);
  });

  test('an article of 20,000 characters with 60 links, 20 pictures, lists, notes and a table', () => {
    const text = longArticle();
    expect(text.length).toBeGreaterThan(20_000);
    expect(render(text).mentions).toHaveLength(80);
    expect(render(text).problems).toEqual([]);
    expect(mayBeSlow(text)).toBe(false);
  });
});

describe('whatever is written, the renderer answers or runs out of stack', () => {
  test.each(Object.entries(hostile))('%s', (_, make) => {
    try {
      expect(render(make(2000)).problems.length).toBeLessThanOrEqual(21);
    } catch (error) {
      expect(error).toBeInstanceOf(RangeError);
    }
  });
});

function longArticle(): string {
  const sentence =
    'Hội nghị tổng kết nhiệm vụ quốc phòng - an ninh năm 2020 (lần thứ nhất) đã họp ở thị xã. ';
  const paragraphs = Array.from({ length: 60 }, (_, index) => [
    ...(index % 10 === 0 ? [`## Tít phụ ${index}`] : []),
    `${sentence.repeat(3)}Xem [bài ${index}](/bai-viet/bai-so-${index}) và **chữ đậm**.`,
    ...(index % 3 === 0 ? [`![Cảnh ${index}. Ảnh: Thu Trang](canh-${index}.jpg)`] : []),
    ...(index % 20 === 0
      ? ['- Mục một\n- Mục hai, 37,5 kg\n- Mục ba', `Câu có chú thích[^${index}].`]
      : []),
    ...(index % 20 === 0 ? [`[^${index}]: Theo Báo Hà Tĩnh.`] : []),
  ]);
  const rows = Array.from({ length: 15 }, (_, index) => `| Xã ${index} | ${index}.500 | 12,5 |`);
  return [
    ...paragraphs.flat(),
    ['| Xã | Hộ | Người |', '| --- | --: | --: |', ...rows].join('\n'),
  ].join('\n\n');
}
