declare const xmlBrand: unique symbol;

/** Well-formed content of an element: elements, or text in which nothing is markup. */
export type Xml = string & { readonly [xmlBrand]: true };

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/**
 * A text as it stands between tags and in double-quoted attributes of XML; characters that no XML
 * may hold are left out.
 * @example escapeXml('Tin & "bài"\u0000') // 'Tin &amp; &quot;bài&quot;'
 * @see https://www.w3.org/TR/xml/ §2.2 and §2.4
 */
export function escapeXml(text: string): string {
  return withoutForbidden(text).replace(/[&<>"]/g, (character) => references[character] ?? '');
}

/** A text without the characters that no XML may hold, lone surrogates among them. */
export function withoutForbidden(text: string): string {
  return text.replace(notInXml, '');
}

const notInXml = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

type Attributes = Readonly<Record<string, string | number | undefined>>;

/**
 * One element. Attributes that are undefined are left out.
 * @param content text, which is escaped; or elements, one a line
 * @example element('link', { rel: 'self' }) // '<link rel="self"/>'
 * @example element('title', {}, 'Tin & bài') // '<title>Tin &amp; bài</title>'
 */
export function element(
  name: string,
  attributes: Attributes = {},
  content?: string | readonly Xml[],
): Xml {
  const written = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : ` ${key}="${escapeXml(`${value}`)}"`))
    .join('');
  if (content === undefined) return `<${name}${written}/>` as Xml;
  const inside = typeof content === 'string' ? escapeXml(content) : `\n${lines(content)}\n`;
  return `<${name}${written}>${inside}</${name}>` as Xml;
}

/** A whole document of XML. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

const lines = (elements: readonly Xml[]): string => elements.join('\n');
