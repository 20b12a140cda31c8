import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { openSearch } from '@/lib/seo/open-search';

const describeSite = (name: string, siteUrl = 'https://toasoan.example') =>
  openSearch({ site: { name, timeZone: 'Asia/Ho_Chi_Minh' }, siteUrl, indexable: true });

interface Element {
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** The elements of a document by their names, each once; none may be left open or nested twice. */
function elementsOf(xml: string): Readonly<Record<string, Element>> {
  const elements: Record<string, Element> = {};
  const open: string[] = [];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        expect(elements, name).not.toHaveProperty(name);
        elements[name] = { attributes, text: '' };
        open.push(name);
      },
      ontext: (text) => {
        const element = elements[open.at(-1) ?? ''];
        if (element) element.text += text;
      },
      onclosetag: (name) => {
        expect(open.pop()).toBe(name);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  expect(open).toEqual([]);
  return elements;
}

test('a browser learns the name of the site, and where to ask', () => {
  expect(describeSite('Tòa Soạn')).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>Tòa Soạn</ShortName>
  <LongName>Tòa Soạn</LongName>
  <Description>Tìm bài trên Tòa Soạn.</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Language>vi</Language>
  <Image width="32" height="32" type="image/x-icon">https://toasoan.example/favicon.ico</Image>
  <Url type="text/html" template="https://toasoan.example/tim-kiem?q={searchTerms}"/>
</OpenSearchDescription>
`);
});

describe('the short name', () => {
  test.each([
    ['Báo Hà Tĩnh', 'Báo Hà Tĩnh'],
    ['Báo Hà Tĩnh mới!', 'Báo Hà Tĩnh mới!'],
    ['Báo Hà Tĩnh mới!!', 'Báo Hà Tĩnh'],
    ['Tiếng nói Kỳ Anh', 'Tiếng nói Kỳ Anh'],
    ['Tiếng nói của Kỳ Anh', 'Tiếng nói của Kỳ'],
    ['Kyanhhatinhvietnam24h', 'Kyanhhatinhvietn'],
    ['📰'.repeat(20), '📰'.repeat(16)],
  ])('of %j is %j: at most 16 characters, whole words', (name, short) => {
    expect(elementsOf(describeSite(name)).ShortName?.text).toBe(short);
  });
});

describe('a name of a site', () => {
  test.each([
    '<b>"Tin" & \'tức\'</b>',
    ']]></ShortName>',
    '&lt;x&gt; &amp;',
    '<!--',
    '<?xml?>',
    'a\u0000\u0008\ufffe\ud800b',
  ])('%j stays text', (name) => {
    const elements = elementsOf(describeSite(name));
    const kept = name.replace('a\u0000\u0008\ufffe\ud800b', 'ab');
    expect(elements.LongName?.text).toBe(kept);
    expect(elements.Description?.text).toContain(kept);
  });

  test('leaves the document well-formed, whatever it is', () => {
    const expected = Object.keys(elementsOf(describeSite('Tòa Soạn')));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
        const elements = elementsOf(describeSite(name));
        expect(Object.keys(elements)).toEqual(expected);
        expect([...(elements.ShortName?.text ?? '')].length).toBeLessThanOrEqual(16);
        expect(elements.Url?.attributes).toEqual({
          type: 'text/html',
          template: 'https://toasoan.example/tim-kiem?q={searchTerms}',
        });
      }),
    );
  });
});
