import { parseArgs } from 'node:util';

/** The parts of the benchmark, in the order in which they run. */
export const parts = [
  'weights',
  'documents',
  'nginx',
  'check',
  'archive',
  'search',
  'machines',
  'edits',
  'export',
] as const;

/** A part of the benchmark. */
export type Part = (typeof parts)[number];

/** What of the benchmark runs, and how large. */
export interface Options {
  readonly parts: readonly Part[];
  /** Sizes of the archives whose costs are compared, smallest first. */
  readonly sizes: readonly number[];
  /** Articles of the check and of the export. */
  readonly articles: number;
  readonly edits: number;
  /** Whether the tables go into the README too. */
  readonly writesReadme: boolean;
}

/** Reads what follows `npm run bench --`. @throws with a sentence when it cannot be meant */
export function parseOptions(written: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...written],
    allowPositionals: true,
    options: {
      sizes: { type: 'string', default: '1000,10000,100000' },
      articles: { type: 'string', default: '10000' },
      edits: { type: 'string', default: '50' },
      'write-readme': { type: 'boolean', default: false },
    },
  });
  const chosen = parts.filter((part) => positionals.includes(part));
  const unknown = positionals.find((name) => !parts.some((part) => part === name));
  if (unknown !== undefined) throw new Error(`No part “${unknown}”. Parts: ${parts.join(', ')}`);
  return {
    parts: chosen.length > 0 ? chosen : parts,
    sizes: values.sizes
      .split(',')
      .map(wholeNumber)
      .sort((a, b) => a - b),
    articles: wholeNumber(values.articles),
    edits: wholeNumber(values.edits),
    writesReadme: values['write-readme'],
  };
}

function wholeNumber(written: string): number {
  if (!/^[1-9]\d*$/.test(written))
    throw new Error(`“${written}” is no number of articles or edits`);
  return Number(written);
}
