import { describe, expect, test } from 'vitest';
import { placed, render } from '../newsroom';

describe('marks of emphasis that readers would see are named at the first of them', () => {
  test.each([
    ['chữ**"đậm"**chữ', ['1:4'], '**"đậm"**'],
    ['chữ**“đậm”**chữ', ['1:4'], '**“đậm”**'],
    ['**"chữ"**chữ', ['1:1'], '**"chữ"**'],
    ['chữ**(đậm)**chữ', ['1:4'], '**(đậm)**'],
    ['**Mục tiêu:**chữ', ['1:1'], '**Mục tiêu:**'],
    ['là **chữ đậm **rồi', ['1:4'], '**chữ đậm **'],
    ['là **chữ đậm ** rồi', ['1:4'], '**chữ đậm **'],
    ['là ** chữ đậm** rồi', ['1:4'], '** chữ đậm**'],
    ['là ** chữ đậm ** rồi', ['1:4'], '** chữ đậm **'],
    ['chữ*"nghiêng"*chữ', ['1:4'], '*"nghiêng"*'],
    ['chữ__"đậm"__chữ', ['1:4'], '__"đậm"__'],
    ['chữ__đậm__chữ', ['1:4'], '__đậm__'],
    ['***"chữ"***chữ', ['1:1'], '***"chữ"***'],
    ['chữ**"`mã`"**chữ', ['1:4'], '**""**'],
    ['chữ**"[a](/b) *c*"**chữ', ['1:4'], '**"a c"**'],
    ['a**"b"**c, d **"e"**f', ['1:2', '1:14'], '**"b"**'],
    ['a**"b *"c"*d"**e', ['1:2', '1:7'], '**"b *"c"*d"**'],
    ['a **b\nc **d', ['1:3'], '**b c **'],
  ])('%j', (markdown, places, written) => {
    const { problems } = render(markdown);
    expect(problems.map(placed)).toEqual(places.map((place) => `${place} emphasis-literal`));
    expect(problems[0]?.message).toBe(
      `Dấu “${written}” hiện nguyên trên trang, không thành chữ đậm hay nghiêng.`,
    );
  });
});

describe('wherever they stand', () => {
  test.each([
    ['> - a &amp; \\* a**"b"**c', '1:17'],
    ['- a\n\n\ta**"b"**c', '3:3'],
    ['a\n   b**"c"**d', '2:5'],
    ['> a\nb**"c"**d', '2:2'],
    ['## a**"b"**c', '1:5'],
    ['a**"b"**c\n===\n', '1:2'],
    ['| a | b |\n| - | - |\n| \\| | c**"d"**e |', '3:9'],
    ['[a**"b"**c](/d)', '1:3'],
    ['~~a**"b"**c~~', '1:4'],
    ['*a b__"c"__d*', '1:5'],
    ['a[^1]\n\n[^1]: b**"c"**d', '3:8'],
    ['a@b.vn https://vi-du.com a**"b"**c', '1:27'],
    ['- [ ] a**"b"**c', '1:8'],
  ])('%j', (markdown, place) => {
    const problems = render(markdown).problems.filter(({ code }) => code === 'emphasis-literal');
    expect(problems.map(placed)).toEqual([`${place} emphasis-literal`]);
  });
});

describe('marks that mean themselves are left alone', () => {
  test.each([
    ...['5 * 3', '5*3=15', '5 * 3 * 2', '2 ** 3 ** 4', '5*(a+b)*4', 'a * b * c'],
    ...['Giá* chưa gồm thuế', '* Chưa gồm thuế', 'Giá* và phí*', 'Giá** và phí** nữa'],
    ...['Giá**, phí**, thuế**.', '** Chưa gồm thuế.', 'Giá**\n** Chưa gồm thuế. ** Có thể đổi.'],
    ...['chữ\\*\\*"đậm"\\*\\*chữ', 'a&#42;&#42;"b"&#42;&#42;c', '`a**"b"**c`', '    a**"b"**c'],
    ...['***', '* * *', '09****123', 'N.V.***, T.T.***', 'số *** và ***', '**** a ****'],
    ...['snake_case và a__b__c', '__init__.py', 'ngày __ tháng __ năm', 'Tên: ________'],
    ...['**/a và **/b', '**chữ**', '“**chữ**”', '**“chữ”**', '**"chữ"**, a', '(**"chữ"**)'],
    ...['**chữ *nghiêng* đậm**', '__chữ__', '*"chữ"* a', 'một*hai*ba', '**Mục tiêu:** a'],
    ...['**chữ', 'chữ**', 'a **b\n\nc **d', '**Giá**\\*', 'https://vi-du.com/a**b**c__d__e'],
    ...['<https://vi-du.com/a__"b"__c>', '<!-- a**"b"**c -->', '```\na**"b"**c\n```'],
    `a **b ${'c '.repeat(300)}** d`,
  ])('%j', (markdown) => {
    const codes = render(markdown).problems.map(({ code }) => code);
    expect(codes).not.toContain('emphasis-literal');
  });
});
