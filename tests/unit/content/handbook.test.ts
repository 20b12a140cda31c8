import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseCheckOptions } from '@/lib/commands/check/options';
import { formatTextReport } from '@/lib/commands/check/text-report';
import { readContentFolder } from '@/lib/commands/new/content-folder';
import { parseNewOptions } from '@/lib/commands/new/new-options';
import { parseArticle } from '@/lib/content/article';
import { parseAuthorFile } from '@/lib/content/author-file';
import { renderBody } from '@/lib/content/markdown/render';
import { catalogue } from '@/lib/content/problems/catalogue';
import {
  type Problem,
  type ProblemCode,
  problem,
  problemCodes,
} from '@/lib/content/problems/problems';
import { describedKeys } from '@/lib/content/schema/json-schema';
import { renewKeyTables } from '@/lib/content/schema/key-tables';
import { parseSiteFile } from '@/lib/content/site-file';
import { parseSitePageFile } from '@/lib/content/site-page-file';
import { parseTagsFile } from '@/lib/content/tags-file';
import { contactPage, trustPages } from '@/lib/seo/trust-pages';
import { bytesOf } from './newsroom';

const root = resolve(import.meta.dirname, '../../..');
const handbook = readFileSync(join(root, 'content/README.md'), 'utf8');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { newsroom } = await readContentFolder(join(root, 'content'));

/** Problems of the server and its surroundings: for operators, and in no file of an editor. */
const operators: ReadonlySet<ProblemCode> = new Set([
  ...(['port-invalid', 'site-url-invalid', 'port-taken', 'address-unusable'] as const),
  ...(['publish-secret-invalid', 'publish-pull-invalid', 'trust-proxy-invalid'] as const),
  ...(['pull-no-git', 'pull-no-repository', 'pull-no-upstream', 'pull-unreachable'] as const),
  ...(['pull-too-slow', 'pull-diverged', 'pull-blocked', 'publish-failed'] as const),
  ...(['documents-memory-invalid', 'documents-disk-invalid', 'cache-tag-header-invalid'] as const),
  ...(['indexnow-key-invalid', 'indexnow-endpoint-invalid', 'websub-hub-invalid'] as const),
  ...(['content-unreadable', 'data-unwritable', 'build-missing'] as const),
]);

/** The blocks of code, by what their first line says: a language, a kind, a code if they show one. */
const blocks = [...handbook.matchAll(/^```(\S+) ?(\S*) ?(\S*)\n([\s\S]*?)^```$/gm)].map(
  ([, language = '', kind = '', code = '', text = '']) => ({ language, kind, code, text }),
);
const examples = blocks.filter(({ kind }) => kind !== '');

/** The rows of the table of problems: code, grade, the other cells. */
const rows = [...handbook.matchAll(/^\| `([a-z0-9-]+)` \| (lỗi|cảnh báo) \|(.*)\|$/gm)];

describe('the table of problems', () => {
  test('names every problem that content can have, once, and none that is gone', () => {
    const expected = problemCodes.filter((code) => !operators.has(code));
    expect(rows.map(([, code]) => code).sort()).toEqual([...expected].sort());
  });

  test.each(rows.map(([, code = '', grade = '', rest = '']) => ({ code, grade, rest })))(
    '$code has its grade, a meaning, an example and a remedy',
    ({ code, grade, rest }) => {
      const [severity] = catalogue[code as ProblemCode];
      expect(grade).toBe(severity === 'error' ? 'lỗi' : 'cảnh báo');
      const cells = rest.split(' | ').map((cell) => cell.trim());
      expect(cells).toHaveLength(3);
      expect(cells.filter((cell) => cell === '')).toEqual([]);
    },
  );
});

