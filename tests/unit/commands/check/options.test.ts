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
  [['--fox']],
  [['--format', 'xml']],
  [['--against', '']],
  [['--against']],
  [['--fix=1']],
])('%j asks for nothing that there is', (args) =>
  expect(parseCheckOptions(args)).toEqual({ ok: false, wantsHelp: false }),
);

test('help is asked for', () => {
  expect(parseCheckOptions(['--help'])).toEqual({ ok: false, wantsHelp: true });
});
