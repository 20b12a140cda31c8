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
    const only = node.type === 'paragraph' ? findOnlyImage(node) : undefined;
    return only && [figure(only, rendering)];
  });
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
