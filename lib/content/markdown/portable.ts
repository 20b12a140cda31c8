import type {
  Code,
  Definition,
  Image,
  ImageReference,
  Link,
  LinkReference,
  Nodes,
  Root,
} from 'mdast';
import { visit } from 'unist-util-visit';
import { absoluteAddress, isWithinSite } from '../addresses';
import { missingFence } from './code-blocks';
import { destinationOf, type Stretch } from './destinations';
import { escapeMarkdown } from './escape';
import { usesGfm } from './gfm';
import { pathWithin } from './links';
import { gfm, plain } from './processors';

/** What stands instead of a stretch of the source. */
interface Edit extends Stretch {
  readonly text: string;
}

/** Where a text is at home. */
export interface Home {
  /** Of its page, absolute. */
  readonly address: string;
  /** Origin of the site. */
  readonly siteUrl: string;
  /** Address of a picture that lies beside the file. */
  readonly pictureAddress: (source: string) => string;
}

/**
 * A body as its editor wrote it, fit to be read elsewhere: every character stays but raw HTML,
 * addresses that only mean something on the page, and pictures that are still to come, of which the
 * caption stays. A block of code that is never closed is closed, so that text can follow.
 * @param markdown CommonMark with GFM; one that was rendered before, for parsing has no limit of time
 */
export function portableMarkdown(markdown: string, home: Home): string {
  const tree = (usesGfm(markdown) ? gfm : plain).parse(markdown);
  const definitions = readDefinitions(tree);
  const edits: Edit[] = [];
  visit(tree, (node) => {
    edits.push(...editsOf(node, markdown, definitions, home));
  });
  const portable = applyEdits(markdown, [...edits, ...closing(tree.children.at(-1), markdown)]);
  // Blanks at the head of the first line may make it code.
  return portable.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
}

/** Definitions by their names, and which of them are of pictures. */
interface Definitions {
  readonly byName: ReadonlyMap<string, Definition>;
  readonly ofPictures: ReadonlySet<string>;
}

function readDefinitions(tree: Root): Definitions {
  const byName = new Map<string, Definition>();
  const ofPictures = new Set<string>();
  visit(tree, (node) => {
    if (node.type === 'imageReference') ofPictures.add(node.identifier);
    if (node.type === 'definition' && !byName.has(node.identifier)) {
      byName.set(node.identifier, node);
    }
  });
  return { byName, ofPictures };
}

function editsOf(
  node: Nodes,
  markdown: string,
  { byName, ofPictures }: Definitions,
  home: Home,
): readonly Edit[] {
  switch (node.type) {
    case 'html':
      return replaced(node, '');
    case 'link': {
      if (!destinationOf(node)) return withoutBrackets(node, markdown, home);
      const address = linkAddress(node.url, home);
      return address === undefined ? unlinked(node) : redirected(node, address);
    }
    case 'linkReference': {
      const definition = byName.get(node.identifier);
      const isDead = definition && linkAddress(definition.url, home) === undefined;
      return isDead ? unlinked(node) : [];
    }
    case 'definition': {
      const linked = linkAddress(node.url, home);
      if (linked === undefined) return replaced(node, '');
      const address = ofPictures.has(node.identifier) ? pictureAddress(node.url, home) : linked;
      return address === undefined ? [] : redirected(node, address);
    }
    case 'image': {
      const address = pictureAddress(node.url, home);
      return address === undefined ? replaced(node, words(node)) : redirected(node, address);
    }
    case 'imageReference': {
      const definition = byName.get(node.identifier);
      const isThere = definition && pictureAddress(definition.url, home) !== undefined;
      return isThere ? [] : replaced(node, words({ ...node, title: definition?.title }));
    }
    default:
      return [];
  }
}

/** What is complete stays as it was written; undefined for what nobody may follow. */
function linkAddress(url: string, { address }: Home): string | undefined {
  const absolute = absoluteAddress(url.trim(), address);
  return absolute !== undefined && !isWithinSite(url.trim()) ? url : absolute;
}

/** Undefined for a picture that is still to come, or that pages do not show. */
function pictureAddress(url: string, { siteUrl, pictureAddress: addressOf }: Home) {
  const written = pathWithin(url.trim(), siteUrl);
  if (written === '' || !isWithinSite(written)) return undefined;
  return absoluteAddress(addressOf(written), siteUrl);
}

function words({
  title,
  alt,
}: Partial<Pick<Image | ImageReference, 'alt'> & Pick<Image, 'title'>>) {
  return escapeMarkdown(title || alt || '');
}

function redirected(node: Definition | Image | Link, address: string): readonly Edit[] {
  const stretch = destinationOf(node);
  return !stretch || address === node.url ? [] : [{ ...stretch, text: escapeAddress(address) }];
}

/** A link that nobody may follow is its words. */
function unlinked(node: Link | LinkReference): readonly Edit[] {
  const whole = stretchOf(node);
  const [first, last] = [node.children.at(0), node.children.at(-1)].map(
    (child) => child && stretchOf(child),
  );
  if (!whole || !first || !last) return replaced(node, '');
  return [
    { start: whole.start, end: first.start, text: '' },
    { start: last.end, end: whole.end, text: '' },
  ];
}

/** As it may stand with and without brackets around it. */
function escapeAddress(address: string): string {
  return address.replace(/[()]/g, encodeParenthesis).replace(/&(?=#?\w+;)/g, '\\&');
}

const encodeParenthesis = (sign: string) => (sign === '(' ? '%28' : '%29');

/** An address in itself that nobody may follow, as text. */
function withoutBrackets(node: Link, markdown: string, home: Home): readonly Edit[] {
  const { start, end } = stretchOf(node) ?? { start: 0, end: 0 };
  const isBracketed = markdown[start] === '<' && markdown[end - 1] === '>';
  if (!isBracketed || linkAddress(node.url, home) !== undefined) return [];
  return replaced(node, escapeMarkdown(markdown.slice(start + 1, end - 1)));
}

function replaced(node: Nodes, text: string): readonly Edit[] {
  const stretch = stretchOf(node);
  return stretch ? [{ ...stretch, text }] : [];
}

/** Undefined for what the parser made of bare text. */
function stretchOf({ position }: Nodes): Stretch | undefined {
  const start = position?.start.offset;
  const end = position?.end.offset;
  return start === undefined || end === undefined ? undefined : { start, end };
}

function closing(last: Nodes | undefined, markdown: string): readonly Edit[] {
  if (last?.type !== 'code') return [];
  const { start, end } = stretchOf(last as Code) ?? { start: 0, end: 0 };
  const fence = missingFence(markdown.slice(start, end));
  return fence === undefined ? [] : [{ start: end, end, text: `\n${fence}` }];
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  let changed = '';
  let position = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    changed += text.slice(position, edit.start) + edit.text;
    position = edit.end;
  }
  return changed + text.slice(position);
}
