import { expect, test } from 'vitest';
import { parseExportOptions } from '@/lib/commands/export/options';

test('without options the site goes into dist, uncompressed, and only where nothing else is', () => {
  expect(parseExportOptions([])).toEqual({
    ok: true,
    options: { out: 'dist', compress: false, force: false },
  });
});

test('every option is read', () => {
  expect(parseExportOptions(['--out', '/srv/bao', '--compress', '--force'])).toEqual({
    ok: true,
    options: { out: '/srv/bao', compress: true, force: true },
  });
});

test.each([
  [['--ot', 'x'], '--ot'],
  [['--out='], '--out'],
  [['thu-muc'], 'thu-muc'],
])('%j is wrong', (args, wrong) => {
  expect(parseExportOptions(args)).toEqual({ ok: false, wantsHelp: false, wrong });
});

test('--help asks for help', () => {
  expect(parseExportOptions(['--help'])).toEqual({ ok: false, wantsHelp: true });
});
