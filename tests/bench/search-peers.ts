import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import MiniSearch from 'minisearch';
import { createStore } from '../../lib/store/store';
import golden from '../fixtures/search-golden.json';
import vectors from '../fixtures/vietnamese-vectors.json';
import { configurationWith } from '../unit/configuration';
import {
  GOLDEN_NOW,
  readDocuments,
  writeGoldenNewsroom,
} from '../unit/store/search/golden-newsroom';
import { createReference, type SearchedDocument } from '../unit/store/search/reference';
import { figure, groupBy, median } from './measure';
import type { Row, Table } from './report';
import { siteUrl } from './server';
import type { Workshop } from './workshop';

/** A question with what must be found. */
interface Judged {
  readonly kind: string;
  readonly q: string;
  /** Slug that must come first; null when nothing may be found, undefined when that is open. */
  readonly first: string | null | undefined;
  readonly wanted: readonly string[];
}

/** Something that finds. */
interface Finder {
  readonly name: string;
  /** @returns slugs, best first: all of them, and what the first page took, milliseconds */
  readonly find: (text: string) => Promise<readonly [slugs: readonly string[], spent: number]>;
}

/** Documents with the questions that are asked of them. */
interface Library {
  readonly documents: readonly SearchedDocument[];
  readonly questions: readonly Judged[];
  readonly directory: string;
}

/** How much of what must be found is found, and found first, beside MiniSearch. */
export async function measurePeers(workshop: Workshop): Promise<readonly Table[]> {
  workshop.log('judged questions, three finders');
  const ofGolden = await judgeAll(workshop, goldenLibrary(workshop));
  const results = [...ofGolden, ...(await judgeAll(workshop, vectorLibrary(workshop)))];
  const kinds = groupBy(results, ({ kind }) => kind);
  const rows = [...kinds, ['all', results] as const].map(([kind, ofKind]): Row => {
    const cells = groupBy(ofKind, ({ finder }) => finder).flatMap(([finder, found]) => [
      [`${finder}: recall`, percent(found.map(({ recall }) => recall))],
      [`${finder}: first`, percent(found.map(({ isFirst }) => isFirst))],
    ]);
    const questions = ofKind.filter(({ finder }) => finder === ofKind[0]?.finder).length;
    return { kind, questions, ...Object.fromEntries(cells) };
  });
  const times = groupBy(ofGolden, ({ finder }) => finder).map(
    ([finder, found]): Row => ({
      finder,
      'median, ms': figure(median(found.map(({ spent }) => spent))),
      'most, ms': figure(Math.max(...found.map(({ spent }) => spent))),
    }),
  );
  return [
    {
      title: 'What is found, and found first, beside MiniSearch',
      rows,
      notes: [
        `The questions of \`vietnamese-vectors.json\` over its ${vectors.search.docs.length} documents and of \`search-golden.json\` over the articles of \`content/\` among 1,000 generated ones. Recall: of the documents that must be found, the mean over the questions; first: whether the one that must come first does. A dash: no such question.`,
        'MiniSearch 7.2.0, title weighing twice, all words, the last as a beginning too, newest first where it sees no difference; as it comes, and with marks taken off by processTerm, đ as d. It knows no phrases (asked as words) and was not asked the questions with -without.',
      ],
    },
    {
      title: 'The same, time a question over the thousand articles',
      rows: times,
      notes: [
        'Ours: the first page from the search process, with its extracts. MiniSearch: the names of all documents, from an index in memory of its own process, without their texts.',
      ],
    },
  ];
}

interface Result {
  readonly finder: string;
  readonly kind: string;
  readonly q: string;
  readonly recall: number | undefined;
  /** 1 or 0; neither where nothing need be first. */
  readonly isFirst: number | undefined;
  readonly spent: number;
}

async function judgeAll(workshop: Workshop, library: Library): Promise<readonly Result[]> {
  const ours = await openOurs(workshop, library);
  const results: Result[] = [];
  for (const finder of [ours, miniSearch('MiniSearch', library), foldedMiniSearch(library)])
    for (const question of library.questions) {
      const [found, spent] = await finder.find(question.q);
      const { kind, q, first, wanted } = question;
      const among = new Set(found);
      results.push({
        ...{ finder: finder.name, kind, q, spent },
        recall:
          wanted.length === 0
            ? undefined
            : wanted.filter((slug) => among.has(slug)).length / wanted.length,
        isFirst: first === undefined ? undefined : Number((found[0] ?? null) === first),
      });
    }
  ours.close();
  return results;
}

