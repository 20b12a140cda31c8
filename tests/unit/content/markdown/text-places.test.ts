import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { gfm, plain } from '@/lib/content/markdown/processors';
import { literalPieces } from '@/lib/content/markdown/text-places';

function nodesOf(markdown: string, processor = gfm): readonly Nodes[] {
  const nodes: Nodes[] = [];
  visit(processor.parse(markdown), (node) => {
    nodes.push(node);
  });
  return nodes;
}

function linksOf(markdown: string): readonly string[] {
  return nodesOf(markdown).flatMap((node) => {
    if (node.type !== 'link') return [];
    const { line, column } = node.position?.start ?? {};
    return [`${line}:${column} ${node.url}`];
  });
}

describe('a bare address that the parser found late stands where it is written', () => {
  test.each([
    ['[https://a.vn] x', ['1:2 https://a.vn']],
    ['&amp; &lt; _a@b.vn', ['1:12 mailto:_a@b.vn']],
    ['a\n   b ~www.a.vn,\n\t~www.b.vn', ['2:7 http://www.a.vn', '3:3 http://www.b.vn']],
    ['> - *c* \\* [https://a.vn] `d` [https://b.vn]', ['1:13 https://a.vn', '1:32 https://b.vn']],
    ['- [x] [https://a.vn]', ['1:8 https://a.vn']],
    ['| a |\n| - |\n| \\| [www.a.vn] |', ['3:7 http://www.a.vn']],
  ])('%j', (markdown, expected) => {
    expect(linksOf(markdown)).toEqual(expected);
  });
});

const pieces = [
  ...['chữ', ' ', '  \n', '\n', '\n\n', '\t', '*', '**', '_', '`', '~', '|', '|-|\n', '> ', '- '],
  ...['[', ']', '](a)', '![', '[ ] ', '[x] ', '[^1]', '[^1]: ', '&amp;', '&#42;', '&khong;', '\\'],
  ...['\\*', '<b>', '<!-- a -->', 'www.a.vn', 'a@b.vn', 'https://a.vn', '1. ', '## ', '🚢', '    '],
];
const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((all) => all.join(''));

test('literal pieces of a text are what stands at their places, letter for letter', () => {
  fc.assert(
    fc.property(texts, (markdown) => {
      const lines = markdown.split('\n');
      for (const processor of [gfm, plain]) {
        for (const node of nodesOf(markdown, processor)) {
          if (node.type !== 'text') continue;
          for (const { index, length, line, column } of literalPieces(node)) {
            expect(lines[line - 1]?.slice(column - 1, column - 1 + length)).toBe(
              node.value.slice(index, index + length),
            );
          }
        }
      }
    }),
    { numRuns: 1000 },
  );
});

test('every node but the words of a bare address has a place inside the text', () => {
  fc.assert(
    fc.property(texts, (markdown) => {
      const lines = markdown.split('\n');
      for (const node of nodesOf(markdown)) {
        if (node.type === 'text') continue;
        const { line, column } = node.position?.start ?? { line: 0, column: 0 };
        expect(lines[line - 1]).toBeDefined();
        expect(column).toBeGreaterThanOrEqual(1);
        expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
      }
    }),
    { numRuns: 1000 },
  );
});
