import type { Link, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { isFollowable, isWithinSite } from '../addresses';
import { problem } from '../problems/problems';
import { placeOf, type Rendering, replaceNodes } from './nodes';

/**
 * Makes absolute links to this site paths, marks links to others, and takes out those that no
 * reader should or can follow; their words stay.
 */
export function settleLinks(rendering: Rendering): void {
  replaceNodes(rendering.tree, (node) =>
    node.type === 'link' ? settle(node, rendering) : undefined,
  );
}

function settle(link: Link, rendering: Rendering): readonly RootContent[] | undefined {
  const { problems, mentions, siteUrl } = rendering;
  const address = pathWithin(link.url.trim(), siteUrl);
  const at = placeOf(link, rendering);
  const staysHere = isWithinSite(address);
  if (!staysHere && !isFollowable(address)) {
    problems.push(problem('link-unsafe', at, address));
    return link.children;
  }
  const words = plainText(link).trim();
  const isEmpty = words === '' && !link.children.some(isDrawn);
  if (address === '' || isEmpty) {
    problems.push(problem('link-empty', at, words));
    return link.children;
  }
  if (staysHere) {
    link.url = address;
    mentions.push({ kind: 'link', target: address, line: at.line, column: at.column });
    return undefined;
  }
  // The sanitiser knows schemes in small letters only.
  link.url = address.replace(/^[a-z]+:/i, (scheme) => scheme.toLowerCase());
  if (link.url.startsWith('http')) link.data = { hProperties: { rel: ['noopener'] } };
  return undefined;
}

/** A picture can be pressed; that nobody hears what it shows is said of the picture. */
function isDrawn(node: RootContent): boolean {
  return node.type === 'image'
    ? node.url.trim() !== ''
    : 'children' in node && node.children.some(isDrawn);
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
