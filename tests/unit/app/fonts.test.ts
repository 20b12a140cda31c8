import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { themeColours } from '@/app/_theme';
import { headlineFonts } from '@/lib/site/fonts';
import vectors from '@/tests/fixtures/vietnamese-vectors.json';
import { charactersOf } from './font-characters';

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
    expect(inCss.sort()).toEqual([...headlineFonts].sort());
    expect(inFolder.sort()).toEqual([...headlineFonts].sort());
  });

  test('their licence lies beside them', () => {
    expect(readFileSync('public/fonts/OFL.txt', 'utf8')).toContain('SIL OPEN FONT LICENSE');
  });
});

describe('letters', () => {
  /** What browsers take from each file: the glyphs that it has, of the characters it is asked for. */
  const faces = Array.from(
    base.matchAll(/url\("\/fonts\/([^"]+)"[^}]+unicode-range:([^;]+);/g),
    ([, file = '', ranges = '']) => ({
      asked: readRanges(ranges),
      characters: charactersOf(readFileSync(`public/fonts/${file}`)),
    }),
  );
  const facesFor = (letter: string) =>
    faces.filter(({ asked }) =>
      asked.some(([first, last]) => pointOf(letter) >= first && pointOf(letter) <= last),
    );

  /** Not drawn in Newsreader: these few come from the next font of the list. */
  const elsewhere = new Set('‰→←↑↓\u202f\u2011\u0302\u0306\u031b');

  test.each([
    ['Vietnamese', vectors.glyphs],
    ['with marks', vectors.glyphsAccented],
    ['other', vectors.glyphsExtra],
    ['French', 'ŒœÇçÊêÀàÛû'],
  ])('each %s one is asked of one file, which has it', (_what, letters) => {
    const broken = Array.from(new Set(letters))
      .filter((letter) => !elsewhere.has(letter))
      .filter((letter) => {
        const asked = facesFor(letter);
        return asked.length !== 1 || !asked[0]?.characters.has(pointOf(letter));
      });
    expect(broken).toEqual([]);
  });

  test('what comes from another font is in neither file', () => {
    const inFiles = [...elsewhere].filter((letter) =>
      faces.some(({ characters }) => characters.has(pointOf(letter))),
    );
    expect(inFiles).toEqual([]);
  });

  test('the subset for Latin alone has 32 of the 134 letters with marks: every page needs both', () => {
    const [latin, vietnamese] = faces.map(({ characters }) =>
      [...vectors.glyphsAccented].filter((letter) => characters.has(pointOf(letter))),
    );
    expect([latin?.length, vietnamese?.length]).toEqual([32, 102]);
  });

  function readRanges(written: string): readonly (readonly [first: number, last: number])[] {
    return Array.from(written.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g), ([, first, last]) => [
      Number.parseInt(first ?? '', 16),
      Number.parseInt(last ?? first ?? '', 16),
    ]);
  }

  function pointOf(letter: string): number {
    return letter.codePointAt(0) ?? Number.NaN;
  }
});

describe('the colours of the browser’s frame', () => {
  test('are those of the page, light and dark', () => {
    const papers = Array.from(tokens.matchAll(/--paper: (#\w+);/g), ([, colour]) => colour);
    const long = papers.map((colour) => colour?.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3'));
    expect(long).toEqual([themeColours.light, themeColours.dark]);
  });
});
