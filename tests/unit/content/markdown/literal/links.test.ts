import { describe, expect, test } from 'vitest';
import { placed, render } from '../../newsroom';

describe('links and pictures that stayed text are named with what to do', () => {
  test.each([
    ['![Chú](hoi nghi 2.jpg)', '1:1', 'Đổi tên tệp ảnh'],
    ['a ![Chú thích. Ảnh: B](hoi nghi (2).JPG) c', '1:3', 'Đổi tên tệp ảnh'],
    ['![Chú](h.jpg “chú”)', '1:1', 'một cặp dấu nháy thẳng'],
    ['![Chú](h.jpg "a "b" c")', '1:1', 'một cặp dấu nháy thẳng'],
    ['[a](/b “c”)', '1:1', 'một cặp dấu nháy thẳng'],
    ['> - &amp; [a] (https://a.vn/b_c)', '1:11', 'Bỏ dấu cách giữa'],
    ['[a] (/b)', '1:1', 'Bỏ dấu cách giữa'],
    ['[a] (#b)', '1:1', 'Bỏ dấu cách giữa'],
    ['![a] (b.jpg)', '1:1', 'Bỏ dấu cách giữa'],
    ['(a)[https://a.vn]', '1:1', 'chữ trong ngoặc vuông trước'],
    ['b\n(a)[/c]', '2:1', 'chữ trong ngoặc vuông trước'],
    ['[a](https://a.vn/a b)', '1:1', '%20'],
    ['## [a](/b c)', '1:4', '%20'],
    ['| a |\n| - |\n| [a](/b c) |', '3:3', '%20'],
    ['[a [b](/c) d](/e)', '1:1', 'không lồng hai liên kết'],
  ])('%j', (markdown, place, fix) => {
    const { problems } = render(markdown);
    expect(problems.map(placed)).toEqual([`${place} markup-literal`]);
    expect(problems[0]?.fix).toContain(fix);
  });
});

test('what was written is quoted as readers see it', () => {
  expect(render('Xem [bài_1] (https://a-b.vn/c_d?e=1&f) nhé').problems[0]?.message).toBe(
    '“[bài_1] (https://a-b.vn/c_d?e=1&f)” hiện nguyên trên trang, không thành liên kết.',
  );
});

describe('a mark of a note without a note is named', () => {
  test.each([
    ['a[^1] b[^2]', ['1:2', '1:8']],
    ['> **a[^1]**', ['1:6']],
    ['a[^1]\n\n[^1] : b', ['1:2', '3:1']],
    ['a[^ghi chú]', ['1:2']],
  ])('%j', (markdown, places) => {
    const expected = places.map((place) => `${place} footnote-missing`);
    expect(render(markdown).problems.map(placed)).toEqual(expected);
  });
});

describe('brackets that mean themselves are left alone', () => {
  test.each([
    ...['[sic] (theo tác giả)', '[1] (https://a.vn)', '[a] (24/12/2020)', '[a] (TP.HCM)', '(a)[b]'],
    ...['[a] và (/b)', '[a](/b)', '![a. Ảnh: B](b.jpg)', '[a](</b c>)', '[a](/b "c “d” e")', '[]'],
    ...['`[a] (/b)`', '\\[a] (/b)', '[a\\] (/b)', '[a] \\(/b)', '(a)\\[/b]', '[a](b c)', '(15)[2]'],
    ...['a[^1]\n\n[^1]: b', '\\[^1]', '`[^1]`', '[^1](/a)', '&#91;a] (/b)'],
  ])('%j', (markdown) => {
    expect(render(markdown).problems).toEqual([]);
  });
});
