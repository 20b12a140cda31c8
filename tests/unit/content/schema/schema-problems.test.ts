import { expect, test } from 'vitest';
import { schemaProblems } from '@/lib/content/schema/schema-problems';
import { parseYaml } from '@/lib/content/source/front-matter';

test('each mismatch is named by the keys that lead to it and stands where they do', () => {
  const yaml = parseYaml('title: a\nimage:\n  src: b\n  foo: c\ntags: [a, 1]\n', 'a.md');
  if (!yaml.ok) throw new Error('unread');
  const problems = schemaProblems(
    [
      { kind: 'missing', where: ['image', 'alt'] },
      { kind: 'unknown', where: ['image', 'foo'], key: 'foo', known: ['src', 'focus'] },
      { kind: 'unknown', where: ['title'], key: 'titel', known: ['date', 'title'] },
      { kind: 'type', where: ['tags', 1], expected: 'chữ' },
      { kind: 'empty', where: [3], mayGo: true },
    ],
    yaml.source,
    'a.md',
  );
  expect(problems.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([
    '3:3 Thiếu khóa “image.alt”.',
    '4:3 Không có khóa nào tên “foo”.',
    '1:1 Không có khóa nào tên “titel”.',
    '5:11 “tags” viết chưa đúng cách.',
    '1:1 Khóa “a.md” để trống.',
  ]);
});
