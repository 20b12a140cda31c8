/** A body that costs a parser of Markdown more than its length should; `size` in characters, about. */
export type Hostile = (size: number) => string;

const rows =
  (unit: string): Hostile =>
  (size) =>
    unit.repeat(Math.ceil(size / unit.length));
const numbered =
  (unit: (index: number) => string): Hostile =>
  (size) => {
    const pieces: string[] = [];
    for (let length = 0; length < size; ) {
      const piece = unit(pieces.length);
      pieces.push(piece);
      length += piece.length;
    }
    return pieces.join('');
  };
/** Half of the size before, half behind. */
const halves =
  (open: string, close: string, between = 'a'): Hostile =>
  (size) =>
    rows(open)(size / 2) + between + rows(close)(size / 2);
/** Line after line, each deeper than the one before. */
const stairs =
  (mark: string, most = 45): Hostile =>
  (size) =>
    numbered((index) => `${mark.repeat((index % most) + 1)}a\n`)(size);

/** What is tried to hold up the renderer, by name. */
export const hostile: Readonly<Record<string, Hostile>> = {
  stars: rows('*'),
  'stars and letters': rows('*a'),
  'stars before letters': rows('*a '),
  'stars behind letters': rows('a* '),
  'stars on both sides': rows('*a* '),
  'double stars': rows('**a '),
  'triple stars': rows('***a** '),
  'stars in pairs': halves('*a ', ' a*'),
  'double stars in pairs': halves('**a ', ' a**'),
  'stars and underscores': rows('*_'),
  'stars and underscores around letters': rows('*a_ '),
  'stars that never match': rows('**x*'),
  'strong in emphasis': halves('*a **a ', ' a** a*'),
  underscores: rows('_'),
  'underscores before letters': rows('_a '),
  'double underscores': rows('__a '),
  tildes: rows('~'),
  'tildes before letters': rows('~a '),
  'double tildes': rows('~~a '),
  'double tildes in pairs': halves('~~a ', ' a~~'),
  'tildes in stars': rows('~*a '),
  brackets: rows('['),
  'closing brackets': rows(']'),
  'brackets in pairs': rows('[]'),
  'brackets around brackets': halves('[', ']'),
  'brackets around letters': rows('[a] '),
  'brackets with addresses': halves('[', '](a)'),
  'links that never close': rows('[a]('),
  'links that never close with an angle': rows('[a](<b'),
  'links with titles that never close': rows('[a](b "'),
  'links in links': rows('[a](b)'),
  'pictures that never close': rows('!['),
  'pictures in pictures': halves('![', '](a)'),
  'picture addresses that never close': rows('![a]('),
  'addresses in brackets': rows(']('),
  'parentheses in addresses': (size) => `[a](${'('.repeat(size)}`,
  'boxes of tasks': rows('[ ] '),
  'footnote marks': rows('[^a]'),
  'footnote marks that never close': rows('[^'),
  footnotes: numbered((index) => `[^${index}] [^${index}]: a\n\n[^${index}]: a\n\n`),
  'footnotes in footnotes': numbered((index) => `[^${index}]: [^${index + 1}]\n\n`),
  'marks of one footnote': (size) => `${rows('[^a] ')(size)}\n\n[^a]: b`,
  'footnotes left open': rows('[^1]: b\n\n    '),
  'footnotes in lists': rows('- [^1]: b\n\n  - '),
  'fences in lists': rows('\n  - a```\n'),
  'definitions in quotes': rows('[a]: b\n\n> '),
  angles: rows('<'),
  'angles and letters': rows('<a '),
  'angles and closed letters': rows('<a>'),
  'attributes that never close': rows('<a b="'),
  'attributes without end': (size) => `<a ${rows('b ')(size)}`,
  'comments that never close': rows('a <!-- '),
  'comments that never close, by lines': rows('<!--\n\n'),
  'instructions that never close': rows('a <?'),
  'declarations that never close': rows('a <!A '),
  'character data that never closes': rows('a <![CDATA['),
  'tags by lines': rows('<b>\n\n'),
  'bare angle addresses': rows('<http://a'),
  ampersands: rows('&'),
  entities: rows('&amp;'),
  'entities that never end': rows('&amp'),
  'numbers of characters': rows('&#x41;'),
  backslashes: rows('\\'),
  'escaped stars': rows('\\*'),
  backticks: rows('`'),
  'backticks and letters': rows('`a'),
  'backticks of growing length': numbered((index) => `${'`'.repeat(index + 1)} `),
  'backticks of falling length': (size) =>
    numbered((index) => `${'`'.repeat(Math.max(1, Math.floor(Math.sqrt(size * 2)) - index))} `)(
      size,
    ),
  'fences by lines': rows('```\n'),
  'fences that never match': numbered((index) => `${'`'.repeat((index % 60) + 3)} a\n`),
  'lines of spaces': rows(' \n'),
  spaces: rows(' '),
  'spaces before a letter': (size) => `${' '.repeat(size)}a`,
  'spaces inside a line': (size) => `a${' '.repeat(size)}a`,
  'hard breaks': rows('a  \n'),
  tabs: rows('\t'),
  'tabs and letters': rows('\ta\n'),
  'blank lines': rows('\n'),
  lines: rows('a\n'),
  paragraphs: rows('a\n\n'),
  quotes: rows('>'),
  'quotes by lines': rows('>a\n'),
  'quotes and blank lines': rows('>a\n\n'),
  'quotes like stairs': stairs('>'),
  'quotes like low stairs': stairs('>', 12),
  'deep quotes by lines': rows(`${'>'.repeat(49)}a\n`),
  'deep quotes left open': rows(`${'>'.repeat(49)}a\na\n`),
  'lists by lines': rows('- a\n'),
  'empty items': rows('-\n'),
  'items of each kind': rows('- a\n* a\n+ a\n1. a\n1) a\n'),
  'numbers by lines': rows('1. a\n'),
  'lists like stairs': (size) => numbered((index) => `${'  '.repeat(index % 40)}- a\n`)(size),
  'lists in lists without end': numbered((index) => `${' '.repeat(index * 2)}- a\n`),
  'lists on one line': rows(`${'- '.repeat(49)}a\n`),
  'lists on one line, continued': rows(`${'- '.repeat(49)}a\n\n${' '.repeat(98)}b\n\n`),
  'lists and quotes on one line': rows(`${'- > '.repeat(24)}a\n`),
  'lists with blank lines': rows('- a\n\n\n'),
  'indented code': rows('    a\n\n'),
  'rules across the page': rows('***\n'),
  'underlined headings': rows('a\n=\n'),
  'headings of one name': rows('## a\n\n'),
  'headings of many names': numbered((index) => `## a ${index}\n\n`),
  'headings of six levels': rows('# a\n## a\n### a\n#### a\n##### a\n###### a\n'),
  'hash signs': rows('# '),
  definitions: numbered((index) => `[${index}]: /a\n`),
  'definitions of one name': rows('[a]: /a\n'),
  'definitions that never end': rows('[a]: /a "\n'),
  'definitions and their uses': numbered(
    (index) => `[a${index}] [b][a${index}]\n\n[a${index}]: /a\n\n`,
  ),
  'uses of one definition': (size) => `[a]: /a\n\n${rows('[a] ')(size)}`,
  'one address used again and again': (size) =>
    `[a]: /${'a'.repeat(size / 2)}\n\n${rows('[a] ')(size / 2)}`,
  'pictures of one definition': (size) => `[a]: /a\n\n${rows('![a]\n\n')(size)}`,
  'a table of many columns': (size) =>
    `${rows('|a')(size / 3)}|\n${rows('|-')(size / 3)}|\n${rows('|a')(size / 3)}|\n`,
  'a table of many rows': (size) => `|a|\n|-|\n${rows('|a|\n')(size)}`,
  'a table of short rows': (size) =>
    `${rows('|a')(size / 4)}|\n${rows('|-')(size / 4)}|\n${rows('|\n')(size / 2)}`,
  'many tables': rows('|a|\n|-|\n\n'),
  bars: rows('|'),
  'bars by lines': rows('|a\n'),
  'rules of tables': rows('|-'),
  'rules of tables by lines': rows('a\n-:\n'),
  www: rows('www.a.'),
  'www by words': rows('www.a. '),
  'www with parentheses': (size) => `www.a.vn/${')'.repeat(size)}`,
  'www with opening parentheses': (size) => `www.a.vn/${'('.repeat(size)}`,
  'www with entities': (size) => `www.a.vn/${rows('&a;')(size)}`,
  http: rows('http://'),
  'http by words': rows('http://a.vn '),
  'http with dots': (size) => `http://a.vn/${rows('.')(size)}`,
  mail: rows('a@a.'),
  'mail by words': rows('a@a.vn '),
  'mail without end': rows('a@'),
  'mail before dots': (size) => `${rows('a.')(size)}@a.vn`,
  'mail of letters': (size) => `a@${'a'.repeat(size)}`,
  'dots without an address': (size) => `${rows('a.')(size)} b@c`,
  'hyphens without an address': (size) => `${rows('a-')(size)} b@c`,
  'dots after www': (size) => `www${rows('.a')(size)} b@c`,
  'underscores after an address': (size) => `a@b.${rows('_')(size)}`,
  'comments in front of a long paragraph': (size) =>
    rows('a <!-- ')(size / 20) + rows('chữ ')(size),
  'backticks in front of a long paragraph': (size) =>
    numbered((index) => `${'`'.repeat((index % 9) + 1)}a `)(size / 20) + rows('chữ ')(size),
  'titles in front of a long paragraph': (size) => rows('[a](b "')(size / 20) + rows('chữ ')(size),
  'one title used again and again': (size) =>
    `[a]: /a "${rows('chữ ')(size * 0.9)}"\n\n${rows('![a]\n\n')(size / 10)}`,
  'dashes between words': rows('a - '),
  'lines of three words': rows('chữ chữ chữ\n'),
  'long lines of a list': rows(`- ${'chữ '.repeat(20)}\n`),
  'quoted lists with blank lines': rows('> - a\n>\n'),
  letters: rows('a'),
  words: rows('chữ '),
  'numbers and units': rows('5 kg '),
  numbers: rows('1.'),
  capitals: rows('A-'),
  'marks of accents': rows('a\u0301'),
  pictures: rows('![a](a.jpg)\n\n'),
  'pictures to come': rows('![]()\n\n'),
  links: rows('[a](/a) '),
  'unsafe links': rows('[a](b:c) '),
  'empty links': rows('[](/a) '),
  'marks that stay text': rows('a**"a"**a '),
  everything: rows('*a* _b_ `c` [d](e) ![f](g) ~~h~~ <i> &amp; | \\* '),
  'everything left open': rows('*a _b `c [d]( ![f ~~h <i &am | '),
};
