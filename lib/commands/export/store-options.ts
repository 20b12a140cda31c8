import type { Problem } from '../../content/problems/problems';
import type { Configuration } from '../../site/configuration';
import type { StoreOptions } from '../../store/store';

/**
 * What every process of an export opens the store with. Its clock stands still, so that all pages
 * are of one moment, and nobody searches in a folder of files.
 * @param configuration with the data folder of exports
 */
export function storeOptionsOf(
  { configuration, moment }: { readonly configuration: Configuration; readonly moment: number },
  rulesVersion: string,
  report: (problems: readonly Problem[]) => void,
): StoreOptions {
  return {
    ...{ configuration, rulesVersion, report },
    now: () => moment,
    rendersAll: true,
    isSearchable: false,
  };
}
