/** An address within the site, taken apart as a browser does it. */
export interface Target {
  /** Percent-encoded, with neither query nor fragment. */
  readonly path: string;
  /** What stands behind `#`, decoded; '' when there is nothing to look for. */
  readonly fragment: string;
}

// Any origin will do: only what stands behind it is read.
const ORIGIN = 'https://a.invalid';

/**
 * Where a link leads that stands on a page of the site.
 * @param written the address as written, within the site
 * @param base path of the page
 * @returns undefined when a browser finds no address of the site in it
 * @example targetOf('../chu-de/ky-anh?x#y', '/bai-viet/tin') // { path: '/chu-de/ky-anh', fragment: 'y' }
 * @see https://url.spec.whatwg.org/#url-parsing
 */
export function targetOf(written: string, base: string): Target | undefined {
  if (!URL.canParse(written, ORIGIN + base)) return undefined;
  const url = new URL(written, ORIGIN + base);
  if (url.origin !== ORIGIN) return undefined;
  // A directive to a browser is no part of the fragment (WICG Text Fragments §3.3).
  const fragment = url.hash.slice(1).split(':~:', 1)[0] ?? '';
  return { path: url.pathname, fragment: decode(fragment).normalize('NFC') };
}

/** Decodes percent signs; one that stands for itself stays. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Not UTF-8 behind the percent signs: it is compared as it was written.
    return text;
  }
}
