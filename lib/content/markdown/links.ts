import { isFollowable, isWithinSite } from '../addresses';
import { problem } from '../problems';
import { placeOf, type Rendering, replaceNodes } from './nodes';

/**
 * Makes absolute links to this site paths, marks links to others, and takes out those that no
 * reader should follow; their words stay.
 */
export function settleLinks(rendering: Rendering): void {
  replaceNodes(rendering.tree, (node) => {
    if (node.type !== 'link') return undefined;
    const address = pathWithin(node.url.trim(), rendering.siteUrl);
    if (address !== '' && isWithinSite(address)) {
      node.url = address;
      return undefined;
    }
    if (!isFollowable(address)) {
      rendering.problems.push(problem('link-unsafe', placeOf(node, rendering), address));
      return node.children;
    }
    // The sanitiser knows schemes in small letters only.
    node.url = address.replace(/^[a-z]+:/i, (scheme) => scheme.toLowerCase());
    if (node.url.startsWith('http')) node.data = { hProperties: { rel: ['noopener'] } };
    return undefined;
  });
}

/**
 * An absolute address of this site as a path; any other address as it is.
 * @example pathWithin('https://vi-du.vn/chu-de', 'https://vi-du.vn') // '/chu-de'
 */
export function pathWithin(address: string, siteUrl: string): string {
  const origin = address.slice(0, siteUrl.length).toLowerCase();
  if (origin !== siteUrl.toLowerCase()) return address;
  const path = address.slice(siteUrl.length);
  if (path.startsWith('/')) return path;
  return path === '' || /^[?#]/.test(path) ? `/${path}` : address;
}
