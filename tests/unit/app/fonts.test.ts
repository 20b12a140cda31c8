import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { preloadedFonts, themeColours } from '@/app/_theme';

const files = readdirSync('public/fonts').filter((file) => file.endsWith('.woff2'));
const base = readFileSync('app/base.css', 'utf8');
const tokens = readFileSync('app/tokens.css', 'utf8');

describe('fonts', () => {
  test.each(files)('%s carries the hash of its content in its name', (file) => {
    const hash = createHash('sha256')
      .update(readFileSync(`public/fonts/${file}`))
      .digest('hex');
    expect(file).toContain(`.${hash.slice(0, 8)}.`);
  });

  test('the style sheet, the preloads and the folder name the same files', () => {
    const inCss = Array.from(base.matchAll(/url\("?([^")]+)"?\)/g), ([, address]) => address);
    const inFolder = files.map((file) => `/fonts/${file}`);
    expect(inCss.sort()).toEqual([...preloadedFonts].sort());
    expect(inFolder.sort()).toEqual([...preloadedFonts].sort());
  });

  test('their licence lies beside them', () => {
    expect(readFileSync('public/fonts/OFL.txt', 'utf8')).toContain('SIL OPEN FONT LICENSE');
  });
});

describe('the colours of the browser’s frame', () => {
  test('are those of the page, light and dark', () => {
    const papers = Array.from(tokens.matchAll(/--paper: (#\w+);/g), ([, colour]) => colour);
    const long = papers.map((colour) => colour?.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3'));
    expect(long).toEqual([themeColours.light, themeColours.dark]);
  });
});
