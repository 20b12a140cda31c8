import type { Image, Paragraph, RootContent } from 'mdast';
import { strings } from '../../site/strings';
import { isWithinSite } from '../addresses';
import { problem } from '../problems/problems';
import { splitCredit } from './credit';
import { pathWithin } from './links';
import { placeOf, type Rendering, replaceNodes, text, type Wrapped, wrapped } from './nodes';
import { pictureTarget } from './picture-target';

/**
 * Turns a picture that stands alone in a paragraph into a figure with its caption and credit; one
 * without an address is a photograph still to come. In a sentence only the words of such a one stay.
 */
export function makeFigures(rendering: Rendering): void {
  replaceNodes(rendering.tree, (node) => {
    if (node.type === 'image') {
      const address = findAddress(node, rendering);
      return [address === undefined ? text(node.alt ?? '') : drawn(address, node.alt ?? '')];
    }
    if (node.type !== 'paragraph') return undefined;
    const only = findOnlyImage(node);
    if (!only) reportImagesOnLines(node, rendering);
    return only && [figure(only, rendering)];
  });
}

/** A picture on a line of its own was meant as a figure, not as a small one in a sentence. */
function reportImagesOnLines({ children }: Paragraph, rendering: Rendering): void {
  children.forEach((image, index) => {
    if (image.type !== 'image') return;
    if (!isLineEnd(children, index, -1) || !isLineEnd(children, index, 1)) return;
    const at = placeOf(image, rendering);
    rendering.problems.push(problem('picture-in-text', at, image.url));
  });
}

/** True when no word stands between a node and the end of its line, forwards (1) or backwards (-1). */
function isLineEnd(nodes: readonly RootContent[], index: number, step: 1 | -1): boolean {
  for (let at = index + step; ; at += step) {
    const beside = nodes[at];
    if (!beside || beside.type === 'break') return true;
    if (beside.type !== 'text') return false;
    const end = step === 1 ? /^[ \t]*\n/ : /\n[ \t]*$/;
    if (end.test(beside.value)) return true;
    if (beside.value.trim() !== '') return false;
  }
}

function findOnlyImage({ children }: Paragraph): Image | undefined {
  const [only, ...others] = children.filter(
    (child) => child.type !== 'text' || child.value.trim() !== '',
  );
  return only?.type === 'image' && others.length === 0 ? only : undefined;
}

function figure(image: Image, rendering: Rendering): Wrapped {
  const { caption, credit } = splitCredit((image.title || image.alt || '').trim());
  const captionChildren = [
    ...(caption ? [text(caption)] : []),
    ...(caption && credit ? [text(' ')] : []),
    ...(credit ? [wrapped('span', { className: ['credit'] }, [text(strings.credit(credit))])] : []),
  ];
  const address = findAddress(image, rendering);
  if (address !== undefined && credit === '') {
    const written = pathWithin(image.url.trim(), rendering.siteUrl);
    rendering.problems.push(problem('credit-missing', placeOf(image, rendering), written));
  }
  return wrapped('figure', {}, [
    address === undefined
      ? wrapped('div', { className: ['photograph-to-come'] }, [
          wrapped('span', {}, [text(strings.photographToCome)]),
        ])
      : // A caption taken from the alternative text is not read out twice.
        drawn(address, image.title ? (image.alt ?? '') : ''),
    ...(captionChildren.length > 0 ? [wrapped('figcaption', {}, captionChildren)] : []),
  ]);
}

function drawn(url: string, alt: string): RootContent {
  return { type: 'image', url, alt, data: { hProperties: { loading: 'lazy', decoding: 'async' } } };
}

/** Where a picture of this site is served, or undefined, with a problem, when it has no such place. */
function findAddress(image: Image, rendering: Rendering): string | undefined {
  const { problems, mentions, pictureAddress, siteUrl } = rendering;
  const address = pathWithin(image.url.trim(), siteUrl);
  const at = placeOf(image, rendering);
  if (address === '') {
    problems.push(problem('photograph-to-come', at));
    return undefined;
  }
  if (!isWithinSite(address)) {
    problems.push(problem('picture-foreign', at, address));
    return undefined;
  }
  if ((image.alt ?? '').trim() === '') problems.push(problem('alt-missing', at, address));
  const { line, column } = at;
  mentions.push({ kind: 'picture', target: pictureTarget(address), line, column });
  return pictureAddress(address);
}
