import { cardSize } from '../site/machine-routes';
import { isDrawn, wordmark } from '../site/wordmark';
import { type Family, type Fonts, openFonts } from './fonts';
import { HEADLINE_LEADING, setHeadline } from './lines';

/** What a social card says; only words of the site, its sections and tags, and of articles. */
export interface Card {
  /** Name of the site. */
  readonly site: string;
  /** Above the title: a section, or what kind of list it is. */
  readonly kicker?: string | undefined;
  readonly title: string;
  /** As readers see it: 24/12/2020. */
  readonly date?: string | undefined;
}

/** The light colours of `tokens.css`: networks show a card on any ground. */
const colours = {
  paper: '#fff',
  ink: '#16181b',
  soft: '#51555b',
  son: '#b3201f',
  hair: '#d3d4d1',
} as const;

// Pixels, as the design has them (look/og.html).
const MARGIN = 64;
const TOP = 132;
const RULE = 4;
const KICKER = { size: 28, leading: 1.4, above: 34 } as const;
const TITLE_ABOVE = 10;
const DOTS = 84;
const DATE = 26;
const NAME = 46;
const WORDMARK_HEIGHT = 60;
/** Between a name that is written and the date. */
const GAP = 40;

/**
 * Draws a card.
 * @returns an SVG document of paths alone, which looks the same wherever it is drawn
 */
export function drawCard({ site, kicker, title, date }: Card): string {
  const { width, height } = cardSize;
  const fonts = openFonts();
  // A headline of emoji alone, or of another script, leaves the name of the site.
  const headline = fonts.headline.drawable(title) || fonts.headline.drawable(site);
  const kickerTop = TOP + RULE + KICKER.above;
  const titleTop = kickerTop + KICKER.size * KICKER.leading + TITLE_ABOVE;
  const dotsTop = height - DOTS;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="${colours.paper}"/>`,
    `<rect x="${MARGIN}" y="${TOP}" width="${width - 2 * MARGIN}" height="${RULE}" fill="${colours.ink}"/>`,
    ...drawTop(fonts, site, date),
    ...drawLine(fonts.kicker, kicker ?? '', {
      ...{ x: MARGIN, top: kickerTop, colour: colours.son },
      ...{ size: KICKER.size, lineHeight: KICKER.size * KICKER.leading },
    }),
    ...drawTitle(fonts.headline, headline, titleTop, dotsTop - titleTop),
    dots(dotsTop),
    '</svg>',
  ].join('');
}

/** The name of the site and the date, on one line. */
function drawTop(fonts: Fonts, site: string, date: string | undefined): readonly string[] {
  const room = cardSize.width - 2 * MARGIN;
  const written = date ? fonts.small.drawable(date) : '';
  const dateWidth = fonts.small.widthOf(written, DATE);
  const drawnDate = drawLine(fonts.small, written, {
    ...{ x: MARGIN + room - dateWidth, top: 0, lineHeight: TOP },
    ...{ size: DATE, colour: colours.soft },
  });
  if (isDrawn(site)) return [drawWordmark(), ...drawnDate];
  const name = fonts.headline.drawable(site);
  const wide = fonts.headline.widthOf(name, NAME);
  const left = room - (written === '' ? 0 : dateWidth + GAP);
  const size = wide > left ? (NAME * left) / wide : NAME;
  const place = { x: MARGIN, top: 0, lineHeight: TOP, size, colour: colours.ink };
  return [...drawLine(fonts.headline, name, place), ...drawnDate];
}

function drawWordmark(): string {
  const scale = WORDMARK_HEIGHT / wordmark.height;
  const { letters, dot } = wordmark;
  return [
    `<g transform="translate(${MARGIN} ${(TOP - WORDMARK_HEIGHT) / 2}) scale(${scale})">`,
    `<path fill="${colours.ink}" d="${letters}"/>`,
    `<circle fill="${colours.son}" cx="${dot.x}" cy="${dot.y}" r="${dot.radius}"/></g>`,
  ].join('');
}

function drawTitle(family: Family, title: string, top: number, height: number): readonly string[] {
  const room = { width: cardSize.width - 2 * MARGIN, height };
  const { size, lines } = setHeadline(title, room, family.widthOf);
  const lineHeight = size * HEADLINE_LEADING;
  return lines.flatMap((line, index) =>
    drawLine(family, line, {
      ...{ x: MARGIN, top: top + index * lineHeight, lineHeight },
      ...{ size, colour: colours.ink },
    }),
  );
}

interface Place {
  readonly x: number;
  readonly top: number;
  readonly lineHeight: number;
  readonly size: number;
  readonly colour: string;
}

function drawLine(family: Family, text: string, place: Place): readonly string[] {
  const { path } = family.outline(family.drawable(text.replaceAll('\u00a0', ' ')), place.size);
  if (path === '') return [];
  const y = place.top + family.baselineIn(place.lineHeight, place.size);
  return [`<g transform="translate(${place.x} ${y})" fill="${place.colour}">${path}</g>`];
}

/** Halftone that dissolves upwards, as where a photograph is still to come. */
function dots(top: number): string {
  const at = (x: number, y: number, radius: number) =>
    `<circle cx="${x}" cy="${y}" r="${radius}"/>`;
  const tile = rows
    .map(([y, radius], index) =>
      index % 2 === 0 ? at(0, y, radius) + at(12, y, radius) : at(6, y, radius),
    )
    .join('');
  return [
    `<defs><pattern id="h" width="12" height="${DOTS}" patternUnits="userSpaceOnUse" fill="${colours.hair}">${tile}</pattern></defs>`,
    `<g transform="translate(0 ${top})">`,
    `<rect width="${cardSize.width}" height="${DOTS}" fill="url(#h)"/></g>`,
  ].join('');
}

/** Rows of dots from the ground up: where, and how large. */
const rows = [
  [78, 5.4],
  [66, 4.7],
  [54, 4.1],
  [42, 3.4],
  [30, 2.6],
  [18, 1.9],
  [6, 1.0],
] as const;
