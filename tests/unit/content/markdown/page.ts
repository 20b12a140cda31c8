import { DomUtils, parseDocument } from 'htmlparser2';

type Element = ReturnType<typeof elementsOf>[number];

/** The elements of an HTML fragment, in their order, as a browser would find them. */
export function elementsOf(html: string) {
  return DomUtils.getElementsByTagName('*', parseDocument(html), true);
}

/** The text of an HTML fragment, tags left out and entities read. */
export function textOf(html: string): string {
  return DomUtils.textContent(parseDocument(html));
}

/** The values of an attribute, in the order of the elements that have it. */
export function attributesOf(html: string, name: string): readonly string[] {
  return elementsOf(html).flatMap(({ attribs }: Element) => attribs[name] ?? []);
}
