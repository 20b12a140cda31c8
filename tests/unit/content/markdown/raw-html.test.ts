import { describe, expect, test } from 'vitest';
import { placed, render } from '../newsroom';

describe('raw HTML is dropped, and each piece named where it stands', () => {
  test.each([
    ['a <b>b</b> c', '<p>a b c</p>', ['1:3', '1:7']],
    ['a\nb<br>c', '<p>a\nbc</p>', ['2:2']],
    ['<div>\n\nb\n\n</div>', '<p>b</p>', ['1:1', '5:1']],
    ['<script>\nalert(1)\n</script>\n\nb', '<p>b</p>', ['1:1']],
    ['> a\n> <img src=x onerror=alert(1)>', '<blockquote>\n<p>a\n</p>\n</blockquote>', ['2:3']],
    ['- a\n\n  <p>b', '<ul>\n<li>\n<p>a</p>\n</li>\n</ul>', ['3:3']],
    ['<b></b>\n\na', '<p>a</p>', ['1:1', '1:4']],
    ['| a |\n| - |\n| <i>b</i> |', undefined, ['3:3', '3:7']],
    ['<!DOCTYPE html>', '', ['1:1']],
    ['<?php echo 1 ?>', '', ['1:1']],
    ['<![CDATA[a]]>', '', ['1:1']],
    ['## a <i>b</i>', '<h2 id="a-b">a b</h2>', ['1:6', '1:10']],
    ['[^1]\n\n[^1]: a<br>b', undefined, ['3:8']],
  ])('%j', (markdown, expected, places) => {
    const { html, problems } = render(markdown);
    if (expected !== undefined) expect(html).toBe(expected);
    expect(html).not.toMatch(/script|onerror|<br|<i>|<div>/);
    expect(problems.map(placed)).toEqual(places.map((place) => `${place} html-dropped`));
  });
});

describe('comments go without a word', () => {
  test.each([
    ['<!-- a -->', ''],
    ['<!-- a\n\nb -->\n\nc', '<p>c</p>'],
    ['a <!-- b --> c', '<p>a  c</p>'],
    ['<!-- a --> <!-- b -->', ''],
    ['a\n<!-- b -->', '<p>a</p>'],
  ])('%j', (markdown, expected) => {
    const { html, problems } = render(markdown);
    expect(html).toBe(expected);
    expect(problems).toEqual([]);
  });
});

describe('what a comment takes along is named', () => {
  test.each([
    ['<!-- a --> Đoạn văn.', '1:12', '“Đoạn văn.”'],
    ['<!-- a\nb --> Đoạn văn.', '2:7', '“Đoạn văn.”'],
    ['<!-- a --><script>b</script><!-- c -->', '1:11', '“<script>b</script>”'],
  ])('%j', (markdown, place, quoted) => {
    const { html, problems } = render(markdown);
    expect(html).toBe('');
    expect(problems.map(placed)).toEqual([`${place} html-dropped`]);
    expect(problems[0]?.message).toBe(`HTML ${quoted} bị bỏ, không hiện trên trang.`);
  });
});

describe('a comment that is never closed is named where it begins', () => {
  test.each([
    ['a\n\n<!-- b\n\nc', '<p>a</p>', ['3:1 comment-unclosed'], 'phía dưới không hiện'],
    ['<!-- a', '', ['1:1 comment-unclosed'], 'phía dưới không hiện'],
    ['<!-- a --> b <!-- c', '', ['1:12 html-dropped', '1:14 comment-unclosed'], undefined],
    ['a <!-- b\n\nc -->', undefined, ['1:3 comment-unclosed'], 'hiện nguyên trên trang'],
    ['> - <!-- a\n\nb', undefined, ['1:5 comment-unclosed'], 'phía dưới không hiện'],
  ])('%j', (markdown, expected, places, words) => {
    const { html, problems } = render(markdown);
    if (expected !== undefined) expect(html).toBe(expected);
    expect(problems.map(placed)).toEqual(places);
    if (words !== undefined) expect(problems[0]?.message).toContain(words);
  });
});

describe('what only looks like HTML is text', () => {
  test.each([
    ['3 < 5 > 2', '<p>3 &#x3C; 5 > 2</p>'],
    ['`<b>`', '<p><code>&#x3C;b></code></p>'],
    ['\\<b>', '<p>&#x3C;b></p>'],
    ['&lt;b&gt;', '<p>&#x3C;b></p>'],
    ['<Kỳ Anh>', '<p>&#x3C;Kỳ Anh></p>'],
  ])('%j', (markdown, expected) => {
    const { html, problems } = render(markdown);
    expect(html).toBe(expected);
    expect(problems).toEqual([]);
  });
});
