import { parseArgs } from 'node:util';
import { wrongOption } from '../wrong-option';

/** What `npm run export` was asked to do. */
export interface ExportOptions {
  /** The folder to write, as written. */
  readonly out: string;
  /** Writes `.br` and `.gz` beside every page. */
  readonly compress: boolean;
  /** Takes a folder that holds something else already. */
  readonly force: boolean;
}

/** The options, or that they are none and which is wrong, as written. */
export type ParsedExportOptions =
  | { readonly ok: true; readonly options: ExportOptions }
  | { readonly ok: false; readonly wantsHelp: boolean; readonly wrong?: string | undefined };

/**
 * Reads the options of `npm run export`.
 * @param args what stands behind `--`
 * @example parseExportOptions(['--out', '/srv/bao', '--compress'])
 */
export function parseExportOptions(args: readonly string[]): ParsedExportOptions {
  let values: ReturnType<typeof readFlags>;
  try {
    values = readFlags(args);
  } catch (cause) {
    // parseArgs says in English what is wrong; the usage says what is right.
    return { ok: false, wantsHelp: false, wrong: wrongOption(cause) };
  }
  const { help, ...options } = values;
  if (help) return { ok: false, wantsHelp: true };
  if (options.out === '') return { ok: false, wantsHelp: false, wrong: '--out' };
  return { ok: true, options };
}

function readFlags(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      out: { type: 'string', default: 'dist' },
      compress: { type: 'boolean', default: false },
      force: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  return values;
}
