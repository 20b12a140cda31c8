import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { authorKeys, createEditedFrame, markdown, photograph } from './edited-frame';

/** A newsroom whose editors do anything, one thing after the other, the same for the same seed. */
export interface EditedNewsroom {
  /** The clock, epoch milliseconds; an edit may have moved it. */
  readonly now: () => number;
  /** The next edit, done; what it was. */
  readonly edit: () => string;
  /** Edits one article so that only its description is another. */
  readonly describeNewest: () => void;
  /** Mends every file that is broken. */
  readonly mend: () => void;
}

interface File {
  readonly front: Record<string, unknown>;
  body: string;
  isBroken: boolean;
}

/** A place in the folder with what was written there. */
type Entry = readonly [path: string, file: File];

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Enough for whoever may publish ten times a minute. */
const BETWEEN_EDITS = 7_000;
const STARTS_AT = Date.parse('2026-11-24T12:00:00+07:00');
const ARTICLES = 48;

const tagNames = ['cảng', 'Cảng', 'Kỳ Anh', 'kỷ luật', 'Hòa Bình', 'biển', 'lúa', 'thị xã Kỳ Anh'];
// Most articles are in the first, which is longer than an article's neighbourhood.
const sectionKeys = ['thoi-su', 'thoi-su', 'thoi-su', 'thoi-su', 'doi-song', 'van-hoa'];
const seriesNames = ['Loạt một', 'Loạt hai'];

/**
 * Writes a newsroom into a folder and lets it be edited.
 * @param directory the content folder, not there yet
 */
