import { expect, test } from 'vitest';
import { parseCheckOptions } from '@/lib/commands/check/options';

test.each([
  [[], { files: [], fix: false }],
  [['a.md', 'b.md'], { files: ['a.md', 'b.md'], fix: false }],
  [['--fix', 'a.md'], { files: ['a.md'], fix: true }],
  [['--format', 'json'], { files: [], fix: false, format: 'json' }],
  [['--against', 'main'], { files: [], fix: false, against: 'main' }],
  [['--against=-x'], { files: [], fix: false, against: '-x' }],
  [['--', '--fix'], { files: ['--fix'], fix: false }],
])('%j asks for %j', (args, options) => {
  expect(parseCheckOptions(args)).toEqual({ ok: true, options });
});

test.each([
  [['--fox'], '--fox'],
  [['--format', 'xml'], '--format xml'],
  [['--against', ''], '--against'],
  [['--against'], '--against'],
  [['--fix=1'], '--fix'],
])('%j asks for nothing that there is: %s', (args, wrong) =>
  expect(parseCheckOptions(args)).toEqual({ ok: false, wantsHelp: false, wrong }),
);

test('help is asked for', () => {
  expect(parseCheckOptions(['--help'])).toEqual({ ok: false, wantsHelp: true });
});
