import { expect, test } from 'vitest';
import { writeDirections } from '@/lib/commands/export/old-addresses';
import { paths } from '@/lib/site/routes';
import { article, createNewsroom, NOON } from '../../store/newsroom';

const aliases = ['/tin cũ.html', '/a"b;c$d{e}*', '/x/:id'];

async function directions() {
  const store = await createNewsroom({ 'articles/tin.md': article({ aliases }) }).open();
  const written = writeDirections(store, store.edition(NOON), [paths.article('rut')]);
  return Object.fromEntries(written.map(({ file, text }) => [file, text]));
}

test('_redirects holds addresses as browsers ask for them, and the pages of what was withdrawn', async () => {
  expect((await directions())._redirects).toBe(
    [
      '/a%22b%3Bc%24d%7Be%7D%2A /bai-viet/tin 301',
      '/tin%20c%C5%A9.html /bai-viet/tin 301',
      '/x/%3Aid /bai-viet/tin 301',
      '/bai-viet/rut /410/bai-viet/rut.html 404',
      '',
    ].join('\n'),
  );
});

test('the maps of nginx hold addresses decoded and quoted, in both Unicode forms', async () => {
  const written = await directions();
  expect(written['_nginx/redirects.map']).toBe(
    [
      '"/a\\"b;c$d{e}*" /bai-viet/tin;',
      '"/tin cũ.html" /bai-viet/tin;',
      `"${'/tin cũ.html'.normalize('NFD')}" /bai-viet/tin;`,
      '"/x/:id" /bai-viet/tin;',
      '',
    ].join('\n'),
  );
  expect(written['_nginx/gone.map']).toBe('"/bai-viet/rut" 1;\n');
});
