import { strings } from '../site/strings';
import { findNearest } from '../vietnamese/nearest';

/**
 * The option that Node.js could not read, as it was written.
 * @param cause what `parseArgs` threw: it quotes the option before anything else
 * @returns undefined when it names none
 */
export function wrongOption(cause: unknown): string | undefined {
  return cause instanceof Error ? /'([^'\s]+)/.exec(cause.message)?.[1] : undefined;
}

/**
 * What is said before the usage to someone whose options are wrong.
 * @param usage names every option there is
 * @example explainUsage(strings.checkUsage, '--fixx') // 'Không hiểu “--fixx”. Có phải “--fix”?\n\nCách dùng: …'
 */
export function explainUsage(usage: string, wrong: string | undefined): string {
  if (wrong === undefined) return usage;
  const known = new Set(usage.match(/--[a-z]+(?:-[a-z]+)?/g));
  const nearest = known.has(wrong) ? undefined : findNearest(wrong, known);
  return `${strings.wrongOption(wrong, nearest)}\n\n${usage}`;
}
