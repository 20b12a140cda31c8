import fc from 'fast-check';
import { toString as plainText } from 'mdast-util-to-string';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { describe, expect, test } from 'vitest';
import { escapeMarkdown } from '@/lib/content/markdown/escape';

const processor = remark().use(remarkGfm);

test.each([
  ['Quân đội: 37,5 kg – “tin” (a)', 'Quân đội: 37,5 kg – “tin” (a)'],
  ['1. Bài', '1\\. Bài'],
  ['1.500 lượt', '1.500 lượt'],
  ['-5 độ', '-5 độ'],
  ['- Bài', '\\- Bài'],
  ['---', '\\---'],
  ['# Bài #', '\\# Bài \\#'],
  ['a*b_c[d]<e>`f`|g|~h~\\', 'a\\*b\\_c\\[d\\]\\<e\\>\\`f\\`\\|g\\|\\~h\\~\\\\'],
  ['a & b &amp; c', 'a & b \\&amp; c'],
  [' a\n b ', 'a b'],
  ['a\u00a0b', 'a\u00a0b'],
])('%j is written %j', (text, expected) => {
  expect(escapeMarkdown(text)).toBe(expected);
});

describe('any text is read back as it was', () => {
  const text = fc.string({ unit: fc.constantFrom(...' a1Ộ.-+*_#=>~`[]()!&;:<|\\/"\'') });
  const isText = (written: string) => escapeMarkdown(written) !== '';

  test('as a paragraph', () => {
    fc.assert(
      fc.property(text.filter(isText), (written) => {
        const { children } = processor.parse(escapeMarkdown(written));
        expect(children.map(({ type }) => type)).toEqual(['paragraph']);
        expect(plainText({ type: 'root', children })).toBe(written.replace(/ +/g, ' ').trim());
      }),
    );
  });

  test('as a heading', () => {
    fc.assert(
      fc.property(text.filter(isText), (written) => {
        const { children } = processor.parse(`# ${escapeMarkdown(written)}`);
        expect(children.map(({ type }) => type)).toEqual(['heading']);
        expect(plainText({ type: 'root', children })).toBe(written.replace(/ +/g, ' ').trim());
      }),
    );
  });
});
