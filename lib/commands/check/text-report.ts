import { styleText } from 'node:util';
import { countsOf } from '../../content/problems/problem-list';
import type { Problem } from '../../content/problems/problems';
import { visibly } from '../../content/problems/visibly';
import { strings } from '../../site/strings';

/** How people are told. */
export interface TextReportOptions {
  /** The path of a content file as it can be opened from where the command was started. */
  readonly pathOf: (file: string) => string;
  readonly hasColour: boolean;
  /** How many files were looked at. */
  readonly fileCount: number;
}

/**
 * Problems for people: where and what on one line, then the words, then the remedy.
 * @returns lines, each with its line feed
 */
export function formatTextReport(
  problems: readonly Problem[],
  { pathOf, hasColour, fileCount }: TextReportOptions,
): string {
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    hasColour ? styleText(style, text, { validateStream: false }) : text;
  const blocks = problems.map(({ file, line, column, severity, code, message, fix }) => {
    const grade = strings.grades[severity];
    const head = [
      paint('bold', `${visibly(pathOf(file))}:${line}:${column}`),
      paint(severity === 'error' ? 'red' : 'yellow', grade),
      paint('dim', code),
    ];
    return `${head.join('  ')}\n  ${visibly(message)}\n  ${visibly(fix)}\n\n`;
  });
  const { errors, warnings } = countsOf(problems);
  const files = new Set(problems.map(({ file }) => file)).size;
  const summary =
    problems.length === 0
      ? paint('green', strings.checkClean(fileCount))
      : strings.checkSummary(strings.problems(errors, warnings), files, fileCount);
  return `${blocks.join('')}${summary}\n`;
}
