import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cacheControl,
  cdnCacheControl,
  commonHeaders,
  contentSecurityPolicy,
} from '@/lib/server/headers';
import { fileOf, pathOf, speculationRulesPath } from '@/lib/site/routes';
import { topicsOf } from '@/lib/site/topics';
import { anyRoute } from '../site/any-route';

const text = readFileSync(resolve(import.meta.dirname, '../../../lib/server/nginx.conf'), 'utf8');

/** What a `map` of the configuration makes of a value, as nginx does: exact names, then patterns. */
function mapped(variable: string, value: string): string {
  const body = new RegExp(`map [^{]+ \\$${variable} \\{\\n(.*?)\\n\\}`, 's').exec(text)?.[1] ?? '';
  const entries = [...body.matchAll(/^ {2}("?)(.+?)\1\s+('?)(\S*?)\3;$/gm)].map(
    ([, , from = '', , to = '']) => ({ from, to }),
  );
  const exact = entries.find(({ from }) => from === value);
  if (exact) return exact.to;
  for (const { from, to } of entries.filter(({ from }) => from.startsWith('~'))) {
    const groups = new RegExp(from.slice(1)).exec(value)?.groups;
    if (new RegExp(from.slice(1)).test(value))
      return to.replace(/\$(\w+)/g, (_, name) => groups?.[name] ?? '');
  }
  return entries.find(({ from }) => from === 'default')?.to ?? '';
}

const documents = anyRoute.filter(({ kind }) => kind !== 'picture');

describe('the configuration for nginx', () => {
  test('finds the file of every address that a document can have', () => {
    fc.assert(
      fc.property(documents, fc.constantFrom('', '?', '?x=/../a.html'), (route, query) => {
        const path = pathOf(route);
        const file = `/${fileOf(path)}`;
        expect(mapped('document', `GET ${path}${query}`)).toBe(file);
        expect(mapped('document', `HEAD ${path}${query}`)).toBe(file);
        expect(mapped('document', `POST ${path}${query}`)).toBe('/.none');
      }),
    );
  });

  test('names the topics of every document', () => {
    fc.assert(
      fc.property(documents, (route) => {
        const file = mapped('document', `GET ${pathOf(route)}`);
        expect(mapped('cache_tags', file)).toBe(topicsOf(route).join(','));
      }),
    );
  });

  test.each([
    '/anh/a/b.jpg',
    '/index',
    '/404',
    '/410',
    '/tim-kiem',
    '/tim-kiem?q=cang',
    '/index.html',
    '/a.html',
    '/a.html.br',
    '/a/',
    '/.a',
    '/a/.b',
  ])('finds none for %s', (path) => {
    expect(mapped('document', `GET ${path}`)).toBe('/.none');
  });

  test('adds the headers that Node adds, to pages and to fonts', () => {
    const blocks = [...text.matchAll(/^ {2}location [^@].*?^ {2}\}$/gms)].map(([block]) => block);
    const headersOf = (block: string | undefined) =>
      Object.fromEntries(
        [...(block ?? '').matchAll(/^ +add_header (\S+) (["']?)(.+)\2;$/gm)].map(
          ([, name, , value]) => [name, value],
        ),
      );
    const [pages, fonts] = blocks.map(headersOf);
    expect(pages).toEqual({
      ...commonHeaders(true),
      'Cache-Control': cacheControl.document,
      'CDN-Cache-Control': cdnCacheControl,
      Vary: 'Accept-Encoding',
      'Content-Security-Policy': contentSecurityPolicy({
        styleSources: ["'unsafe-inline'"],
        hasModule: false,
      }),
      'Speculation-Rules': '$speculation_rules',
      'Server-Timing': 'document;desc="nginx"',
    });
    expect(fonts).toEqual({ ...commonHeaders(true), 'Cache-Control': cacheControl.hashed });
    expect(mapped('speculation_rules', '/a.html')).toBe(`"${speculationRulesPath}"`);
    expect(mapped('speculation_rules', '/manifest.webmanifest')).toBe('');
    expect(mapped('speculation_rules', '/opensearch.xml')).toBe('');
  });
});