describe('an example in the table of problems has that problem', () => {
  const shown = rows.flatMap(([, code = '', , rest = '']) => {
    const example = /^[^|]*\| `([^`]+)` \|/.exec(rest)?.[1];
    // What only other files, the clock, a folder without site.yaml or a file's name can tell.
    const isOfOneFile =
      !/^(link-broken|anchor-broken|date-without-time|slug-.*|section-without-letters)$/.test(code);
    return example !== undefined && isOfOneFile ? [{ code, example }] : [];
  });

  test.each(shown)('$code: $example', ({ code, example }) => {
    const isKey = /^[a-zA-Z]+:/.test(example);
    const kind = example.startsWith('timeZone') ? 'site' : isKey ? 'khai-bao' : 'than-bai';
    const text = kind === 'site' ? `name: a\n${example}\n` : `${example}\n`;
    expect(problemsOf(kind, text).map((found) => found.code)).toContain(code);
  });
});

describe('keys', () => {
  test('the tables of all keys are what `npm run schemas` writes', () => {
    expect(renewKeyTables(handbook)).toBe(handbook);
  });

  test.each([
    ['article', 'bai'],
    ['site', 'site'],
    ['tags', 'tags'],
    ['author', 'tac-gia'],
    ['page', 'trang'],
  ] as const)('the examples of %s show every key that has no page of its own', (kind, block) => {
    const shown = examples.flatMap((example) => (example.kind === block ? example.text : []));
    const missing = describedKeys(kind).filter(({ path }) => {
      const key = path.split('.').at(-1);
      return !shown.some((text) => new RegExp(`^[ -]*${key}:`, 'm').test(text));
    });
    const explainedInWords = ['kind', 'aliases'];
    expect(missing.filter(({ path }) => !explainedInWords.includes(path))).toEqual([]);
  });
});

describe('commands', () => {
  test('every command for editors is told of', () => {
    const told = new Set(
      [...handbook.matchAll(/npm run ([a-z]+(?::[a-z]+)?)/g)].map(([, name]) => name),
    );
    expect(['check', 'dev', 'new', 'serve'].filter((name) => !told.has(name))).toEqual([]);
  });

  test('every command that is told of exists', () => {
    const told = [...handbook.matchAll(/npm run ([a-z]+(?::[a-z]+)?)/g)].map(
      ([, name]) => name ?? '',
    );
    expect([...new Set(told)].filter((name) => !(name in scripts))).toEqual([]);
  });

  const shown = [...handbook.matchAll(/npm run (new|check) -- ([^`\n]+)/g)].map(
    ([, command = '', args = '']) => ({ command, args }),
  );

  test.each(shown)('npm run $command understands $args', ({ command, args }) => {
    const words = [...args.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare);
    const parse = command === 'new' ? parseNewOptions : parseCheckOptions;
    const parsed = parse(words.map(String));
    expect(parsed.ok || parsed.wantsHelp).toBe(true);
  });
});

test('what the check says is shown as it says it', () => {
  const at = { file: 'articles/2026/11/tieu-de-bai.md', line: 3, column: 7 };
  const shown = problem('date-impossible', at, '2020-13-45');
  const shell = { pathOf: (file: string) => `content/${file}`, hasColour: false, fileCount: 1 };
  const [report] = formatTextReport([shown], shell).split('\n\n');
  expect(handbook).toContain(`\`\`\`text\n${report}\n\`\`\`\n`);
});

test('every entry of the contents leads to a heading', () => {
  const headings = [...handbook.matchAll(/^#{2,3} (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
  const anchors = [...handbook.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
  expect(anchors.filter((anchor) => !headings.includes(anchor ?? ''))).toEqual([]);
});

describe('examples', () => {
  test('there are some of every kind', () => {
    const kinds = ['bai', 'khai-bao', 'site', 'tac-gia', 'tags', 'than-bai', 'trang'];
    expect([...new Set(examples.map(({ kind }) => kind))].sort()).toEqual(kinds);
  });

  test.each(examples)('$kind $code: $text', ({ kind, code, text }) => {
    expect(problemsOf(kind, text).map((found) => found.code)).toEqual(code ? [code] : []);
  });
});

function problemsOf(kind: string, text: string): readonly Problem[] {
  switch (kind) {
    case 'bai':
      return withBody(parseArticle(bytesOf(text), 'articles/bai.md', newsroom));
    case 'khai-bao':
      return problemsOf('bai', article(text, 'Thân bài.'));
    case 'than-bai':
      return problemsOf('bai', article('', text));
    case 'tac-gia':
      return withBody(parseAuthorFile(bytesOf(text), 'authors/ten-tac-gia.md'));
    case 'trang':
      return withBody(parseSitePageFile(bytesOf(text), 'pages/lien-he.md'));
    case 'site':
      return withBody(parseSiteFile(bytesOf(text), 'site.yaml'));
    case 'tags':
      return withBody(parseTagsFile(bytesOf(text), 'tags.yaml'));
    default:
      throw new Error(`No example is of the kind ${kind}`);
  }
}

/** An article with these keys, and sound ones for what is required. */
function article(keys: string, body: string): string {
  const usual = ['title: a', 'date: 2020-12-24 07:00', 'description: a', 'section: thoi-su'];
  const kept = usual.filter((line) => !new RegExp(`^${line.split(':')[0]}:`, 'm').test(keys));
  return `---\n${kept.join('\n')}\n${keys}---\n\n${body}`;
}

interface Parsed {
  readonly ok: boolean;
  readonly problems?: readonly Problem[];
  readonly warnings?: readonly Problem[];
  readonly body?: string;
}

function withBody({ problems = [], warnings = [], body = '' }: Parsed): readonly Problem[] {
  const rendered = renderBody(body, {
    file: 'articles/bai.md',
    bodyLine: 1,
    siteUrl: 'http://localhost:3000',
    pictureAddress: (source) => source,
  });
  return [...problems, ...warnings, ...rendered.problems];
}

test('the handbook names every page that search engines are told of, and what it is', () => {
  for (const [slug, property] of [...Object.entries(trustPages), [contactPage, 'contactPoint']])
    expect(handbook).toMatch(new RegExp(`\\| \`${slug}\\.md\` \\|[^|]+\\| \`${property}\` \\|`));
});
