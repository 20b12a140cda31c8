import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixText } from '@/lib/commands/check/fix-text';
import { renderBody } from '@/lib/content/markdown/render';
import { parseFrontMatter, parseYaml } from '@/lib/content/source/front-matter';
import { decodeText } from '@/lib/content/source/source-text';

const bytes = (text: string) => new TextEncoder().encode(text);
const fix = (text: string, kind: 'markdown' | 'yaml' = 'markdown') =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(fixText(bytes(text), kind));
const article = (body: string) => `---\ntitle: Tin\n---\n${body}`;
const fixBody = (body: string) => fix(article(body)).slice(article('').length);

describe('what is mended', () => {
  test.each([
    ['a byte order mark', '\ufeff---\ntitle: Tin\n---\n', '---\ntitle: Tin\n---\n'],
    ['letters with loose marks', article('To\u0300a'), article('Tòa')],
    [
      'line ends of Windows and of old Macs',
      '---\r\ntitle: Tin\r---\r\n',
      '---\ntitle: Tin\n---\n',
    ],
    ['blanks in front matter', '---  \ntitle: Tin \t\n--- \n', '---\ntitle: Tin\n---\n'],
    ['blanks behind a paragraph', article('Một. \n\nHai.  \n'), article('Một.\n\nHai.\n')],
    ['blanks in a blank line', article('Một.\n   \nHai.\n'), article('Một.\n\nHai.\n')],
    ['a blank between two lines', article('Một \nhai.\n'), article('Một\nhai.\n')],
    [
      'blanks outside of code',
      article('A. \n\n```\nx \n```\n\nB. \n'),
      article('A.\n\n```\nx \n```\n\nB.\n'),
    ],
  ])('%s', (_, written, mended) => expect(fix(written)).toBe(mended));

  test('blanks in YAML', () =>
    expect(fix('name: Báo \n \nlinks: \n', 'yaml')).toBe('name: Báo\n\nlinks:\n'));
});

describe('what stays', () => {
  test.each([
    ['a line break of two blanks', 'Một  \nhai.\n'],
    ['a fenced block', '```\nx \n\t\n```\n'],
    ['a fence that is never closed', 'A.\n\n~~~\nx \n'],
    ['a fence in a quotation, and what follows', '> ```\n> x \n> ```\n\nMột \nhai.\n'],
    ['indented code', '    x \n      \n    y\n'],
    ['code spans over two lines', '`a \nb`\n'],
    ['a title over two lines', '[a](/b "c \nd")\n'],
    ['a backslash before a blank', 'a\\ \nb\n'],
    ['a mark alone in its line', '- \n- a\n'],
    ['a comment that holds a fence', '<!--\n```\n-->\n\n```\na \n```\n'],
  ])('%s', (_, body) => expect(fixBody(body)).toBe(body));

  test.each([
    ['a block of YAML that keeps its lines', '---\ntitle: |\n  a \n  b\n---\n'],
    ['a file without front matter', 'Một. \n'],
    ['front matter that is never closed', '---\ntitle: Tin \n'],
  ])('%s', (_, text) => expect(fix(text)).toBe(text));

  test('bytes that are no UTF-8, and the same object when nothing is to be mended', () => {
    const legacy = new Uint8Array([0x2d, 0xff, 0x20]);
    const sound = bytes(article('Tin.\n'));
    expect(fixText(legacy, 'markdown')).toBe(legacy);
    expect(fixText(sound, 'markdown')).toBe(sound);
  });
});

const piece = fc.constantFrom(
  ...[
    ' ',
    '  ',
    '    ',
    '\t',
    '\n',
    '\n',
    '\n\n',
    '\r\n',
    '\\',
    '`',
    '```',
    '~~~',
    '>',
    '> ',
    '- ',
    '1. ',
  ],
  ...[
    '#',
    '# ',
    '***',
    '---',
    '===',
    '[a]',
    '](/b',
    ' "t',
    '")',
    '[a]: /b',
    '|',
    '| a | b |',
    '|-|-|',
  ],
  ...[
    '<!--',
    '-->',
    '<b>',
    '</b>',
    '**',
    '*',
    'a',
    'b',
    'to\u0300a',
    '[^1]',
    '[^1]: ',
    '- [ ] ',
    '- [x] ',
    '&nbsp;',
  ],
  ...['![c]()', '<https://a.vn>', '\ufeff', '+', '"', "'", '|', 'key:', '    - '],
);
const texts = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

const html = (text: string) => {
  const decoded = decodeText(bytes(text), 'a.md');
  const parsed = decoded.ok ? parseFrontMatter(decoded.text, 'a.md') : undefined;
  if (!parsed?.ok) return undefined;
  const context = {
    file: 'a.md',
    bodyLine: 1,
    siteUrl: 'https://vi-du.vn',
    pictureAddress: (at: string) => at,
  };
  return renderBody(parsed.body, context).html;
};
const yaml = (text: string) => {
  const parsed = parseYaml(text, 'a.yaml');
  return parsed.ok ? parsed.source.value : undefined;
};

test('what was mended is not changed again', () => {
  fc.assert(
    fc.property(texts, texts, (front, body) => {
      const once = fix(`---\n${front}\n---\n${body}`);
      expect(fix(once)).toBe(once);
    }),
    { numRuns: 800 },
  );
});

test('an article reads the same afterwards', () => {
  fc.assert(
    fc.property(texts, (body) => {
      expect(html(fix(article(body)))).toBe(html(article(body)));
    }),
    { numRuns: 800 },
  );
});

test('front matter reads the same afterwards', () => {
  const yamlPiece = fc.constantFrom(
    ...[
      'a: ',
      'b: ',
      '- ',
      '\n',
      '\n  ',
      ' ',
      '  ',
      '\t',
      'x',
      '"',
      "'",
      '|',
      '>',
      '|-',
      '>+',
      '#',
      '\\',
      '[',
      ']',
      '{',
      '}',
      ',',
      ':',
      '? ',
    ],
  );
  fc.assert(
    fc.property(fc.array(yamlPiece, { maxLength: 20 }), (pieces) => {
      const text = pieces.join('');
      // What could not be read may be mended by it.
      if (yaml(text) !== undefined) expect(yaml(fix(text, 'yaml'))).toEqual(yaml(text));
    }),
    { numRuns: 3000 },
  );
});

test('a megabyte of blanks is mended in one walk', () => {
  const inside = `a${' '.repeat(900_000)}b\n`;
  expect(fixBody(inside)).toBe(inside);
  expect(fixBody(`Một.\n${' \n'.repeat(500_000)}`)).toBe(`Một.\n${'\n'.repeat(500_000)}`);
  expect(fixBody('a \n'.repeat(300_000))).toBe('a\n'.repeat(300_000));
});
