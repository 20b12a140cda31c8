import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Font, openSync } from 'fontkit';
import { headlineFonts } from '../site/fonts';

/** A line of text as it is drawn. */
export interface Outline {
  /** Data of an SVG path whose origin is the beginning of the line on its baseline, in pixels. */
  readonly path: string;
  /** Pixels. */
  readonly width: number;
}

/** A family of fonts, of which each file holds some of the letters. */
export interface Family {
  /** How far a text reaches, pixels. @param size pixels of an em */
  readonly widthOf: (text: string, size: number) => number;
  readonly outline: (text: string, size: number) => Outline;
  /** Where the baseline lies in a line of this height, pixels from its top (CSS 2.2 §10.8.1). */
  readonly baselineIn: (lineHeight: number, size: number) => number;
  /** The text without what no file has a letter for: emoji, other scripts, marks of direction. */
  readonly drawable: (text: string) => string;
}

/** Families by their use on a card. */
export interface Fonts {
  readonly headline: Family;
  readonly kicker: Family;
  readonly small: Family;
}

let opened: Fonts | undefined;

/** The fonts of cards, from the project's own files and the package that has those of readers' phones. */
export function openFonts(): Fonts {
  opened ??= {
    headline: openFamily(headlineFonts.map((file) => join(process.cwd(), 'public', file))),
    kicker: openFamily(robotoFiles(500)),
    small: openFamily(robotoFiles(400)),
  };
  return opened;
}

function robotoFiles(weight: 400 | 500): readonly string[] {
  const { resolve } = createRequire(join(process.cwd(), 'package.json'));
  return ['latin', 'vietnamese', 'latin-ext'].map((part) =>
    resolve(`@fontsource/roboto/files/roboto-${part}-${weight}-normal.woff2`),
  );
}

/** Glyphs as they are drawn, by font: letters repeat, and to draw one costs more than all the rest. */
type Glyphs = Map<number, string>;

function openFamily(files: readonly string[]): Family {
  const fonts = files.map((file) => {
    const font = openSync(file);
    if (font.type !== 'WOFF2') throw new Error(`${file} is no font`);
    return { font: font as Font, glyphs: new Map() as Glyphs };
  });
  const [first] = fonts;
  if (!first) throw new Error('a family without files');
  const fontOf = (character: string) => {
    const code = character.codePointAt(0) ?? 0;
    return fonts.find(({ font }) => font.hasGlyphForCodePoint(code));
  };
  /** Pieces that one file draws, with how it shapes them. */
  const shape = (text: string) => {
    const runs: { readonly part: (typeof fonts)[number]; text: string }[] = [];
    for (const character of text.replaceAll('\u00a0', ' ')) {
      const part = fontOf(character);
      const last = runs.at(-1);
      if (!part) continue;
      if (last?.part === part) last.text += character;
      else runs.push({ part, text: character });
    }
    return runs.map(({ part, text: piece }) => ({ part, run: part.font.layout(piece) }));
  };
  return {
    widthOf: (text, size) =>
      shape(text).reduce(
        (sum, { part, run }) => sum + (run.advanceWidth * size) / part.font.unitsPerEm,
        0,
      ),
    outline: (text, size) => {
      let x = 0;
      const pieces: string[] = [];
      for (const { part, run } of shape(text)) {
        const scale = size / part.font.unitsPerEm;
        run.glyphs.forEach((glyph, index) => {
          const { xAdvance = 0, xOffset = 0, yOffset = 0 } = run.positions[index] ?? {};
          const drawn = part.glyphs.get(glyph.id) ?? glyph.path.toSVG();
          part.glyphs.set(glyph.id, drawn);
          if (drawn !== '') {
            const place = `${round(x + xOffset * scale)} ${round(-yOffset * scale)}`;
            pieces.push(
              `<path transform="translate(${place}) scale(${scale} ${-scale})" d="${drawn}"/>`,
            );
          }
          x += xAdvance * scale;
        });
      }
      return { path: pieces.join(''), width: x };
    },
    baselineIn: (lineHeight, size) => {
      const { ascent, descent, unitsPerEm } = first.font;
      const content = ((ascent - descent) * size) / unitsPerEm;
      return (lineHeight - content) / 2 + (ascent * size) / unitsPerEm;
    },
    drawable: (text) =>
      [...text.normalize('NFC')]
        .map((character) => (/\s/.test(character) ? ' ' : character))
        .filter((character) => character === ' ' || fontOf(character) !== undefined)
        .join('')
        .replace(/ {2,}/g, ' ')
        .trim(),
  };
}

const round = (value: number) => Math.round(value * 100) / 100;
