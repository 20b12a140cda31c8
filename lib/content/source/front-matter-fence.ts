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
  if (!opening) return findNearFence(text, file);
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

/** A file without the first fence: one may stand there all the same, a little off. */
function findNearFence(text: string, file: string): Problem {
  const lines = text.split('\n', MAX_LINES_BEFORE);
  const index = lines.findIndex((line) => line.trim() !== '');
  const [mark = '', next = ''] = lines.slice(Math.max(0, index));
  // Behind a mark keys follow; without them it is a rule across the text, or a block of code.
  const isFollowed = /^\s*[A-Za-z]+\s*[:\uff1a]/.test(next);
  const isFence = /^\s*(?:-+|[\u2010-\u2015\u2212]+|`{3,}ya?ml)\s*$/.test(mark) && isFollowed;
  if (!isFence) return problem('front-matter-missing', { file, line: 1, column: 1 });
  const isExact = /^---[ \t]*$/.test(mark);
  return problem(
    'front-matter-missing',
    { file, line: isExact ? 1 : index + 1, column: 1 },
    isExact ? 'blank-line' : 'other-mark',
  );
}

const MAX_LINES_BEFORE = 10;

const closing = /\n---[ \t]*(?:\n|$)/y;