export function createEditedNewsroom(directory: string, seed: number): EditedNewsroom {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => {
    const chosen = list[Math.floor(random() * list.length)];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  };
  const some = <T>(list: readonly T[], most: number): readonly T[] => [
    ...new Set(Array.from({ length: Math.floor(random() * (most + 1)) }, () => pick(list))),
  ];
  const articles = new Map<string, File>();
  let now = STARTS_AT;
  let count = 0;

  const write = (path: string, text: string | Uint8Array) => {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  };
  const save = ([path, file]: Entry) => {
    articles.set(path, file);
    write(path, file.isBroken ? '---\ntitle: [hỏng\n' : markdown(file.front, file.body));
  };
  const add = (epochMs: number, front: Readonly<Record<string, unknown>> = {}): Entry => {
    count += 1;
    const entry: Entry = [
      `articles/bai-${count}.md`,
      {
        front: {
          title: `Bài số ${count} về ${pick(tagNames)}`,
          date: dateTime(epochMs),
          description: `Sapo của bài ${count}.`,
          section: pick(sectionKeys),
          tags: some(tagNames, 3),
          authors: some(authorKeys, 2),
          ...(count % 6 === 0 && { image: photograph }),
          ...(random() < 0.2 && { series: { name: pick(seriesNames), part: count % 5 || 5 } }),
          ...front,
        },
        body: `Đoạn đầu của bài ${count}.\n\n## Tít\n\nĐoạn sau.`,
        isBroken: false,
      },
    ];
    save(entry);
    return entry;
  };
  const isOut = ({ front, isBroken }: File) =>
    !isBroken && !front.draft && !front.withdrawn && instantOf(front.date) <= now;
  const anyOut = (): Entry => pick([...articles].filter(([, file]) => isOut(file)));
  /** Half of the edits hit what is new, as editors do. */
  const anyArticle = (): Entry =>
    random() < 0.5
      ? anyOut()
      : pick(
          byDate([...articles])
            .filter(([, file]) => isOut(file))
            .slice(0, 8),
        );
  const change = (name: string, edit: (file: File) => void): string => {
    const entry = anyArticle();
    edit(entry[1]);
    save(entry);
    return `${name} of ${entry[0]}`;
  };
  const setFront = (key: string, value: (file: File) => unknown) => () =>
    change(key, (file) => {
      const next = value(file);
      if (next === undefined) delete file.front[key];
      else file.front[key] = next;
    });
  const version = counter();

  const frame = createEditedFrame(write, pick, version);
  frame.writeAll();
  for (let index = 0; index < ARTICLES; index += 1) {
    // On some days of three years, several on each.
    const days = [1, 2, 3, 20, 40, 200, 500];
    add(now - (days[index % days.length] ?? 1) * DAY - index * 7 * 60_000);
  }

  const edits: Readonly<Record<string, () => string>> = {
    'new article': () => `new ${add(now - Math.floor(random() * 3 * HOUR))[0]}`,
    'new article of an old day': () => `new ${add(now - Math.floor(random() * 400) * DAY)[0]}`,
    title: setFront('title', () => `Tiêu đề mới ${version()}`),
    description: setFront('description', () => `Sapo mới ${version()}.`),
    body: () =>
      change('body', (file) => {
        file.body = `Đoạn mới ${version()}.\n\n${file.body}`;
      }),
    section: setFront('section', () => pick(sectionKeys)),
    tags: setFront('tags', () => some(tagNames, 4)),
    authors: setFront('authors', () => some(authorKeys, 2)),
    day: setFront('date', () => dateTime(now - Math.floor(random() * 60) * DAY - HOUR)),
    hour: setFront('date', ({ front }) =>
      String(front.date)
        .slice(0, 10)
        .concat(` 0${Math.floor(random() * 9)}:15`),
    ),
    'day without time': setFront('date', ({ front }) => String(front.date).slice(0, 10)),
    series: setFront('series', () =>
      random() < 0.3 ? undefined : { name: pick(seriesNames), part: 1 + Math.floor(random() * 5) },
    ),
    featured: setFront('featured', ({ front }) => !front.featured),
    image: setFront('image', ({ front }) => (front.image ? undefined : photograph)),
    corrections: setFront('corrections', ({ front }) =>
      Array.isArray(front.corrections) && random() < 0.4
        ? undefined
        : [
            { date: dateTime(now), text: `Sửa ${version()}.` },
            { date: dateTime(now + HOUR), text: `Sửa sau ${version()}.` },
          ],
    ),
    updated: setFront('updated', () => dateTime(now + (random() < 0.5 ? 0 : HOUR))),
    source: setFront('source', () => ({ name: `Báo ${version()}` })),
    alias: setFront('aliases', () => [`/cu/${version()}`]),
    draft: setFront('draft', () => true),
    'draft that comes out': () => {
      const drafts = [...articles].filter(([, { front }]) => front.draft);
      if (drafts.length === 0) return `draft ${add(now - DAY, { draft: true })[0]}`;
      const [path, file] = pick(drafts);
      delete file.front.draft;
      save([path, file]);
      return `${path} is no draft any more`;
    },
    withdraw: setFront('withdrawn', () => ({
      date: dateTime(now),
      reason: `Sai nguồn ${version()}.`,
    })),
    'withdrawal taken back': () => {
      const gone = [...articles].filter(([, { front }]) => front.withdrawn);
      if (gone.length === 0) return 'no withdrawal to take back';
      const [path, file] = pick(gone);
      delete file.front.withdrawn;
      save([path, file]);
      return `${path} is no longer withdrawn`;
    },
    'deleted file': () => {
      const [path] = anyArticle();
      articles.delete(path);
      rmSync(join(directory, path));
      return `deleted ${path}`;
    },
    'renamed file': () => {
      const [path, file] = anyArticle();
      const name = `articles/ten-moi-${version()}.md`;
      articles.delete(path);
      articles.set(name, file);
      renameSync(join(directory, path), join(directory, name));
      return `${path} is ${name}`;
    },
    'new embargo': () => `embargo of ${add(now + HOUR)[0]}`,
    embargo: setFront('date', () => dateTime(now + HOUR)),
    'an hour and a half later': () => {
      now += 1.5 * HOUR;
      return 'an hour and a half later';
    },
    'an edit as an embargo ends': () => {
      const [embargoed] = add(now + HOUR);
      now += 1.5 * HOUR;
      return `${embargoed} comes out, and ${change('title', (file) => {
        file.front.title = `Tiêu đề mới ${version()}`;
      })}`;
    },
    'several at once': () =>
      [
        change('tags', (file) => {
          file.front.tags = some(tagNames, 4);
        }),
        change('title', (file) => {
          file.front.title = `Tiêu đề mới ${version()}`;
        }),
        `new ${add(now - 2 * HOUR)[0]}`,
      ].join(', '),
    'broken file': () =>
      change('break', (file) => {
        file.isBroken = true;
      }),
    'mended file': () => {
      mend();
      return 'mended files';
    },
    ...frame.edits,
  };
  const mend = () => {
    for (const [path, file] of articles)
      if (file.isBroken) save([path, { ...file, isBroken: false }]);
  };
  const plan = createPlan(Object.keys(edits), random);
  return {
    now: () => now,
    edit: () => {
      now += BETWEEN_EDITS;
      const name = plan();
      if (name === LATER) {
        now += 366 * DAY;
        return LATER;
      }
      return `${name}: ${edits[name]?.()}`;
    },
    describeNewest: () => {
      now += BETWEEN_EDITS;
      const newest = byDate([...articles].filter(([, file]) => isOut(file)))[0];
      if (!newest) throw new Error('no article is out');
      newest[1].front.description = `Sapo cuối ${version()}.`;
      save(newest);
    },
    mend: () => {
      now += BETWEEN_EDITS;
      mend();
    },
  };
}

const LATER = 'a year later';

/** Every kind of edit in an order of its own, again and again; after the first round a year passes. */
function createPlan(names: readonly string[], random: () => number): () => string {
  let rest: string[] = [];
  let round = 0;
  return () => {
    if (rest.length === 0) {
      rest = [...names]
        .map((name) => [random(), name] as const)
        .sort(([a], [b]) => a - b)
        .map(([, name]) => name);
      round += 1;
      if (round === 2) return LATER;
    }
    return rest.pop() ?? LATER;
  };
}

function byDate(entries: readonly Entry[]): readonly Entry[] {
  return [...entries].sort(([, a], [, b]) =>
    String(b.front.date).localeCompare(String(a.front.date)),
  );
}

function counter(): () => number {
  let last = 0;
  return () => {
    last += 1;
    return last;
  };
}

/** Local time of the newsroom. @param epochMs an instant, milliseconds UTC */
function dateTime(epochMs: number): string {
  return new Date(epochMs + 7 * HOUR).toISOString().slice(0, 16).replace('T', ' ');
}

/** @param written a day, or a day and a time of the newsroom */
function instantOf(written: unknown): number {
  const [day, time = '00:00'] = String(written).split(' ');
  return Date.parse(`${day}T${time}+07:00`);
}

/** Mulberry32: numbers from 0 up to 1, the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
