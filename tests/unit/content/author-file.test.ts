import { expect, test } from 'vitest';
import { parseAuthorFile } from '@/lib/content/author-file';
import { bytesOf, placed } from './newsroom';

function parse(text: string, file = 'authors/thu-trang.md') {
  return parseAuthorFile(bytesOf(text), file);
}

test('an author is a person unless the file says otherwise, and its key is the name of the file', () => {
  expect(parse('---\nname: Thu Trang\n---\nViết về Hà Tĩnh.')).toEqual({
    ok: true,
    author: { key: 'thu-trang', name: 'Thu Trang', kind: 'person', aliases: [] },
    body: 'Viết về Hà Tĩnh.',
    bodyLine: 4,
    warnings: [],
    mentions: [],
  });
});

test('a desk has its role, its mailbox and its old addresses', () => {
  const parsed = parse(
    '---\nname: Tòa soạn\nkind: desk\nrole: Ban\nemail: a@vi-du.vn\naliases: [/Ban/]\n---\n',
    'authors/Tòa soạn.md',
  );
  expect(parsed.ok && parsed.author).toEqual({
    key: 'toa-soan',
    name: 'Tòa soạn',
    kind: 'desk',
    role: 'Ban',
    email: 'a@vi-du.vn',
    aliases: ['/ban'],
  });
});

test('all that is wrong is named at once', () => {
  const parsed = parse('---\nkind: ban\naliases: [cu]\n---\n', 'authors/北京.md');
  expect(parsed.ok ? [] : parsed.problems.map(placed)).toEqual([
    '1:1 slug-empty',
    '2:1 key-missing',
    '2:7 value-type',
    '3:11 alias-invalid',
  ]);
});
