import { describe, expect, test } from 'vitest';
import { chooseFiles } from '@/lib/commands/check/chosen-files';

const decomposed = 'articles/To\u0300a.md';
const known = new Set(['site.yaml', 'articles/a.md', 'articles/2020/b.md', decomposed]);
const choose = (...written: readonly string[]) =>
  chooseFiles(written, '/kho', '/kho/noi-dung', known);

test.each([
  ['as seen from where the command was started', 'noi-dung/articles/a.md', ['articles/a.md']],
  ['inside the content folder', 'articles/a.md', ['articles/a.md']],
  ['absolute', '/kho/noi-dung/articles/a.md', ['articles/a.md']],
  ['with detours', './noi-dung/../noi-dung/site.yaml', ['site.yaml']],
  ['composed where the disk has it decomposed', 'articles/Tòa.md', [decomposed]],
  ['a folder', 'noi-dung/articles/2020/', ['articles/2020/b.md']],
  ['the content folder', 'noi-dung', [...known]],
])('a file may be written %s', (_, written, files) => {
  expect(choose(written)).toEqual({ ok: true, files: new Set(files) });
});

test('of names that differ in their Unicode form only, all files are meant', () => {
  const twins = ['articles/Tòa.md', decomposed];
  for (const written of [...twins, 'articles'])
    expect(chooseFiles([written], '/kho', '/kho/noi-dung', new Set(twins))).toEqual({
      ok: true,
      files: new Set(twins),
    });
});

describe('what is no content file is named', () => {
  test.each([['articles/c.md'], ['README.md'], ['../../etc/passwd'], ['articles/A.md']])(
    '%s',
    (written) => {
      expect(choose('articles/a.md', written)).toEqual({ ok: false, unknown: [written] });
    },
  );
});
