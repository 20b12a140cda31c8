import { join } from 'node:path';
import Libsql from 'libsql';
import { figure, groupBy, median, quantile } from './measure';
import { isThere, run } from './processes';
import type { Row, Table } from './report';
import type { AskedAll, Rounds } from './search-asks';
import { type MixedQuestion, searchMix } from './search-mix';
import { measurePeers } from './search-peers';
import { siteUrl } from './server';
import type { Workshop } from './workshop';

/** The first core; another would do as well. */
const pinned = isThere('taskset') ? ['taskset', '-c', '0'] : [];

/** What questions cost by the size of the archive, what their index weighs, and how right they are. */
export async function measureSearch(workshop: Workshop): Promise<readonly Table[]> {
  const mix = searchMix();
  const columns: (readonly [string, Measured])[] = [];
  let largest: AskedAll | undefined;
  for (const count of workshop.options.sizes) {
    const { asked, index } = await askArchive(workshop, count);
    const measured = { ...latencies(asked), ...weights(index, count) };
    for (const [name, value] of Object.entries(measured)) workshop.log(`${name}: ${figure(value)}`);
    columns.push([`${figure(count)} articles`, measured]);
    largest = asked;
  }
  const names = Object.keys(columns.at(-1)?.[1] ?? {});
  const rows = names.map((name): Row => {
    const cells = columns.map(([column, measured]) => [column, figure(measured[name] ?? 0)]);
    return { cost: name, asked: promised[name] ?? '', ...Object.fromEntries(cells) };
  });
  const byKind = largest ? kindsOf(mix, largest.search) : [];
  return [
    {
      title: 'What searching costs by the size of the archive',
      rows,
      notes: [
        `Asked: of 100,000 articles on one core. A fixed mix of ${mix.length} questions, one at a time, through the search process as the server asks it, the extracts of a page of hits included, the rendering of the page not: ${largest?.search.warm.length ?? 0} rounds after a first one.`,
        pinned.length > 0
          ? 'Both processes share one core (taskset).'
          : 'They may use every core: there is no taskset here.',
        'Its memory of questions asked within the second answers none of them: by its clock each round is six seconds later than the last. First round: the process has started and nothing was asked before; the file was just written, so that the system may have it in memory.',
        'First of a minute: names of tags and people are gathered anew. Suggestions: of everything typed on the way to ten questions, letter by letter. Memory: of the process and the one that searches, what they share once (Pss). Index: all pages of its tables (dbstat).',
      ],
    },
    {
      title: `The questions by their kind, ${columns.at(-1)?.[0] ?? ''}, milliseconds`,
      rows: byKind,
      notes: ['Of each question the median of its rounds.'],
    },
    ...(await measurePeers(workshop)),
  ];
}

type Measured = Readonly<Record<string, number>>;

/** What the project has promised of 100,000 articles. */
const promised: Readonly<Record<string, string>> = {
  'search: median, ms': '≤ 20',
  'search: p99, ms': '≤ 100',
  'questions stopped by the time limit': '0',
};

async function askArchive(workshop: Workshop, count: number) {
  workshop.log(`newsroom of ${figure(count)} articles`);
  const environment = {
    CONTENT_DIR: workshop.newsroom(count),
    DATA_DIR: workshop.newPath('data'),
    SITE_URL: siteUrl,
  };
  const program = (file: string) => [process.execPath, '--import', 'tsx', `tests/bench/${file}`];
  const runProgram = ([command = '', ...parameters]: readonly string[]) =>
    run({ command, parameters, environment });
  await runProgram(program('fill-store.ts'));
  const { said } = await runProgram([...pinned, ...program('search-asks.ts')]);
  const [answer = ''] = /^\{.*\}$/m.exec(said) ?? [];
  const asked: AskedAll = JSON.parse(answer);
  return { asked, index: sizesIn(join(environment.DATA_DIR, 'store.sqlite')) };
}

function latencies(asked: AskedAll): Measured {
  const spread = (what: string, times: readonly number[]): Measured => ({
    [`${what}: median, ms`]: median(times),
    [`${what}: p99, ms`]: quantile(times, 0.99),
    [`${what}: most, ms`]: Math.max(...times),
  });
  return {
    ...spread('search', asked.search.warm.flat()),
    ...spread('search, first round', asked.search.first),
    ...spread('suggestions', asked.suggest.warm.flat()),
    'first of a minute, ms': median(asked.firstOfMinute),
    'questions stopped by the time limit': asked.stopped,
    'memory, MB': asked.memory,
  };
}

/** Bytes of the tables that searching needs, with their indexes, and of the whole file. */
interface Sizes {
  readonly index: number;
  readonly file: number;
}

function sizesIn(file: string): Sizes {
  const database = new Libsql(file, { readonly: true });
  const sum = (where: string) =>
    Number(
      (
        database
          .prepare(
            `select sum(pgsize) as bytes from dbstat join sqlite_schema using (name) where ${where}`,
          )
          .get() as { readonly bytes: number }
      ).bytes,
    );
  const index = sum(`tbl_name like 'search%' or tbl_name = 'word'`);
  const sizes = { index, file: sum('true') };
  database.close();
  return sizes;
}

function weights({ index, file }: Sizes, count: number): Measured {
  return {
    'index, MB': index / 2 ** 20,
    'index, bytes an article': index / count,
    'index, % of the store': (index / file) * 100,
  };
}

function kindsOf(mix: readonly MixedQuestion[], { warm }: Rounds): readonly Row[] {
  const timed = mix.map((question, index) => ({
    ...question,
    milliseconds: median(warm.map((round) => round[index] ?? 0)),
  }));
  return groupBy(timed, ({ kind }) => kind).map(([kind, questions]): Row => {
    const slowest = questions.toSorted((a, b) => b.milliseconds - a.milliseconds)[0];
    return {
      kind,
      questions: questions.length,
      median: figure(median(questions.map(({ milliseconds }) => milliseconds))),
      most: figure(slowest?.milliseconds ?? 0),
      slowest: slowest ? written(slowest) : '',
    };
  });
}

function written({ request }: MixedQuestion): string {
  const { text, section, year, page } = request;
  return [text, section, year, page > 1 ? `page ${page}` : undefined]
    .filter((part) => part !== undefined)
    .join(', ');
}
