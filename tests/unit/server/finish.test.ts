import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sourcesOf } from '@/lib/server/finish';
import { noSources, type PageSources, policyInPage } from '@/lib/server/headers';
import { finish as finishPage, linked } from './own-finish';

const finish = (html: string) => finishPage(html).html;
const ourModule = '<script type="module" src="/search.0a1b2c3d.js"></script>';
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('what no reader needs goes:', () => {
  test.each([
    ['a script', '<p>a</p><script>x()</script><p>b</p>', '<p>a</p><p>b</p>'],
    ['a script by address', '<script src="/_next/a.js" async=""></script>a', 'a'],
    ['a script in capitals', '<SCRIPT>x()</SCRIPT >a', 'a'],
    ['flight data with tags in it', '<script>self.push("<p>&lt;</p>")</script>a', 'a'],
    ['a script with a comment in it', '<script><!-- x --></script>a', 'a'],
    ['a module', '<script type="module">x()</script>a', 'a'],
    ['a module of another name', '<script type="module" src="/other.0a1b2c3d.js"></script>a', 'a'],
    ['one without a hash', '<script type="module" src="/search.js"></script>a', 'a'],
    ['one that is longer', '<script type="module" src="/search.0a1b2c3d.js.js"></script>a', 'a'],
    ['one of a host', '<script type="module" src="//a.vn/search.0a1b2c3d.js"></script>a', 'a'],
    ['our name as a script', '<script src="/search.0a1b2c3d.js"></script>a', 'a'],
    ['a preload of our module', '<link rel="modulepreload" href="/search.0a1b2c3d.js"/>a', 'a'],
    ['data of the framework', '<script type="application/json">{}</script>a', 'a'],
    ['a preload of a script', '<link rel="preload" as="script" href="/a.js"/>a', 'a'],
    ['a preload of a module', '<link rel="modulepreload" href="/a.js">a', 'a'],
    ['a preload of a picture', '<link rel="preload" as="image" href="/a.jpg"/>a', 'a'],
    ['one that React wrote otherwise', '<link rel="preload" href="/a.jpg" as="image"/>a', 'a'],
    ['a comment', 'a<!--$-->b<!--/$-->', 'ab'],
    ['a comment between words of a text', '<p>Trang <!-- -->2</p>', '<p>Trang 2</p>'],
    ['a comment that looks like a tag', 'a<!-- <p>x</p> -->b', 'ab'],
    ['an empty placeholder', '<div hidden=""><!--$--><!--/$--></div>a', 'a'],
    ['a placeholder with blanks', '<div hidden>\n </div>a', 'a'],
  ])('%s', (_what, html, expected) => {
    expect(finish(html)).toBe(expected);
  });
});

describe('what readers need stays, byte for byte:', () => {
  test.each([
    ['data for search engines', '<script type="application/ld+json">{"a":"\\u003c"}</script>'],
    ['our module', ourModule],
    ['our module as React may write it', ourModule.replace(' src', ' async="" src')],
    ['a preload of a font', '<link rel="preload" as="font" href="/a.woff2" crossorigin=""/>'],
    ['a style sheet', '<link rel="stylesheet" href="/a.css">'],
    ['a comment in a style', '<style>/* <!-- a --> */ p > b { content: "<!-- x -->" }</style>'],
    ['a comment in a title', '<title>a <!-- b --> c</title>'],
    ['a comment in a text area', '<textarea>a <!-- b --> <script>c</script></textarea>'],
    ['a comment that is written about', '<p>&lt;!-- a --&gt; &lt;script&gt;</p>'],
    ['a hidden box with something in it', '<div hidden=""><p>a</p></div>'],
    ['a hidden box with a word in it', '<div hidden>a</div>'],
    ['a box inside a hidden box', '<div hidden><div></div></div>'],
    ['an empty box', '<div class="photograph"></div>'],
    ['the document type', '<!DOCTYPE html><html lang="vi"><head></head><body></body></html>'],
    ['unusual spacing', '<p  class = a\n>x</p\n>'],
    ['letters beyond the basic plane', '<p>𝑎 Ế ệ 🗞</p>'],
    ['an attribute with a tag in it', '<p title="<script>x</script><!-- y -->">a</p>'],
  ])('%s', (_what, html) => {
    expect(finish(html)).toBe(html);
  });
});

test('a hidden box whose end tag is left out takes nothing else with it', () => {
  expect(finish('<section><div hidden></section>a')).toContain('</section>a');
});

test('a script that is never closed takes the rest with it, as in a browser', () => {
  expect(finish('<p>a</p><script>x()')).toBe('<p>a</p>');
});

