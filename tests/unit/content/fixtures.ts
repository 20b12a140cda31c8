import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Newsroom, parseArticle } from '@/lib/content/article';
import { parseAuthorFile } from '@/lib/content/author-file';
import { renderBody } from '@/lib/content/markdown/render';
import type { Problem } from '@/lib/content/problems/problems';
import { parseSiteFile } from '@/lib/content/site-file';
import { parseSitePageFile } from '@/lib/content/site-page-file';
import { parseTagsFile } from '@/lib/content/tags-file';
import { newsroom } from './newsroom';

const root = resolve(import.meta.dirname, '../../fixtures');

/** The names of the fixture files of a folder. */
export function listFixtures(folder: 'good' | 'bad'): readonly string[] {
  return readdirSync(join(root, 'content', folder)).sort();
}

/** The bytes of a fixture file. */
export function readFixture(...path: readonly string[]): Uint8Array {
  return new Uint8Array(readFileSync(join(root, ...path)));
}

/** Every problem of a file, of its body too; the first word of its name says what it is. */
export function allProblems(name: string, bytes: Uint8Array): readonly Problem[] {
  const parsed = parse(name, bytes, newsroom);
  if (!parsed.ok) return parsed.problems;
  const warnings = 'warnings' in parsed ? parsed.warnings : [];
  if (!('body' in parsed)) return warnings;
  const { problems } = renderBody(parsed.body, {
    file: name,
    bodyLine: parsed.bodyLine,
    siteUrl: 'https://vi-du.vn',
    pictureAddress: (source) => source,
  });
  return [...warnings, ...problems];
}

function parse(name: string, bytes: Uint8Array, room: Newsroom) {
  switch (/^[a-z]+/.exec(name)?.[0]) {
    case 'article':
      return parseArticle(bytes, `articles/2020/12/${name}`, room);
    case 'author':
      return parseAuthorFile(bytes, `authors/${name}`);
    case 'page':
      return parseSitePageFile(bytes, `pages/${name}`);
    case 'site':
      return parseSiteFile(bytes, name);
    case 'tags':
      return parseTagsFile(bytes, name);
    default:
      throw new Error(`${name}: begin the name with article, author, page, site or tags`);
  }
}

/**
 * What a file says of itself, as `line:column code`: `expect: <code> @<column>` anywhere on a line,
 * or `expect: <code> @<line>:<column>` of a line that bears no remark.
 * Columns count from 1, in the file as it lies there; a byte order mark takes none.
 */
export function marksOf(bytes: Uint8Array): readonly string[] {
  return new TextDecoder()
    .decode(bytes)
    .split(/\r\n?|\n/)
    .flatMap((line, index) => {
      const [, code, elsewhere, column] = /expect: ([a-z0-9-]+) @(?:(\d+):)?(\d+)/.exec(line) ?? [];
      return code === undefined ? [] : [`${elsewhere ?? index + 1}:${column} ${code}`];
    });
}
