import { describe, expect, test } from 'vitest';
import { parseFrontMatter, parseYaml } from '@/lib/content/source/front-matter';
import { placed } from '../newsroom';

function read(text: string) {
  const parsed = parseFrontMatter(text, 'a.md');
  if (!parsed.ok) return parsed.problems.map(placed);
  return { value: parsed.source.value, body: parsed.body, bodyLine: parsed.bodyLine };
}

function yamlPlaces(text: string): readonly string[] {
  const parsed = parseYaml(text, 'a.yaml');
  return parsed.ok ? [] : parsed.problems.map(placed);
}

describe('a file is split into front matter and body, and the body knows its line', () => {
  test.each([
    ['---\ntitle: a\n---\nbody', { title: 'a' }, 'body', 4],
    ['---\ntitle: a\n---\n\n\nbody\n', { title: 'a' }, '\n\nbody\n', 4],
    ['---\n---\nbody', null, 'body', 3],
    ['---\n# chú giải\n\n---\n', null, '', 5],
    ['---\ntitle: a\n---', { title: 'a' }, '', 3],
    ['---  yaml \ntitle: a\n--- \t\nbody', { title: 'a' }, ' \t\nbody', 3],
    ['---\ntitle: |\n  a\n  ---\n  b\n---\nc\n---\nd', { title: 'a\n---\nb\n' }, 'c\n---\nd', 7],
  ])('%j', (text, value, body, bodyLine) => {
    expect(read(text)).toEqual({ value, body, bodyLine });
  });
});

describe('front matter in another language is refused and never run', () => {
  test.each(['js', 'javascript', 'json', 'coffee', 'cson', 'toml', 'JS', ' js ', 'js yaml'])(
    '---%s',
    (language) => {
      const global = globalThis as { ran?: boolean };
      const text = `---${language}\n{ ran: (globalThis.ran = true) }\n---\n`;
      expect(read(text)).toEqual(['1:4 front-matter-language']);
      expect(global.ran).toBeUndefined();
    },
  );
});

test('a line that only begins like a fence does not cut the front matter in two', () => {
  expect(read('---\ntitle: a\n----\ndate: b\n---\nbody')).toEqual(['3:1 front-matter-unclosed']);
});

test('one file tells nothing to the next', () => {
  expect(read('---\ntitle: a\n---\n')).toEqual(read('---\ntitle: a\n---\n'));
  expect(read('---\n---\n')).toEqual({ value: null, body: '', bodyLine: 3 });
});

describe('values are what YAML 1.2 says, and dates stay text', () => {
  test.each([
    ['2020-12-24', '2020-12-24'],
    ['2020-12-24 07:00', '2020-12-24 07:00'],
    ['2020-12-24T07:00:00+07:00', '2020-12-24T07:00:00+07:00'],
    ['no', 'no'],
    ['07:30', '07:30'],
    ['1_000', '1_000'],
    ['true', true],
    ['2020', 2020],
    ["'2020'", '2020'],
    ['', null],
    ['~', null],
    ['"Kỳ Anh: \\"tổng kết\\""', 'Kỳ Anh: "tổng kết"'],
    ['Thu Trang & Văn A', 'Thu Trang & Văn A'],
  ])('key: %s', (written, expected) => {
    const parsed = parseYaml(`key: ${written}`, 'a.yaml');
    expect(parsed.ok && parsed.source.value).toEqual({ key: expected });
  });
});

describe('a fault of YAML is named where it begins', () => {
  test.each([
    ['title: Kỳ Anh: tin', '1:8 yaml-invalid'],
    ['title: "a\ndate: b\nsection: c', '1:8 yaml-invalid'],
    ["title: 'a\n\ndate: b", '1:8 yaml-invalid'],
    ['tags: [a, b\ndate: c', '1:7 yaml-invalid'],
    ["tags: ['a, b]\ndate: c", '1:8 yaml-invalid'],
    ['image: {src: a\ndate: c', '1:8 yaml-invalid'],
    ['title: "Tin "ngắn""', '1:14 yaml-invalid'],
    ['image:\n\tsrc: a', '2:1 yaml-invalid'],
    ['title a\ndate: b', '1:1 yaml-invalid'],
    ['a: 1\nb: *c', '2:4 yaml-alias'],
    ['a: &Kỳ Anh', '1:4 yaml-alias'],
    ['a: !!str 2020', '1:4 yaml-tag'],
    ['a: !Quan trọng', '1:4 yaml-tag'],
    ['title: Kỳ Anh #1', '1:15 comment-in-value'],
    ['title: Kỳ\n  Anh  #1 trong tỉnh', '2:8 comment-in-value'],
    ['title: #KyAnh', '1:8 comment-in-value'],
    ['tags:\n  - a # b', '2:7 comment-in-value'],
    ['image:\n  alt: a # b', '2:10 comment-in-value'],
    ['- name: a # b', '1:11 comment-in-value'],
    ['!x a: 1', '1:1 yaml-tag'],
    ['- [!x a]', '1:4 yaml-tag'],
    ['a: 1\nb: !!binary aaaa', '2:4 yaml-tag'],
    ['a: 1\nb: !ruby/object {}', '2:4 yaml-tag'],
    ['a: 1\n...\nb: 2', '3:1 yaml-invalid'],
    ['a: 1\nb: 2\na: 3', '3:1 key-duplicate'],
    ['a: 1\n"a": 2', '2:1 key-duplicate'],
    ['- a: 1\n  b: {c: 1, c: 2}', '2:13 key-duplicate'],
  ])('%j', (text, expected) => {
    expect(yamlPlaces(text)).toEqual([expected]);
  });
});