describe('the style sheets of the build', () => {
  test('become one style at the end of the head, and its hash a source', () => {
    const [one, two] = ['p{color:red}', '/* “ữ” */ b::before{content:"<b>"}\n'];
    const links = `${linked(one)}<title>a</title>${linked(two.replaceAll('"', "'"))}`;
    const style = `${one}${two.replaceAll('"', "'")}`;
    expect(finishPage(`<head>${links}</head><p>x</p>`)).toEqual({
      html: `<head><title>a</title><style>${style}</style></head><p>x</p>`,
      styleSources: [hash(style)],
      hasModule: false,
    });
  });

  test('are the same in every page that links them in this order', () => {
    const page = (sheets: readonly string[]) => `<head>${sheets.map(linked).join('')}</head>`;
    expect(finish(page(['a{}', 'b{}']))).toBe('<head><style>a{}b{}</style></head>');
    expect(finish(page(['b{}', 'a{}']))).toBe('<head><style>b{}a{}</style></head>');
    expect(finish(page(['a{}', 'b{}']))).toBe('<head><style>a{}b{}</style></head>');
  });

  test('are none in a page without styles', () => {
    expect(finishPage('<p>a</p>').styleSources).toEqual([]);
  });
});

describe('the policy that a page carries', () => {
  const style = 'p{color:red}';
  const charset = '<meta charSet="utf-8"/>';
  const policyOf = (sources: Partial<PageSources>) =>
    `<meta http-equiv="Content-Security-Policy" content="${policyInPage({ ...noSources, ...sources })}"/>`;

  test('stands behind its charset and before its styles, which it names', () => {
    const page = (policy: string) => `<html><head>${charset}${policy}<meta name="a"/>`;
    const rendered = `${page('')}${linked(style)}</head></html>`;
    const finished = `${page(policyOf({ styleSources: [hash(style)] }))}<style>${style}</style></head></html>`;
    expect(finish(rendered)).toBe(finished);
  });

  test('stands there once, whatever else declares a charset', () => {
    const rest = `<body>${charset}<script type="application/ld+json">"${charset}"</script></body>`;
    expect(finish(charset + rest)).toBe(charset + policyOf({}) + rest);
  });

  test('lets our module be loaded, where it is, wherever it stands', () => {
    const withModule = policyOf({ hasModule: true });
    expect(finish(`<head>${charset}</head>${ourModule}`)).toBe(
      `<head>${charset}${withModule}</head>${ourModule}`,
    );
    expect(finish(`<head>${charset}${ourModule}</head>`)).toBe(
      `<head>${charset}${withModule}${ourModule}</head>`,
    );
    expect(finish(`<head>${charset}</head><script src="/a.js"></script>`)).toBe(
      `<head>${charset}${policyOf({})}</head>`,
    );
  });

  test.each([
    ['none', ''],
    ['one', linked('a{}')],
    ['one of two sheets', linked('a{}') + linked('b{}')],
    ['our module', ourModule],
    ['a style and our module', linked('a{}') + ourModule],
  ])('is read back with the sources it was made with: %s', (_what, loaded) => {
    const { html, ...sources } = finishPage(`<head>${charset}${loaded}</head>`);
    expect(sourcesOf(html)).toEqual(sources);
  });

  test('is read from where it stands, not from what a page writes about', () => {
    const words = "content=\"script-src 'self'; style-src 'sha256-a='\"";
    const { html, ...sources } = finishPage(
      `<head>${charset}${linked(style)}</head><p>${words}</p>`,
    );
    expect(sourcesOf(html)).toEqual(sources);
    expect(sourcesOf(`<p>${words}</p>`)).toEqual(noSources);
  });
});

test('the text that readers see is unchanged, whatever stands between', () => {
  const text = fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .map((any) => any.replace(/[<>&\0\r]/g, ' '));
  const noise = fc.constantFrom(
    ...['<!--$-->', '<!--/$-->', '<!-- -->', '<script>self.push([1,"<p>x</p>"])</script>'],
    ...['<script src="/a.js" async=""></script>', '<link rel="modulepreload" href="/a.js"/>'],
  );
  const piece = fc.oneof(
    noise.map((html) => ({ html, kept: '' })),
    text.map((html) => ({ html, kept: html })),
    text.map((inner) => ({ html: `<p>${inner}</p>`, kept: `<p>${inner}</p>` })),
    text.map((inner) => ({ html: `<style>${inner}</style>`, kept: `<style>${inner}</style>` })),
    text.map((inner) => ({
      html: `<title>${inner}<!--a--></title>`,
      kept: `<title>${inner}<!--a--></title>`,
    })),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      expect(finish(pieces.map(({ html }) => html).join(''))).toBe(
        pieces.map(({ kept }) => kept).join(''),
      );
    }),
    { numRuns: 500 },
  );
});
