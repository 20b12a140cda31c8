import type { Problem } from '../../content/problems/problems';
import { visibly } from '../../content/problems/visibly';

/**
 * Problems as GitHub Actions shows them beside the lines of a change.
 * @param pathOf the path of a content file inside the repository
 * @example '::error file=content/articles/tin.md,line=3,col=7,title=date-unreadable::Không đọc …'
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function formatGithubReport(
  problems: readonly Problem[],
  pathOf: (file: string) => string,
): string {
  return problems
    .map(({ file, line, column, severity, code, message, fix }) => {
      const where = `file=${property(pathOf(file))},line=${line},col=${column},title=${property(code)}`;
      return `::${severity} ${where}::${words(`${message} ${fix}`)}\n`;
    })
    .join('');
}

/** The text of a command, as the runner's toolkit escapes it, and nothing that its log would obey. */
function words(text: string): string {
  return visibly(text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A'));
}

/** A property ends at a comma, and at a colon with another behind it. */
function property(text: string): string {
  return words(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
