import { Parser } from 'htmlparser2';
import { absoluteAddress } from '../content/addresses';
import { escapeXml } from '../seo/xml';

/** What may stand in a feed, and what each element may say of itself; others leave their words. */
const attributesOf: ReadonlyMap<string, readonly string[]> = new Map([
  ...['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'li', 'blockquote', 'hr', 'br', 'strong'].map(plain),
  ...['em', 'del', 'code', 'pre', 'sup', 'sub', 'figure', 'figcaption', 'picture'].map(plain),
  ...['table', 'caption', 'thead', 'tbody', 'tr'].map(plain),
  ['a', ['href', 'aria-label']],
  ['img', ['src', 'srcset', 'alt', 'title', 'width', 'height']],
  ['source', ['srcset', 'type', 'media']],
  ['ol', ['start']],
  ['th', ['scope', 'colspan', 'rowspan']],
  ['td', ['colspan', 'rowspan']],
  ['time', ['datetime']],
]);

function plain(name: string): readonly [string, readonly string[]] {
  return [name, []];
}

/** What goes with all that is in it. */
const dropped: ReadonlySet<string> = new Set([
  ...['script', 'style', 'template', 'noscript', 'form', 'button', 'input', 'select', 'textarea'],
  ...['iframe', 'object', 'embed', 'svg', 'math', 'title'],
]);

const withoutEnd: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'source']);

/** By the class of an element of ours: what it is elsewhere (lib/content/README.md). */
const placeholder = /(?:^|\s)photograph-to-come(?:\s|$)/;

/**
 * The HTML of a body fit to be shown by other programs: complete addresses, nothing that runs or asks,
 * no class, role or wrapper that only means something on our pages. The result is well-formed XML too.
 * @param base the page of the article, absolute; a link to a note leads there
 * @example portableHtml('<a href="#chu_thich-1">1</a>', 'https://vi-du.vn/bai-viet/tin')
 * // '<a href="https://vi-du.vn/bai-viet/tin#chu_thich-1">1</a>'
 */
export function portableHtml(html: string, base: string): string {
  let written = '';
  let depthDropped = 0;
  /** What ends each element that is open; nothing for those of which the words alone stay. */
  const ends: string[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (depthDropped > 0 || dropped.has(name)) {
        depthDropped += 1;
        return;
      }
      const { start, end } = tagsOf(name, attributes, base);
      written += start;
      ends.push(end);
    },
    ontext: (text) => {
      if (depthDropped === 0) written += escapeXml(text);
    },
    onclosetag: () => {
      if (depthDropped > 0) depthDropped -= 1;
      else written += ends.pop() ?? '';
    },
  });
  parser.end(html);
  return written;
}

type Attributes = Readonly<Record<string, string>>;

/** How an element begins and ends elsewhere. */
function tagsOf(
  name: string,
  attributes: Attributes,
  base: string,
): { readonly start: string; readonly end: string } {
  if (placeholder.test(attributes.class ?? '')) return { start: '<p>', end: '</p>' };
  const kept = attributesOf.get(name)?.flatMap((key) => {
    const value = complete(key, attributes[key], base);
    return value === undefined ? [] : [[key, value] as const];
  });
  const leads = name === 'a' ? 'href' : name === 'img' ? 'src' : undefined;
  // A link that leads nowhere is its words, and a picture without an address is none.
  if (!kept || (leads && !kept.some(([key]) => key === leads))) return { start: '', end: '' };
  const said = kept.map(([key, value]) => ` ${key}="${escapeXml(value)}"`).join('');
  return withoutEnd.has(name)
    ? { start: `<${name}${said}/>`, end: '' }
    : { start: `<${name}${said}>`, end: `</${name}>` };
}

function complete(key: string, value: string | undefined, base: string): string | undefined {
  if (value === undefined) return undefined;
  if (key === 'href' || key === 'src') return absoluteAddress(value.trim(), base);
  return key === 'srcset' ? absoluteCandidates(value, base) : value;
}

/** @see https://html.spec.whatwg.org/multipage/images.html#srcset-attributes */
function absoluteCandidates(srcset: string, base: string): string | undefined {
  const candidates = [...srcset.matchAll(/([^\s,]\S*[^\s,]|[^\s,])(\s+[^\s,]+)?\s*(?:,|$)/g)];
  const absolute = candidates.flatMap(([, address = '', descriptor = '']) => {
    const whole = absoluteAddress(address, base);
    return whole === undefined ? [] : [whole + descriptor];
  });
  return absolute.length === 0 ? undefined : absolute.join(', ');
}
