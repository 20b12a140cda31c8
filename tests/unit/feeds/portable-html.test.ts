import { describe, expect, test } from 'vitest';
import { portableHtml } from '@/lib/feeds/portable-html';
import { render } from '../content/newsroom';

const page = 'https://vi-du.vn/bai-viet/tin';
const portable = (html: string) => portableHtml(html, page);

describe('an address', () => {
  test.each([
    ['<a href="/chu-de/ky-anh">a</a>', '<a href="https://vi-du.vn/chu-de/ky-anh">a</a>'],
    ['<a href="#muc">a</a>', `<a href="${page}#muc">a</a>`],
    ['<a href="/a?b=1&amp;c=2">a</a>', '<a href="https://vi-du.vn/a?b=1&amp;c=2">a</a>'],
    ['<a href="https://bao.vn/x">a</a>', '<a href="https://bao.vn/x">a</a>'],
    ['<a href="mailto:tin@vi-du.vn">a</a>', '<a href="mailto:tin@vi-du.vn">a</a>'],
    ['<a href="/ảnh.jpg">a</a>', '<a href="https://vi-du.vn/%E1%BA%A3nh.jpg">a</a>'],
    [
      '<img src="/anh/tin/a.jpg" alt="Cảng">',
      '<img src="https://vi-du.vn/anh/tin/a.jpg" alt="Cảng"/>',
    ],
    [
      '<img src="/a.jpg" srcset="/a.jpg 480w,/b,c.jpg 2x, https://bao.vn/d.jpg" alt="">',
      '<img src="https://vi-du.vn/a.jpg" srcset="https://vi-du.vn/a.jpg 480w, https://vi-du.vn/b,c.jpg 2x, https://bao.vn/d.jpg" alt=""/>',
    ],
  ])('is complete: %s', (html, expected) => {
    expect(portable(html)).toBe(expected);
  });

  test.each([
    ['<a href="javascript:alert(1)">a</a>', 'a'],
    ['<a href=" jAvascript:alert(1)">a</a>', 'a'],
    ['<a href="data:text/html,a">a</a>', 'a'],
    ['<a id="b">a</a>', 'a'],
    ['<img alt="Cảng">', ''],
    ['<img src="data:image/png;base64,AA" alt="">', ''],
  ])('that nobody may follow leaves the words: %s', (html, expected) => {
    expect(portable(html)).toBe(expected);
  });
});

describe('what only means something on our pages', () => {
  test.each([
    ['<p class="a" style="b" id="c" role="d" tabindex="0" onclick="e">f</p>', '<p>f</p>'],
    ['<p><span class="nb">37 kg</span></p>', '<p>37 kg</p>'],
    ['<div class="scroller" role="region" tabindex="0"><table></table></div>', '<table></table>'],
    ['a<script>b</script>c<style>d</style>e', 'ace'],
    ['a<form><p>b</p><input></form>c<iframe src="/d">e</iframe>f', 'acf'],
    ['a<!-- b -->c', 'ac'],
  ])('is gone: %s', (html, expected) => {
    expect(portable(html)).toBe(expected);
  });

  test('is gone of everything that our own renderer makes, and the words are all there', () => {
    const { html } = render(
      [
        '## Tít [liên kết](/x)',
        'Nặng 37 kg[^1].\\\ndòng hai ~~gạch~~ `mã <b>`',
        '![](a.jpg "Cảng. Ảnh: Thu Trang")',
        '![Ảnh chờ]()',
        '| a | b |\n|:--|--:|\n| 1 | 2 |',
        '```\nkhối mã\n```',
        '3. một\n4. hai\n\n- [x] xong',
        '> trích',
        '[^1]: Nguồn.',
      ].join('\n\n'),
    );
    expect(portableHtml(html, page)).toBe(
      [
        '<h2>Tít <a href="https://vi-du.vn/x">liên kết</a></h2>',
        `<p>Nặng 37 kg<sup><a href="${page}#chu_thich-1" aria-label="Chú thích 1">1</a></sup>.<br/>`,
        'dòng hai <del>gạch</del> <code>mã &lt;b&gt;</code></p>',
        '<figure><img src="https://vi-du.vn/anh/a/a.jpg" alt=""/><figcaption>Cảng. Ảnh: Thu Trang</figcaption></figure>',
        '<figure><p>Ảnh sẽ bổ sung</p><figcaption>Ảnh chờ</figcaption></figure>',
        '<table>\n<thead>\n<tr>\n<th scope="col">a</th>\n<th scope="col">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>',
        '<pre><code>khối mã\n</code></pre>',
        '<ol start="3">\n<li>một</li>\n<li>hai</li>\n</ol>',
        '<ul>\n<li>☑ xong</li>\n</ul>',
        '<blockquote>\n<p>trích</p>\n</blockquote>',
        `<h2>Chú thích</h2><ol><li><p>Nguồn. <a href="${page}#trich_dan-1" aria-label="Về chỗ đặt chú thích 1">↩</a></p></li></ol>`,
      ].join('\n'),
    );
  });
});

test('text stays text, also what looks like markup or is no character of XML', () => {
  expect(portable('<p>a &lt;b&gt; &amp;amp; ]]&gt; &quot;\u0001\ud83d&#x1F600;</p>')).toBe(
    '<p>a &lt;b&gt; &amp;amp; ]]&gt; &quot;😀</p>',
  );
});
