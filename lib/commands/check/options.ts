import { parseArgs } from 'node:util';
import { wrongOption } from '../wrong-option';

/** The forms in which problems are told: for people, for programs, for GitHub Actions. */
export const reportFormats = ['text', 'json', 'github'] as const;

/** One of the forms. */
export type ReportFormat = (typeof reportFormats)[number];

/** What `npm run check` was asked to do. */
export interface CheckOptions {
  /** As written; none means all. */
  readonly files: readonly string[];
  readonly format?: ReportFormat;
  /** Mends first what is always safe to mend. */
  readonly fix: boolean;
  /** A commit whose addresses must still be answered. */
  readonly against?: string;
}

/** The options, or that they are none and which is wrong, as written. */
export type ParsedCheckOptions =
  | { readonly ok: true; readonly options: CheckOptions }
  | { readonly ok: false; readonly wantsHelp: boolean; readonly wrong?: string | undefined };

/**
 * Reads the options of `npm run check`.
 * @param args what stands behind `--`
 * @example parseCheckOptions(['--fix', 'content/articles/tin.md'])
 */
export function parseCheckOptions(args: readonly string[]): ParsedCheckOptions {
  let written: ReturnType<typeof readFlags>;
  try {
    written = readFlags(args);
  } catch (cause) {
    // parseArgs says in English what is wrong; the usage says what is right.
    return { ok: false, wantsHelp: false, wrong: wrongOption(cause) };
  }
  const { format, fix, against, help } = written.values;
  const known = reportFormats.find((name) => name === format);
  if (help) return { ok: false, wantsHelp: true };
  if (format !== undefined && !known)
    return { ok: false, wantsHelp: false, wrong: `--format ${format}` };
  if (against === '') return { ok: false, wantsHelp: false, wrong: '--against' };
  return {
    ok: true,
    options: {
      files: written.positionals,
      fix,
      ...(known && { format: known }),
      ...(against !== undefined && { against }),
    },
  };
}

function readFlags(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      fix: { type: 'boolean', default: false },
      against: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
}
