import { describe, expect, test } from 'vitest';
import { placed, render } from '../../newsroom';

describe('marks of emphasis that readers would see are named at the first of them', () => {
  test.each([
    ['chữ**"đậm"**chữ', ['1:4'], '**', 'đậm'],
    ['chữ**“đậm”**chữ', ['1:4'], '**', 'đậm'],
    ['**"chữ"**chữ', ['1:1'], '**', 'chữ'],
    ['chữ**(đậm)**chữ', ['1:4'], '**', '(đậm)'],
    ['**Mục tiêu:**chữ', ['1:1'], '**', 'Mục tiêu:'],
    ['là **chữ đậm **rồi', ['1:4'], '**', 'chữ đậm'],
    ['là **chữ đậm ** rồi', ['1:4'], '**', 'chữ đậm'],
    ['là ** chữ đậm** rồi', ['1:4'], '**', 'chữ đậm'],
    ['là ** chữ đậm ** rồi', ['1:4'], '**', 'chữ đậm'],
    ['chữ*"nghiêng"*chữ', ['1:4'], '*', 'nghiêng'],
    ['chữ__"đậm"__chữ', ['1:4'], '__', 'đậm'],
    ['chữ__đậm__chữ', ['1:4'], '__', 'đậm'],
    ['***"chữ"***chữ', ['1:1'], '***', 'chữ'],
    ['chữ**"`mã`"**chữ', ['1:4'], '**', ''],
    ['chữ**"[a](/b) *c*"**chữ', ['1:4'], '**', 'a c'],
    ['a**"b"**c, d **"e"**f', ['1:2', '1:14'], '**', 'b'],
    ['a**"b *"c"*d"**e', ['1:2', '1:7'], '**', 'b *"c"*d'],
    ['a **b\nc **d', ['1:3'], '**', 'b c'],
    ['nói**: chữ.** Và', ['1:4'], '**', ': chữ.'],
    ['**1.**Một', ['1:1'], '**', '1.'],
    ['**Hà Tĩnh –**tin', ['1:1'], '**', 'Hà Tĩnh –'],
    ['_“nghiêng”_chữ', ['1:1'], '_', 'nghiêng'],
  ])('%j', (markdown, places, mark, words) => {
    const { problems } = render(markdown);
    expect(problems.map(placed)).toEqual(places.map((place) => `${place} emphasis-literal`));
    expect(problems[0]?.message).toBe(
      `Các dấu ${mark}${words && ` quanh “${words}”`} hiện nguyên trên trang.`,
    );
  });
});

describe('stars that open and never close are named with the words behind them', () => {
  test.each([
    ['**chữ', ['1:1'], 'chữ'],
    ['xã **giữ vững ổn định chính trị', ['1:4'], 'giữ vững ổn'],
    ['a **b\n\nc **d', ['1:3', '3:3'], 'b'],
    ['**đậm qua\n\nhai đoạn**', ['1:1'], 'đậm qua'],
    ['**a\n\nb**\n\n**c\n\nd**', ['1:1', '5:1'], 'a'],
    ['**a**, (**b', ['1:9'], 'b'],
    ['giá** và **phí', ['1:10'], 'phí'],
    [`a **b ${'c '.repeat(300)}** d`, ['1:3'], 'b c c'],
  ])('%j', (markdown, places, words) => {
    const { problems } = render(markdown);
    expect(problems.map(placed)).toEqual(places.map((place) => `${place} emphasis-literal`));
    expect(problems[0]?.message).toBe(
      `Dấu ** trước “${words}” thiếu dấu đóng nên hiện nguyên trên trang.`,
    );
  });
});

describe('the remedy fits what is wrong', () => {
  test.each([
    ['chữ**“đậm”**chữ', 'Đặt dấu ** bên trong dấu nháy'],
    ['chữ_“nghiêng”_chữ', 'Đặt dấu _ bên trong dấu nháy'],
    ['**Mục tiêu:**chữ', 'Thêm dấu cách ngoài hai dấu ấy'],
    ['là **đậm ** rồi', 'Xóa dấu cách giữa dấu ấy và chữ'],
    ['chữ__đậm__chữ', 'Dùng ** thay cho __'],
    ['chữ **đậm', 'Thêm dấu ** đóng vào cuối chữ đậm'],
  ])('%j', (markdown, fix) => {
    expect(render(markdown).problems[0]?.fix).toContain(fix);
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
    ...[
      'chữ**',
      '**Giá**\\*',
      'Giá** a\n\n**Chưa gồm',
      '- Giá**\n- **Chưa gồm',
      'https://vi-du.com/a**b**c__d__e',
    ],
    ...['<https://vi-du.com/a__"b"__c>', '<!-- a**"b"**c -->', '```\na**"b"**c\n```'],
    ...['đ***, “c**” rồi', '** a', 'a ** b', '2**3', 'Giá**: 5, phí**: 6', 'N.V.** và', '**/a'],
  ])('%j', (markdown) => {
    const codes = render(markdown).problems.map(({ code }) => code);
    expect(codes).not.toContain('emphasis-literal');
  });
});
