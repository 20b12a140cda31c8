import { findNearest } from '../../vietnamese/nearest';
import { MAX_COUNTED } from '../problems/problem-list';
import { type Problem, problem } from '../problems/problems';
import type { YamlSource } from '../source/front-matter';
import type { Mismatch } from './check-schema';

/**
 * Puts what a schema found into an editor's words, each at its place in the file.
 * @param file the path that problems name
 */
export function schemaProblems(
  mismatches: readonly [Mismatch, ...Mismatch[]],
  source: YamlSource,
  file: string,
): [Problem, ...Problem[]] {
  const [first, ...rest] = mismatches;
  const toProblem = (mismatch: Mismatch): Problem => {
    const { where } = mismatch;
    // A list has no names of its own: its file's stands for it.
    const name = where.filter((part) => typeof part === 'string').join('.') || file;
    switch (mismatch.kind) {
      case 'unknown':
        return problem(
          'key-unknown',
          { file, ...source.positionOf(where, 'key') },
          mismatch.key,
          findNearest(mismatch.key, mismatch.known),
        );
      case 'missing':
        return problem('key-missing', { file, ...source.positionOf(where.slice(0, -1)) }, name);
      case 'empty':
        return problem(
          'value-empty',
          { file, ...source.positionOf(where) },
          name,
          mismatch.mayGo ? 'optional' : undefined,
        );
      case 'type':
        return problem(
          'value-type',
          { file, ...source.positionOf(where) },
          name,
          mismatch.expected,
        );
    }
  };
  // Each is looked for in its whole map: a file of nothing but wrong keys would take too long.
  return [toProblem(first), ...rest.slice(0, MAX_COUNTED).map(toProblem)];
}
