import { describe, expect, test } from 'vitest';
import { render } from '../newsroom';
import { attributesOf } from './page';

test('a table stands in a scroller, its header cells are named and its alignment is a class', () => {
  expect(render('| a | b | c | d |\n| - | :- | -: | :-: |\n| 1 | 2 | 3 | 4 |').html).toBe(
    '<div class="scroller" role="region" tabindex="0" aria-label="Bảng 1, có thể cuộn ngang"><table>\n' +
      '<thead>\n<tr>\n<th scope="col">a</th>\n<th scope="col">b</th>\n<th scope="col" class="end">c</th>\n<th scope="col" class="center">d</th>\n</tr>\n</thead>\n' +
      '<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n<td class="end">3</td>\n<td class="center">4</td>\n</tr>\n</tbody>\n</table></div>',
  );
});

test('code stands in a scroller, word for word and without a class of its language', () => {
  expect(render('```js onclick=alert(1)\nif (a < b && c) "5 kg" - \'d\'\n```').html).toBe(
    '<div class="scroller" role="region" tabindex="0" aria-label="Đoạn mã 1, có thể cuộn ngang">' +
      '<pre><code>if (a &#x3C; b &#x26;&#x26; c) "5 kg" - \'d\'\n</code></pre></div>',
  );
});

describe('scrollers are counted by kind, wherever they stand', () => {
  test.each([
    ['    a\n\n```\nb\n```', ['Đoạn mã 1', 'Đoạn mã 2']],
    ['| a |\n| - |\n\n```\nb\n```\n\n> | c |\n> | - |', ['Bảng 1', 'Đoạn mã 1', 'Bảng 2']],
    ['- a\n\n  ```\n  b\n  ```', ['Đoạn mã 1']],
  ])('%j', (markdown, labels) => {
    expect(attributesOf(render(markdown).html, 'aria-label')).toEqual(
      labels.map((label) => `${label}, có thể cuộn ngang`),
    );
  });
});

test('a row that is too short or too long breaks nothing', () => {
  const { html } = render('| a | b |\n| -: | - |\n| 1 |\n| 1 | 2 | 3 |');
  expect(html.match(/<td/g)).toHaveLength(4);
});
