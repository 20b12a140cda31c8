import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cacheControl,
  cdnCacheControl,
  commonHeaders,
  contentSecurityPolicy,
  linkHeader,
} from '@/lib/server/headers';
import { mediaTypeOf } from '@/lib/site/media-types';
import { fileOf, type Path, pathOf, speculationRulesPath } from '@/lib/site/routes';
import { topicsOf } from '@/lib/site/topics';
import { anyRoute } from '../site/any-route';

const library = resolve(import.meta.dirname, '../../../lib');
const read = (file: string) => readFileSync(join(library, file), 'utf8');
const text = read('server/nginx.conf');
const textOfExport = read('commands/export/nginx.conf');

/** What a `map` of a configuration makes of a value, as nginx does: exact names, then patterns. */
function mapped(variable: string, value: string, configuration = text): string {
  const body =
    new RegExp(`map [^{]+ \\$${variable} \\{\\n(.*?)\\n\\}`, 's').exec(configuration)?.[1] ?? '';
  const entries = [...body.matchAll(/^ {2}("?)([^"\s#]|[^"#].*?[^\s"])\1\s+('?)(.*?)\3;$/gm)].map(
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

/** What nginx says of the type of a file, for an address: by its ending, or by a location of its own. */
function typeOf(configuration: string, path: string, file: string): string | undefined {
  const locations = [
    ...configuration.matchAll(
      /^ +location (=|~) "?(\S+?)"? \{\n((?: +(?!location)[^}]*?;\n)*) +types \{\n +(\S+) +(\S+);/gm,
    ),
  ].map(([, how, where = '', , type, ending]) => ({ how, where, type, ending }));
  const own = locations.find(({ how, where }) =>
    how === '=' ? where === path : new RegExp(where).test(path),
  );
  const table = /^ +types \{\n((?: +\S+ +[\w ]+;\n)+)/m.exec(configuration)?.[1] ?? '';
  const rows = [...table.matchAll(/^ +(\S+) +([\w ]+);$/gm)];
  const ending = /\.(\w+)$/.exec(file)?.[1] ?? '';
  const type = own
    ? own.type
    : rows.find(([, , endings]) => endings?.split(' ').includes(ending))?.[1];
  const charsets = /charset_types (.+);/.exec(configuration)?.[1]?.split(' ') ?? [];
  return type && ['text/html', ...charsets].includes(type) ? `${type}; charset=utf-8` : type;
}

const documents = anyRoute.filter(({ kind }) => kind !== 'picture');

/** Takes the `#` away before a line that an operator may want. */
const uncommented = (configuration: string, line: string) =>
  configuration.replace(`# ${line}`, line);

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
    '/rss.xml.gz',
    '/bai-viet/a.md.br',
    '/a.md',
    '/a/rss.xml',
    '/chu-de/a/b/rss.xml',
    '/og/tac-gia/a.png',
    '/sitemap/a/b.xml',
    '/0a1b2c3d.txt',
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
      'X-Robots-Tag': '$robots',
      Link: '$link',
      'Server-Timing': 'document;desc="nginx"',
    });
    expect(fonts).toEqual({ ...commonHeaders(true), 'Cache-Control': cacheControl.hashed });
    expect(mapped('speculation_rules', '/a.html')).toBe(`"${speculationRulesPath}"`);
  });

  test('finds a file in each of its locations by the one line', () => {
    const inner = [...text.matchAll(/^ {4}location .*\n(.*)\n/gm)].map(([, line]) => line?.trim());
    expect(inner.length).toBeGreaterThan(0);
    expect(new Set(inner)).toEqual(new Set(['rewrite ^ $document break;']));
  });
});

describe.each([
  ['nginx', text],
  ['nginx over an export', textOfExport],
])('of a document, %s says what Node says:', (_, configuration) => {
  const nameOf = (path: Path) => `/${fileOf(path)}`;
  const siteUrl = 'https://vi-du.vn';

  test('its type', () => {
    fc.assert(
      fc.property(documents, (route) => {
        const path = pathOf(route);
        expect([path, typeOf(configuration, path, nameOf(path))]).toEqual([
          path,
          mediaTypeOf(path),
        ]);
      }),
    );
  });

  test('what is no page stays out of results, and nothing else does', () => {
    fc.assert(
      fc.property(documents, (route) => {
        const file = nameOf(pathOf(route));
        const isPage = file.endsWith('.html');
        expect([file, mapped('robots', file, configuration)]).toEqual([
          ...[file, isPage ? '' : 'noindex'],
        ]);
      }),
    );
    for (const file of ['/anh/tin/a.png', '/favicon.svg', '/404.html'])
      if (configuration === textOfExport) expect(mapped('robots', file, configuration)).toBe('');
  });

  test('what belongs to it, with a hub and without', () => {
    const line = '"~^(?<f>.*';
    const withHub = uncommented(configuration, line);
    expect(withHub).not.toBe(configuration);
    const webSubHub = 'https://hub.vi-du.vn/';
    fc.assert(
      fc.property(documents, (route) => {
        const path = pathOf(route);
        expect(mapped('link', nameOf(path), configuration)).toBe(
          linkHeader(path, { siteUrl }) ?? '',
        );
        expect(mapped('link', nameOf(path), withHub)).toBe(
          linkHeader(path, { siteUrl, webSubHub }) ?? '',
        );
      }),
    );
  });
});
