import { describe, expect, test } from 'vitest';
import { formatGithubReport } from '@/lib/commands/check/github-report';
import { formatJsonReport } from '@/lib/commands/check/json-report';
import { formatTextReport } from '@/lib/commands/check/text-report';
import { problem } from '@/lib/content/problems/problems';

const problems = [
  problem('date-unreadable', { file: 'articles/a.md', line: 3, column: 7 }, 'hôm qua'),
  problem('file-empty', { file: 'articles/b.md', line: 1, column: 1 }),
  problem('tag-merged', { file: 'articles/b.md', line: 5, column: 3 }, 'giấy khen', 'khen thưởng'),
];
const text = { pathOf: (file: string) => `content/${file}`, hasColour: false, fileCount: 12 };

describe('for people', () => {
  test('a problem has its place, its words and its remedy, and the end counts them', () => {
    expect(formatTextReport(problems.slice(0, 1), text)).toBe(
      [
        'content/articles/a.md:3:7  lỗi  date-unreadable',
        '  Không đọc được ngày “hôm qua”.',
        '  Viết theo mẫu 2020-12-24 hoặc 2020-12-24 07:00.',
        '',
        '1\u00a0lỗi ở 1\u00a0tệp, trong 12\u00a0tệp đã kiểm tra.\n',
      ].join('\n'),
    );
  });

  test('errors and warnings are counted apart', () => {
    expect(formatTextReport(problems, text)).toMatch(
      /\n2\u00a0lỗi, 1\u00a0cảnh báo ở 2\u00a0tệp, trong 12\u00a0tệp đã kiểm tra\.\n$/,
    );
  });

  test('without problems one line says so', () => {
    expect(formatTextReport([], text)).toBe('Không có lỗi nào trong 12\u00a0tệp.\n');
  });

  test('a terminal is painted, and only where it was asked for', () => {
    const painted = formatTextReport(problems, { ...text, hasColour: true });
    expect(painted).toContain('\u001b[31mlỗi\u001b[39m');
    expect(painted).toContain('\u001b[33mcảnh báo\u001b[39m');
    expect(formatTextReport(problems, text)).not.toContain('\u001b');
  });

  test('what a terminal would obey is shown by its number', () => {
    const at = { file: 'articles/\u001b[2J\u202e\n.md', line: 1, column: 1 };
    const report = formatTextReport([problem('file-empty', at)], text);
    expect(report).toMatch(/^content\/articles\/\\u001b\[2J\\u202e\\u000a\.md:1:1 {2}lỗi/);
  });
});

test('for programs the shape stays', () => {
  expect(JSON.parse(formatJsonReport(problems))).toEqual({
    problems: [
      {
        file: 'articles/a.md',
        line: 3,
        column: 7,
        severity: 'error',
        code: 'date-unreadable',
        message: 'Không đọc được ngày “hôm qua”.',
        fix: 'Viết theo mẫu 2020-12-24 hoặc 2020-12-24 07:00.',
      },
      expect.objectContaining({ code: 'file-empty', severity: 'error' }),
      expect.objectContaining({ code: 'tag-merged', severity: 'warning' }),
    ],
    errors: 2,
    warnings: 1,
  });
  expect(JSON.parse(formatJsonReport([]))).toEqual({ problems: [], errors: 0, warnings: 0 });
});

describe('for GitHub', () => {
  const lines = (file: string) =>
    formatGithubReport(
      problems.slice(2).map((found) => ({ ...found, file })),
      (path) => `content/${path}`,
    );

  test('a problem is a command of the runner', () => {
    expect(lines('articles/b.md')).toBe(
      '::warning file=content/articles/b.md,line=5,col=3,title=tag-merged::Chủ đề “giấy khen” được gộp vào “khen thưởng” theo tags.yaml. Viết “khen thưởng”.\n',
    );
  });

  test('nothing in a name or in the words ends the command', () => {
    expect(lines('a%,b:c\r\n::error::d.md')).toMatch(
      /^::warning file=content\/a%25%2Cb%3Ac%0D%0A%3A%3Aerror%3A%3Ad\.md,line=5/,
    );
    expect(lines('\u001b[2J\u202e.md')).toContain('file=content/\\u001b[2J\\u202e.md,');
    const [found] = problems;
    const message = '100%\r\n::error::x';
    expect(formatGithubReport(found ? [{ ...found, message }] : [], (path) => path)).toContain(
      '::100%25%0D%0A::error::x',
    );
  });
});
