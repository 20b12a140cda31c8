import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeMachine } from './measure';
import { root } from './processes';

/** One row by the names of its columns. */
export type Row = Readonly<Record<string, string | number>>;

/** What a part has measured. */
export interface Table {
  readonly title: string;
  readonly rows: readonly Row[];
  /** Sentences below the table: what was compared, and what is not in it. */
  readonly notes?: readonly string[];
}

/** Prints tables, and keeps them in `tests/.output/bench/<part>.md`. */
export function report(part: string, tables: readonly Table[]): string {
  for (const { title, rows, notes = [] } of tables) {
    console.log(`\n${title}`);
    console.table(rows);
    for (const note of notes) console.log(note);
  }
  const text = `${tables.map(markdownOf).join('\n\n')}\n\n${describeMachine()}.\n`;
  const folder = join(root, 'tests/.output/bench');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${part}.md`), text);
  return text;
}

/** Puts the tables of a part into the README, between the marks that stand there for it. */
export function writeIntoReadme(part: string, text: string): void {
  const file = join(root, 'README.md');
  const readme = readFileSync(file, 'utf8');
  const [begin, end] = [`<!-- npm run bench: ${part} -->\n`, '<!-- / -->'];
  const from = readme.indexOf(begin);
  if (from === -1) throw new Error(`README.md has no mark ${begin.trim()}`);
  const until = readme.indexOf(end, from);
  const before = readme.slice(0, from + begin.length);
  writeFileSync(file, `${before}\n${text}\n${readme.slice(until)}`);
}

function markdownOf({ title, rows, notes = [] }: Table): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const isNumber = (column: string) =>
    rows.every((row) => /^[\d.,–%]*( \S+)?$/.test(String(row[column] ?? '')));
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  const lines = [
    line(columns),
    line(columns.map((column) => (isNumber(column) ? '---:' : '---'))),
    ...rows.map((row) => line(columns.map((column) => row[column] ?? ''))),
  ];
  return [`**${title}**`, lines.join('\n'), ...(notes.length > 0 ? [notes.join(' ')] : [])].join(
    '\n\n',
  );
}
