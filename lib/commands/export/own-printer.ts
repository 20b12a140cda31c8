import { openOutFolder } from './out-folder';
import type { PrintStart } from './print-protocol';
import { openPrinter, type Printer } from './printer';

/** The printer of this process; it may be opened before anyone knows whether there is much to print. */
export interface OwnPrinter {
  /** Opens it at the first call. The promise fails when it cannot be opened. */
  readonly open: () => Promise<Printer>;
  /** Closes it when it was opened, used or not. */
  readonly close: () => Promise<void>;
}

/** Makes the printer of this process. @param start what it prints, and into which folder */
export function createOwnPrinter(start: Omit<PrintStart, 'writer'>): OwnPrinter {
  let opening: Promise<Printer> | undefined;
  return {
    open: () => {
      opening ??= openPrinter(openOutFolder(start.out, 'alone'), start);
      // Whoever prints hears that it failed; without pages it matters to nobody.
      opening.catch(() => undefined);
      return opening;
    },
    close: async () => {
      const printer = await opening?.catch(() => undefined);
      await printer?.close();
    },
  };
}
