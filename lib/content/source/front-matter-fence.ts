import { formatNumber } from '../../vietnamese/numbers';
import { type Problem, problem } from '../problems/problems';

/** In characters. What is longer belongs into the body; gray-matter's time grows with its square. */
const MAX_LENGTH = 16_384;

/**
 * What keeps the front matter of a file from being split off as its editor means it.
 * @param text the whole file as `decodeText` gives it
 * @param file the path that the problem names
 */
export function findFenceFault(text: string, file: string): Problem | undefined {
  const at = (line: number, column = 1) => ({ file, line, column });
  const opening = /^---(?!-)(.*)/.exec(text);
  if (!opening) return problem('front-matter-missing', at(1));
  const language = (opening[1] ?? '').trim();
  if (language !== '' && language !== 'yaml') {
    return problem('front-matter-language', at(1, 4), language);
  }
  const end = text.indexOf('\n---', 3);
  if (end === -1) return problem('front-matter-unclosed', at(1));
  // gray-matter takes every line that begins with `---` for the end, and the rest of it for text.
  closing.lastIndex = end;
  if (!closing.test(text)) {
    return problem('front-matter-unclosed', at(text.slice(0, end).split('\n').length + 1));
  }
  if (end <= MAX_LENGTH) return undefined;
  return problem('front-matter-too-long', at(1), formatNumber(MAX_LENGTH));
}

const closing = /\n---[ \t]*(?:\n|$)/y;
