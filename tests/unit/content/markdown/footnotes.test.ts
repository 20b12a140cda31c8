import { describe, expect, test } from 'vitest';
import { gatherFootnotes } from '@/lib/content/markdown/footnotes';
import type { Rendering } from '@/lib/content/markdown/nodes';
import { placed, render } from '../newsroom';
import { attributesOf, elementsOf, textOf } from './page';

test('a footnote is a link there, a note at the end and a link back', () => {
  expect(render('Hội nghị[^a] xong.\n\n[^a]: Ngày 24/12.').html).toBe(
    '<p>Hội nghị<sup><a id="trich_dan-1" href="#chu_thich-1" role="doc-noteref" aria-label="Chú thích 1">1</a></sup> xong.</p>\n' +
      '<section class="footnotes" role="doc-endnotes" aria-labelledby="chu_thich"><h2 id="chu_thich">Chú thích</h2><ol>' +
      '<li id="chu_thich-1"><p>Ngày 24/12. <a href="#trich_dan-1" role="doc-backlink" aria-label="Về chỗ đặt chú thích 1">↩</a></p></li>' +
      '</ol></section>',
  );
});

describe('notes are numbered by their first mention, and every link leads somewhere', () => {
  test.each([
    ['order', 'x[^b] y[^a]\n\n[^a]: A\n[^b]: B', 'Chú thíchB ↩A ↩'],
    ['repeated mention', 'x[^a] y[^a] z[^b] [^a]\n\n[^a]: A\n[^b]: B', 'Chú thíchA ↩B ↩'],
    ['note in a note', 'x[^a] z[^c]\n\n[^a]: A[^b]\n\n[^b]: B\n\n[^c]: C', 'Chú thíchA3 ↩C ↩B ↩'],
    ['note within a note', 'x[^a]\n\n[^a]: A[^b]\n\n    [^b]: B', 'Chú thíchA2 ↩B ↩'],
    ['notes of each other', 'x[^a]\n\n[^a]: A[^b]\n\n[^b]: B[^a]', 'Chú thíchA2 ↩B1 ↩'],
    ['a table', '| a[^a] |\n| - |\n| b[^b] |\n\n[^a]: A\n[^b]: B', 'Chú thíchA ↩B ↩'],
    ['emphasis', '**x[^a]** *y[^b]*\n\n[^a]: A\n[^b]: B', 'Chú thíchA ↩B ↩'],
    ['several paragraphs', 'x[^a]\n\n[^a]: A\n\n    B', 'Chú thíchAB ↩'],
    ['a list in a note', 'x[^a]\n\n[^a]: A\n    - B', 'Chú thíchA\nB\n↩'],
    ['an empty note', 'x[^a]\n\n[^a]:', 'Chú thích↩'],
    ['two notes of one name', 'x[^a]\n\n[^a]: A\n\n[^a]: B', 'Chú thíchA ↩'],
    ['a note in a quotation', 'x[^a]\n\n> [^a]: A', 'Chú thíchA ↩'],
    ['other letter case', 'x[^Một]\n\n[^một]: A', 'Chú thíchA ↩'],
    ['an unsafe link in a note', 'x[^a]\n\n[^a]: [A](javascript:b)', 'Chú thíchA ↩'],
  ])('%s', (_, markdown, notes) => {
    const { html } = render(markdown);
    const ids = attributesOf(html, 'id');
    expect(new Set(ids).size).toBe(ids.length);
    for (const href of attributesOf(html, 'href')) expect(ids).toContain(href.slice(1));
    expect(html).not.toContain('user-content');
    const section = elementsOf(html).filter(({ attribs }) => attribs.class === 'footnotes');
    expect(section).toHaveLength(1);
    expect(textOf(html.slice(html.indexOf('<section')))).toBe(notes);
  });
});

test('each mention has an id, and the way back leads to the first', () => {
  const { html } = render('x[^a] y[^a] z[^b]\n\n[^a]: A\n[^b]: B');
  expect(attributesOf(html, 'id').slice(0, 3)).toEqual([
    'trich_dan-1',
    'trich_dan-1-2',
    'trich_dan-2',
  ]);
  expect(attributesOf(html, 'href').slice(3)).toEqual(['#trich_dan-1', '#trich_dan-2']);
});

test('a mark inside a link stands behind it, for no link holds another', () => {
  const { html } = render('[x[^a] **y[^a]**](/b)\n\n[^a]: A');
  expect(html).toMatch(
    /^<p><a href="\/b">x <strong>y<\/strong><\/a><sup>.*<\/sup><sup>.*<\/sup><\/p>/,
  );
});

test('a mention of a note that does not exist stays as it was written', () => {
  expect(render('x[^khong] | y').html).toBe('<p>x[^khong] | y</p>');
});

test('a note that nothing mentions is not shown', () => {
  expect(render('x\n\n[^a]: A[^b]\n\n[^b]: B').html).toBe('<p>x</p>');
});

describe('a note that nothing mentions is named', () => {
  test.each([
    ['x\n\n[^a]: A', ['3:1']],
    ['x[^a]\n\n[^a]: A\n[^Ghi]: B', ['4:1']],
    ['x\n\n> [^a]: A[^b]\n\n[^b]: B', ['3:3', '5:1']],
    ['x[^a]\n\n[^a]: A[^b]\n\n[^b]: B', []],
  ])('%j', (markdown, places) => {
    const expected = places.map((place) => `${place} footnote-unused`);
    expect(render(markdown).problems.map(placed)).toEqual(expected);
  });
});

test('a hundred thousand notes take no time that grows with their square', () => {
  const count = 100_000;
  const tree: Rendering['tree'] = {
    type: 'root',
    children: Array.from({ length: count }, (_, index) => [
      { type: 'footnoteReference' as const, identifier: `${index}` },
      { type: 'footnoteDefinition' as const, identifier: `${index}`, children: [] },
    ]).flat(),
  };
  gatherFootnotes({ tree } as Rendering);
  expect(tree.children).toHaveLength(count + 1);
}, 60_000);
