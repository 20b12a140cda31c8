import { slug } from '../../../lib/vietnamese/slug';
import { createRandom, createZipf, type Random } from './random';
import * as words from './words';

/** One article of the generated newsroom. */
export interface GeneratedArticle {
  readonly slug: string;
  readonly title: string;
  readonly section: string;
  /** Names of its tags; the first is the one that it is most about. */
  readonly tags: readonly [string, ...string[]];
  /** Number of its author, from 0. */
  readonly author: number;
  /** When it is published, in the time of the newsroom: 2005-01-31 08:05. */
  readonly date: string;
  /** The whole file. */
  readonly text: string;
}

/** Another seed, another newsroom. */
const SEED = 5;
export const AUTHORS = 30;
const FIRST_DAY = Date.UTC(2005, 0, 1);
const SPAN_MS = Date.UTC(2025, 0, 1) - FIRST_DAY;
const DAY_MS = 86_400_000;
/** Articles that follow one another are a series, five in about a hundred. */
const SERIES_EVERY = 97;
const SERIES_PARTS = 5;

/** The tags by how common they are, each in two words. */
export const tagNames: readonly string[] = words.tagTails.flatMap((tail, row) =>
  words.tagHeads.map(
    (_, column) => `${words.tagHeads[(column + row) % words.tagHeads.length]} ${tail}`,
  ),
);
const rankOfTag = createZipf(tagNames.length);
const rankOfSection = createZipf(words.sections.length);
const slugOfThing = new Map(words.things.map((thing) => [thing, slug(thing)]));

/**
 * Writes article `n` of a newsroom of `count`, oldest first. Every text says that it is generated.
 * @param n from 0
 */
export function generateArticle(n: number, count: number): GeneratedArticle {
  const random = createRandom(SEED, n);
  const headline = headlineOf(n);
  const title = `${sentenceCase(headline.text)}: bài ${n} dựng tự động`;
  const [section = ''] = words.sections[rankOfSection(random.next())] ?? [];
  const tags = pickTags(random);
  const author = random.below(AUTHORS);
  const published = FIRST_DAY + Math.floor(((n + random.next()) / count) * SPAN_MS);
  const date = dateText(published);
  const front = [
    `title: '${title}'`,
    `date: ${date}`,
    `description: ${sentence(random)} Bài dựng tự động để đo tốc độ, không phải tin.`,
    `section: ${section}`,
    `tags: [${tags.join(', ')}]`,
    `authors: [nguoi-viet-${author + 1}]`,
    ...extrasOf(n, published, random),
  ];
  const body = writeBody(n, random);
  const text = `---\n${front.join('\n')}\n---\n\n${body}\n`;
  return { slug: headline.slug, title, section, tags, author, date, text };
}

/** What an article is about, by its number alone, so that others can lead to it. */
function headlineOf(n: number): { readonly text: string; readonly slug: string } {
  const random = createRandom(SEED + 1, n);
  const thing = random.pick(words.things);
  const text = `${random.pick(words.doers)} ${random.pick(words.deeds)} ${thing} ${random.pick(words.places)}`;
  return { text, slug: `${slugOfThing.get(thing)}-${n}` };
}

function pickTags(random: Random): readonly [string, ...string[]] {
  const pick = () => tagNames[rankOfTag(random.next())] ?? '';
  const first = pick();
  const others = Array.from({ length: random.below(4) }, pick);
  return [first, ...new Set(others.filter((name) => name !== first))];
}

function extrasOf(n: number, published: number, random: Random): readonly string[] {
  const place = n % SERIES_EVERY;
  const correction = `Bản trước ghi sai một con số; đúng là ${random.below(90) + 10} (dựng tự động).`;
  return [
    ...(random.isOneIn(100)
      ? ['corrections:', `  - date: ${dateText(published + DAY_MS)}`, `    text: ${correction}`]
      : []),
    ...(random.isOneIn(500) ? ['featured: true'] : []),
    ...(place < SERIES_PARTS
      ? [
          'series:',
          `  name: Loạt bài dựng tự động số ${Math.floor(n / SERIES_EVERY) + 1}`,
          `  part: ${place + 1}`,
        ]
      : []),
  ];
}

/** Between two and four kilobytes of Markdown. */
function writeBody(n: number, random: Random): string {
  const wanted = 1_700 + random.below(1_700);
  const blocks = [`Bài này dựng tự động để đo tốc độ. ${paragraph(random)}`];
  let bytes = Buffer.byteLength(blocks[0] ?? '');
  while (bytes < wanted) {
    const block = nextBlock(blocks.length, n, random);
    blocks.push(block);
    bytes += Buffer.byteLength(block);
  }
  if (random.isOneIn(10)) blocks.push(table(random));
  if (random.isOneIn(10)) {
    blocks.push(`${paragraph(random)}[^1]`, `[^1]: ${sentence(random)}`);
  }
  return blocks.join('\n\n');
}

function nextBlock(position: number, n: number, random: Random): string {
  if (position % 4 === 2)
    return `## ${sentenceCase(random.pick(words.things))}\n\n${paragraph(random)}`;
  if (position % 4 === 3 && n > 0) return `${paragraph(random)} ${linkToEarlier(n, random)}`;
  if (random.isOneIn(6)) {
    return Array.from({ length: 3 }, () => `- ${sentence(random)}`).join('\n');
  }
  if (random.isOneIn(10)) return `> ${sentence(random)}`;
  return paragraph(random);
}

function linkToEarlier(n: number, random: Random): string {
  const earlier = headlineOf(random.below(n));
  return `Xem thêm [bài về chuyện ${earlier.text}](/bai-viet/${earlier.slug}).`;
}

function table(random: Random): string {
  const rows = Array.from(
    { length: 4 },
    () =>
      `| ${random.pick(words.things)} | ${random.below(900) + 100} | ${random.below(90) + 10} |`,
  );
  return ['| Việc | Lượt | Ngày |', '| --- | ---: | ---: |', ...rows].join('\n');
}

function paragraph(random: Random): string {
  const sentences = Array.from({ length: 2 + random.below(4) }, () => sentence(random));
  return sentences.join(' ');
}

function sentence(random: Random): string {
  const deed = random.pick(words.deeds);
  const core = `${random.pick(words.doers)} ${random.isOneIn(12) ? `**${deed}**` : deed} ${random.pick(words.things)}`;
  const where = random.isOneIn(2) ? ` ${random.pick(words.places)}` : '';
  const when = random.isOneIn(3) ? ` ${random.pick(words.times)}` : '';
  const why = random.isOneIn(2) ? ` ${random.pick(words.ends)}` : '';
  return `${sentenceCase(`${random.pick(words.links)}${core}${where}${when}${why}`)}.`;
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** @param instant epoch milliseconds, read as if the newsroom lay at Greenwich */
function dateText(instant: number): string {
  return new Date(instant).toISOString().slice(0, 16).replace('T', ' ');
}