async function openOurs(
  workshop: Workshop,
  { directory }: Library,
): Promise<Finder & { readonly close: () => void }> {
  const store = await createStore({
    configuration: configurationWith({
      ...{ siteUrl, contentDirectory: directory, dataDirectory: workshop.newPath('data') },
    }),
    now: () => GOLDEN_NOW,
    rulesVersion: 'bench',
    report: () => undefined,
  });
  const edition = store.edition(GOLDEN_NOW);
  const pageOf = async (text: string, page: number) => {
    const outcome = await edition.search({ text, order: 'relevance', page });
    if (outcome.kind !== 'found') throw new Error(`“${text}” was not answered: ${outcome.kind}`);
    return outcome.found;
  };
  // Starts the process.
  await pageOf('a', 1);
  return {
    name: 'ours',
    find: async (written) => {
      // As the address of a search is read (lib/site/search-address.ts).
      const text = written.normalize('NFC').trim();
      const begun = performance.now();
      const first = await pageOf(text, 1);
      const spent = performance.now() - begun;
      const hits = [...first.hits];
      for (let page = 2; page <= first.pageCount; page += 1)
        hits.push(...(await pageOf(text, page)).hits);
      return [hits.map(({ article }) => article.slug), spent];
    },
    close: store.close,
  };
}

/** As its documentation sets it up, with no word about Vietnamese. */
function miniSearch(
  name: string,
  { documents }: Library,
  processTerm: (term: string) => string = (term) => term.toLowerCase(),
): Finder {
  const index = new MiniSearch({
    idField: 'slug',
    fields: ['title', 'text'],
    processTerm,
    searchOptions: {
      boost: { title: 2 },
      combineWith: 'AND',
      prefix: (_, place, terms) => place === terms.length - 1,
    },
  });
  index.addAll(
    documents
      .toSorted((a, b) => b.publishedAt - a.publishedAt)
      .map(({ slug, title, texts }) => ({ slug, title, text: texts.join('\n') })),
  );
  return {
    name,
    find: (text) => {
      const begun = performance.now();
      const found = index.search(text);
      const spent = performance.now() - begun;
      return Promise.resolve([found.map(({ id }) => String(id)), spent]);
    },
  };
}

function foldedMiniSearch(library: Library): Finder {
  return miniSearch('MiniSearch, folded', library, (term) =>
    term.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd'),
  );
}

/** What the two files call the same. */
const kindOf: Readonly<Record<string, string>> = {
  accented: 'exact',
  unaccented: 'folded',
  partial: 'mixed',
  'wrong-accent': 'wrong marks',
  'tone-placement': 'tone placement',
  'upper-case': 'upper case',
  nfd: 'NFD',
  sign: 'signs',
  empty: 'nothing to find',
};

function vectorLibrary(workshop: Workshop): Library {
  const directory = workshop.newPath('vectors');
  mkdirSync(join(directory, 'articles'), { recursive: true });
  const description = 'Dựng để thử.';
  for (const { id, title, body } of vectors.search.docs) {
    const front = { title, description, date: '2026-11-01', section: 'thoi-su' };
    // JSON is YAML.
    const text = `---\n${JSON.stringify(front)}\n---\n\n${body}\n`;
    writeFileSync(join(directory, 'articles', `${id}.md`), text);
  }
  return {
    directory,
    documents: vectors.search.docs.map(({ id, title, body }) => ({
      ...{ slug: id, title, texts: [description, body], publishedAt: 0 },
    })),
    questions: vectors.search.queries.map(({ kind, q, first, includes }) => ({
      ...{ kind: kindOf[kind] ?? kind, q, wanted: includes },
      first: first ?? (includes.length === 0 ? null : undefined),
    })),
  };
}

function goldenLibrary(workshop: Workshop): Library {
  const directory = workshop.newPath('golden');
  writeGoldenNewsroom(directory);
  const documents = readDocuments(directory);
  const reference = createReference(documents);
  return {
    ...{ directory, documents },
    questions: golden.queries
      .filter(({ kind }) => kind !== 'without')
      .map(({ kind, q, first }) => ({ kind, q, first, wanted: reference(q) })),
  };
}

/** The mean of what there is. */
function percent(values: readonly (number | undefined)[]): string {
  const there = values.filter((value) => value !== undefined);
  if (there.length === 0) return '–';
  return `${Math.round((there.reduce((sum, value) => sum + value, 0) / there.length) * 100)}%`;
}
