import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { expect, test } from 'vitest';
import { searchModule } from '@/app/_theme';

const names = readdirSync('public').filter((name) => /^search\..+\.js$/.test(name));
const content = readFileSync(`public/${names[0]}`);

test('the module of the search form is one file, named by the hash of its content', () => {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8);
  expect(names).toEqual([`search.${hash}.js`]);
  expect(searchModule).toBe(`/search.${hash}.js`);
});

test('it costs a reader at most 3 KB', () => {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  expect(brotliCompressSync(content, { params }).length).toBeLessThanOrEqual(3072);
});