test.each([
  'title: # ghi chú',
  'title: "a" # ghi chú',
  'title: a\n# ghi chú',
  'title: a#1, C#',
  'date: 2020-12-24 # ghi chú',
  'tags: # ghi chú\n  - "a" # ghi chú',
  'description: >\n  a # b',
  'authors: [a] # ghi chú',
])('a remark to editors is left alone: %j', (text) => {
  expect(yamlPlaces(text)).toEqual([]);
});

test('the whole text is shown in quotes where a mark cuts it off, and the whole word that is a tag', () => {
  const wordsOf = (text: string) => {
    const parsed = parseYaml(text, 'a.md');
    return parsed.ok ? [] : parsed.problems.map(({ message, fix }) => `${message} ${fix}`);
  };
  expect(wordsOf("title: Kỳ Anh's\n  tin #1")[0]).toMatch(/: title: 'Kỳ Anh''s tin #1'$/);
  expect(wordsOf('tags:\n  - a #1')[0]).toMatch(/: 'a #1'$/);
  expect(wordsOf('title: !Tiếng Việt')[0]).toContain('“!Tiếng”');
});

test('all faults of a file are named at once, one a line', () => {
  expect(yamlPlaces('a: "x" y\nb: @z\na: 1\nc: d: e')).toEqual([
    '1:8 yaml-invalid',
    '2:4 yaml-invalid',
    '3:1 key-duplicate',
    '4:4 yaml-invalid',
  ]);
});

describe('YAML that would grow or nest without bound is refused at once', () => {
  const lists = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name, index, all) => {
    const inner = index === 0 ? 'x' : `*${all[index - 1]}`;
    return `${name}: &${name} [${Array(9).fill(inner).join(', ')}]`;
  });
  test.each([
    ['a bomb of aliases', lists.join('\n'), '2:8 yaml-alias'],
    ['too many aliases', `- &a b\n${'- *a\n'.repeat(51)}`, '52:3 yaml-alias'],
    ['an alias of itself', 'a: &a [*a]', '1:8 yaml-alias'],
    ['lists in lists', '['.repeat(100_000), '1:18 yaml-invalid'],
    ['closed lists in lists', '['.repeat(30) + ']'.repeat(30), '1:18 yaml-invalid'],
    ['maps in maps', '{a: '.repeat(20_000), undefined],
    ['dashes on one line', '- '.repeat(20_000), undefined],
    ['question marks', '? '.repeat(20_000), undefined],
    [
      'ever deeper lines',
      Array.from({ length: 300 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
      undefined,
    ],
  ])('%s', (_, text, expected) => {
    const places = yamlPlaces(text);
    expect(places[0]).toMatch(/yaml-(?:invalid|alias)$/);
    if (expected) expect(places[0]).toBe(expected);
  });

  test('fifty aliases of a word are a habit', () => {
    const parsed = parseYaml(`- &a b\n${'- *a\n'.repeat(50)}`, 'a.yaml');
    expect(parsed.ok && parsed.source.value).toEqual(Array(51).fill('b'));
  });

  test('many keys take no time that grows with their square', () => {
    expect(yamlPlaces(Array.from({ length: 50_000 }, (_, i) => `k${i}:`).join('\n'))).toEqual([]);
  }, 60_000);
});

describe('a value is found again in the file', () => {
  const text = 'title: a\nimage:\n  src: b\ntags:\n  - c\n  - {d: e}\n"f": |\n  g\n1: h\nempty:\n';
  const parsed = parseYaml(text, 'a.yaml');
  test.each([
    [['title'], 'value', '1:8'],
    [['title'], 'key', '1:1'],
    [['image'], 'value', '3:3'],
    [['image', 'src'], 'value', '3:8'],
    [['image', 'src'], 'key', '3:3'],
    [['image', 'alt'], 'value', '2:1'],
    [['tags', 0], 'value', '5:5'],
    [['tags', 1, 'd'], 'value', '6:9'],
    [['tags', 7], 'value', '4:1'],
    [['f'], 'value', '7:6'],
    [['1'], 'key', '9:1'],
    [['empty'], 'value', '10:7'],
    [['nothing'], 'value', '1:1'],
    [[], 'value', '1:1'],
  ] as const)('%j, %s', (where, part, expected) => {
    if (!parsed.ok) throw new Error(yamlPlaces(text).join());
    const { line, column } = parsed.source.positionOf(where, part);
    expect(`${line}:${column}`).toBe(expected);
  });
});
