import { parseArticle } from '@/lib/content/article';
import type { Problem } from '@/lib/content/problems/problems';
import { parseSitePageFile } from '@/lib/content/site-page-file';
import { articleFile, bareNewsroom, bytesOf, newsroom } from './newsroom';

const page = bytesOf('---\ntitle: a\ndescription: b\n---\n');

function problemsOf(bytes: Uint8Array, file = 'articles/tin.md', room = newsroom) {
  const parsed = parseArticle(bytes, file, room);
  return parsed.ok ? parsed.warnings : parsed.problems;
}

/** Faults that no mark in a file can point at: bytes, names of files, a newsroom without site.yaml. */
export const unmarkable: readonly (readonly [
  expected: string,
  what: string,
  problems: () => readonly Problem[],
])[] = [
  [
    '1:1 file-too-large',
    'a file of one byte too many',
    () => problemsOf(bytesOf(articleFile().padEnd(1_048_577 - 2, 'x'))),
  ],
  ['1:2 file-not-utf8', 'a file in Latin-1', () => problemsOf(new Uint8Array([0x2d, 0xe0, 0x6e]))],
  [
    '1:1 file-utf16',
    'a file in UTF-16',
    () => problemsOf(new Uint8Array([0xff, 0xfe, 0x2d, 0x00])),
  ],
  [
    '1:1 file-utf16',
    'a file in UTF-16 without a mark',
    () =>
      problemsOf(Uint8Array.from(articleFile().replace(/./gsu, '$&\0'), (c) => c.charCodeAt(0))),
  ],
  [
    '1:4 line-ends',
    'CRLF line ends from the first line on',
    () => problemsOf(bytesOf(articleFile().replaceAll('\n', '\r\n'))),
  ],
  [
    '1:1 byte-order-mark',
    'an article with a byte order mark',
    () => problemsOf(bytesOf(`\ufeff${articleFile()}`)),
  ],
  [
    '6:68 problems-more',
    'twenty-one tags without letters',
    () => problemsOf(bytesOf(articleFile({ tags: `[${'…, '.repeat(21)}]` }))).slice(-1),
  ],
  [
    '3:1 body-too-deep',
    'five thousand quotes inside each other',
    () => problemsOf(bytesOf(`---\n---\n${'>'.repeat(5000)} a`)),
  ],
  ['1:1 control-character', 'a noncharacter', () => problemsOf(bytesOf('\uffff---\n'))],
  ['1:1 file-empty', 'an empty file', () => problemsOf(bytesOf(''))],
  ['1:1 file-empty', 'a file of blanks', () => problemsOf(bytesOf('\ufeff \r\n\t\u00a0\n'))],
  ['1:1 front-matter-missing', 'four hyphens', () => problemsOf(bytesOf('----\ntitle: a\n----\n'))],
  [
    '1:1 front-matter-missing',
    'a blank line at the head',
    () => problemsOf(bytesOf(`\n${articleFile()}`)),
  ],
  ['1:1 front-matter-unclosed', 'no second fence', () => problemsOf(bytesOf('---\ntitle: a\n'))],
  ['1:1 front-matter-unclosed', 'one fence and no more', () => problemsOf(bytesOf('---'))],
  [
    '1:1 front-matter-too-long',
    'a front matter of blank lines',
    () => problemsOf(bytesOf(articleFile({ draft: `false${'\n'.repeat(900_000)}` }))),
  ],
  [
    '1:1 slug-empty',
    'a file name without letters',
    () => problemsOf(bytesOf(articleFile()), 'articles/北京.md'),
  ],
  [
    '1:1 slug-reserved',
    'a page with the name of an address of the site',
    () => {
      const parsed = parseSitePageFile(page, 'pages/Tìm kiếm.md');
      return parsed.ok ? [] : parsed.problems;
    },
  ],
  [
    '5:10 section-without-letters',
    'a section that makes no address, without site.yaml',
    () => problemsOf(bytesOf(articleFile({ section: '北京' })), undefined, bareNewsroom),
  ],
];
