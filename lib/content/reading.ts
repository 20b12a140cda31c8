import type { Mention } from './mentions';
import type { Position, Problem } from './problems/problems';
import type { YamlSource } from './source/front-matter';

/** What the steps share that read one file's front matter. */
export interface Reading {
  /** The path that problems name. */
  readonly file: string;
  readonly source: YamlSource;
  /** Receives what is wrong. */
  readonly problems: Problem[];
  /** Receives what can only be judged beside other files. */
  readonly mentions: Mention[];
}

/**
 * Where a value of the front matter stands.
 * @example placeIn(reading, 'tags', 0)
 */
export function placeIn(
  { file, source }: Reading,
  ...where: readonly (string | number)[]
): Position & { readonly file: string } {
  return { file, ...source.positionOf(where) };
}

/** Keeps what a file says for those who know the other files too. */
export function mention(
  reading: Reading,
  kind: Mention['kind'],
  target: string,
  ...where: readonly (string | number)[]
): void {
  reading.mentions.push({ kind, target, ...reading.source.positionOf(where) });
}

/** True when one of the problems keeps a file from being published. */
export function isRefused(problems: readonly Problem[]): problems is [Problem, ...Problem[]] {
  return problems.some(({ severity }) => severity === 'error');
}
