import { strings } from '../../site/strings';
import { catalogue, type Severity, type Words } from './catalogue';
import { visibly } from './visibly';

/** Where in a file something stands. Lines and columns count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Order of places: by file in code-point order where they name one, then by line and column. */
export function comparePlaces(
  a: Position & { readonly file?: string },
  b: Position & { readonly file?: string },
): number {
  const [fileA = '', fileB = ''] = [a.file, b.file];
  if (fileA !== fileB) return fileA < fileB ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

/** One thing that is wrong with a content file, in an editor's words. */
export interface Problem extends Position, Words {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** Path inside the content folder, with `/`. */
  readonly file: string;
  /** Of `problems-more`: how many it stands for, so that a list of lists still counts them. */
  readonly more?: number;
}

/** The permanent name of a problem; a contract with scripts that read them. */
export type ProblemCode = keyof typeof catalogue;

/** All codes, in the order of the catalogue. */
export const problemCodes = Object.keys(catalogue) as readonly ProblemCode[];

type Arguments<Code extends ProblemCode> = Parameters<(typeof catalogue)[Code][1]>;

/**
 * Makes the problem of a code, with its words filled in.
 * @example problem('date-unreadable', { file: 'articles/a.md', line: 3, column: 7 }, 'hôm qua')
 */
export function problem<Code extends ProblemCode>(
  code: Code,
  at: Position & { readonly file: string },
  ...written: Arguments<Code>
): Problem {
  const [severity, words] = catalogue[code] as readonly [
    Severity,
    (...of: (string | undefined)[]) => Words,
  ];
  const { file, line, column } = at;
  return { code, severity, file, line, column, ...words(...written) };
}

/**
 * The words of a problem that stands in no file, in one line: for what keeps the server from starting.
 */
export function describeProblem<Code extends ProblemCode>(
  code: Code,
  ...written: Arguments<Code>
): string {
  const { message, fix } = problem(code, { file: '', line: 1, column: 1 }, ...written);
  return `${message} ${fix}`;
}

/**
 * A problem on one line, as consoles and editors print it; what a terminal would obey, in the name
 * of a file or in what is quoted of it, is shown by its number.
 * @example 'articles/a.md:3:7 lỗi date-unreadable: Không đọc được ngày “hôm qua”. Viết theo mẫu …'
 */
export function formatProblem({
  file,
  line,
  column,
  severity,
  code,
  message,
  fix,
}: Problem): string {
  const where = `${file}:${line}:${column}`;
  return visibly(`${where} ${strings.grades[severity]} ${code}: ${message} ${fix}`);
}
