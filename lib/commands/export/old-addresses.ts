import { listOldAddresses, type OldAddress } from '../../publish/addresses';
import { fileOf, type Path } from '../../site/routes';
import type { Edition } from '../../store/edition';
import type { Store } from '../../store/store';

/** A file that tells a server of files where to send whom, and its text. */
export interface Directions {
  readonly file: string;
  readonly text: string;
}

const files = {
  redirects: '_redirects',
  redirectsMap: '_nginx/redirects.map',
  goneMap: '_nginx/gone.map',
} as const;

/** Where they lie; none of them is an address. */
export const directionFiles: readonly string[] = Object.values(files);

/**
 * The files by which a server of files answers old addresses and withdrawn articles: `_redirects`
 * for hosts that read it, and maps for nginx, of which `nginx.conf` says how they are included.
 * @param withdrawn paths of the articles whose pages say that they are gone
 */
export function writeDirections(
  store: Store,
  edition: Edition,
  withdrawn: readonly Path[],
): readonly Directions[] {
  const old = [...listOldAddresses(store, edition)].flat();
  return [
    {
      file: files.redirects,
      text: [...old.map(redirectLine), ...withdrawn.map(withdrawnLine)].join(''),
    },
    { file: files.redirectsMap, text: old.flatMap(redirectEntries).join('') },
    { file: files.goneMap, text: withdrawn.map((path) => `${quote(path)} 1;\n`).join('') },
  ];
}

/**
 * A line of `_redirects`. 301 and not 308: Netlify's documentation does not name 308, and for pages,
 * which are only ever read, the two say the same.
 * @see https://docs.netlify.com/routing/redirects/redirect-options/
 * @see https://developers.cloudflare.com/pages/configuration/redirects/
 */
function redirectLine({ from, to }: OldAddress): string {
  return `${encodeForRedirects(from)} ${to} 301\n`;
}

/** The page of a withdrawn article, with the one status for what is gone that is documented. */
function withdrawnLine(path: Path): string {
  return `${path} /410/${fileOf(path)} 404\n`;
}

/** What a browser asks for, with nothing in it that would be a placeholder or a wildcard. */
function encodeForRedirects(path: string): string {
  return path
    .split('/')
    .map((part) => encodeURIComponent(part).replaceAll('*', '%2A'))
    .join('/');
}

/** Entries of nginx's map, whose key is compared with the decoded address, in either Unicode form. */
function redirectEntries({ from, to }: OldAddress): readonly string[] {
  const spellings = new Set([from, from.normalize('NFD')]);
  return [...spellings].map((spelling) => `${quote(spelling)} ${to};\n`);
}

/**
 * A parameter of nginx's configuration: in double quotes, in which only `"` and `\` say something
 * else. A key that begins with `/` is none of the words that a map knows, and no expression.
 * @see https://nginx.org/en/docs/http/ngx_http_map_module.html
 */
function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
