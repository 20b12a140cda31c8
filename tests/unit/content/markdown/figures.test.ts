import { describe, expect, test } from 'vitest';
import { renderBody } from '@/lib/content/markdown/render';
import { placed, render } from '../newsroom';

const toCome = '<div class="photograph-to-come"><span>Ảnh sẽ bổ sung</span></div>';
const image = (name: string, alt: string) =>
  `<img src="${name}" alt="${alt}" loading="lazy" decoding="async">`;

describe('a picture alone in a paragraph is a figure', () => {
  test.each([
    [
      '![Cảng. Ảnh: Thu Trang](cang.jpg)',
      `${image('/anh/a/cang.jpg', '')}<figcaption>Cảng. <span class="credit">Ảnh: Thu Trang</span></figcaption>`,
    ],
    [
      '![một con tàu](/images/tau.jpg "Cảng Vũng Áng (Ảnh: TTXVN)")',
      `${image('/images/tau.jpg', 'một con tàu')}<figcaption>Cảng Vũng Áng <span class="credit">Ảnh: TTXVN</span></figcaption>`,
    ],
    ['![](cang.jpg "Cảng")', `${image('/anh/a/cang.jpg', '')}<figcaption>Cảng</figcaption>`],
    ['![Cảng](cang.jpg "")', `${image('/anh/a/cang.jpg', '')}<figcaption>Cảng</figcaption>`],
    ['![](cang.jpg)', image('/anh/a/cang.jpg', '')],
    [
      '![Ảnh: TTXVN](cang.jpg)',
      `${image('/anh/a/cang.jpg', '')}<figcaption><span class="credit">Ảnh: TTXVN</span></figcaption>`,
    ],
    [
      '![Trong ảnh: *cảng* "cũ"](cang.jpg) <!-- chú giải -->',
      `${image('/anh/a/cang.jpg', '')}<figcaption>Trong ảnh: cảng "cũ"</figcaption>`,
    ],
    ['![Cảng][c]\n\n[c]: cang.jpg', `${image('/anh/a/cang.jpg', '')}<figcaption>Cảng</figcaption>`],
    [
      '![Cảng](https://vi-du.vn/images/cang.jpg)',
      `${image('/images/cang.jpg', '')}<figcaption>Cảng</figcaption>`,
    ],
    [
      '![thu 37,5 kg](cang.jpg)',
      `${image('/anh/a/cang.jpg', '')}<figcaption>thu <span class="nb">37,5 kg</span></figcaption>`,
    ],
  ])('%j', (markdown, expected) => {
    const { html, problems } = render(markdown);
    expect(html).toBe(`<figure>${expected}</figure>`);
    expect(problems.filter(({ code }) => !/^(alt|credit)-missing$/.test(code))).toEqual([]);
  });
});

describe('a picture without a place on this site is a photograph to come', () => {
  test.each([
    ['![Cảng]()', '1:1 photograph-to-come', '<figcaption>Cảng</figcaption>'],
    ['![Cảng](< >)', '1:1 photograph-to-come', '<figcaption>Cảng</figcaption>'],
    ['chữ\n\n![]()', '3:1 photograph-to-come', ''],
    ['![Cảng](https://vi-du.com/a.jpg)', '1:1 picture-foreign', '<figcaption>Cảng</figcaption>'],
    ['![Cảng](//vi-du.com/a.jpg)', '1:1 picture-foreign', '<figcaption>Cảng</figcaption>'],
    ['![Cảng](data:image/png;base64,AA)', '1:1 picture-foreign', '<figcaption>Cảng</figcaption>'],
    ['![Cảng](<\\\\\\\\vi-du.com\\a.jpg>)', '1:1 picture-foreign', '<figcaption>Cảng</figcaption>'],
    [
      '> ![Cảng][c]\n\n[c]: http://vi-du.com',
      '1:3 picture-foreign',
      '<figcaption>Cảng</figcaption>',
    ],
  ])('%j', (markdown, problem, caption) => {
    const { html, problems } = render(markdown);
    expect(html).toContain(`<figure>${toCome}${caption}</figure>`);
    expect(html).not.toContain('<img');
    expect(problems.map(placed)).toEqual([problem]);
  });
});

describe('a picture in a sentence or a link stays in it', () => {
  test.each([
    ['cờ ![cờ](a.svg) đỏ', `<p>cờ ${image('/anh/a/a.svg', 'cờ')} đỏ</p>`],
    ['[![cờ](a.svg)](/b)', `<p><a href="/b">${image('/anh/a/a.svg', 'cờ')}</a></p>`],
    [
      '![a](a.jpg) ![b](b.jpg)',
      `<p>${image('/anh/a/a.jpg', 'a')} ${image('/anh/a/b.jpg', 'b')}</p>`,
    ],
    ['## ![a](a.jpg) b', `<h2 id="a-b">${image('/anh/a/a.jpg', 'a')} b</h2>`],
  ])('%j', (markdown, expected) => {
    expect(render(markdown).html).toBe(expected);
  });

  test('only the words of one to come stay there', () => {
    const { html, problems } = render('cờ ![đỏ]() và [![vàng]()](/b)');
    expect(html).toBe('<p>cờ đỏ và <a href="/b">vàng</a></p>');
    expect(problems.map(placed)).toEqual(['1:4 photograph-to-come', '1:16 photograph-to-come']);
  });
});

test('the address of a picture is asked for once', () => {
  const asked: string[] = [];
  renderBody('![a](a.jpg)\n\nb ![b](b.jpg)', {
    file: 'a.md',
    bodyLine: 1,
    siteUrl: 'https://vi-du.vn',
    pictureAddress: (source) => {
      asked.push(source);
      return `/x/${source}`;
    },
  });
  expect(asked).toEqual(['a.jpg', 'b.jpg']);
});

describe('a picture without words for those who cannot see it is named', () => {
  test.each([
    ['![](cang.jpg "Cảng. Ảnh: Thu Trang")', '1:1', 'cang.jpg'],
    ['a ![](/images/a.svg) b', '1:3', '/images/a.svg'],
    ['> - a ![ ](a.jpg)', '1:7', 'a.jpg'],
    ['a ![][b]\n\n[b]: b.jpg "Ảnh: c"', '1:3', 'b.jpg'],
    ['| a |\n| - |\n| ![](https://vi-du.vn/a.jpg) |', '3:3', '/a.jpg'],
    ['a[^1]\n\n[^1]: b ![](a.jpg)', '3:9', 'a.jpg'],
  ])('%j', (markdown, place, quoted) => {
    const { problems } = render(markdown);
    expect(problems.map(placed)).toEqual([`${place} alt-missing`]);
    expect(problems[0]?.message).toContain(`“${quoted}”`);
  });
});

describe('a figure without a credit is named', () => {
  test.each([
    ['![Cảng](cang.jpg)', '1:1', 'cang.jpg'],
    ['![Cảng. Ảnh: Thu Trang](/images/cang.jpg "Cảng")', '1:1', '/images/cang.jpg'],
    ['![Trong ảnh: cảng](cang.jpg)', '1:1', 'cang.jpg'],
    ['![Cảng. Ảnh:](cang.jpg)', '1:1', 'cang.jpg'],
    ['> - ![Cảng][c]\n\n[c]: cang.jpg', '1:5', 'cang.jpg'],
  ])('%j', (markdown, place, quoted) => {
    const { problems } = render(markdown);
    expect(problems.map(placed)).toEqual([`${place} credit-missing`]);
    expect(problems[0]?.message).toBe(`Ảnh “${quoted}” chưa ghi nguồn.`);
  });

  test.each([
    'a ![b](c.jpg)',
    '[![b](c.jpg)](/d)',
    '![a](a.jpg) ![b](b.jpg)',
    '| a |\n| - |\n| ![b](c.jpg) |',
    '![b](c.jpg "d (Ảnh: TTXVN).")',
    '![Ảnh: TTXVN](c.jpg)',
  ])('and none in a sentence, a link, a row or with one: %j', (markdown) => {
    expect(render(markdown).problems).toEqual([]);
  });
});

describe('a picture of this site is mentioned where it is used', () => {
  test.each([
    ['![a. Ảnh: b](a.jpg)', ['1:1 a.jpg']],
    ['a ![b](./c%20d.jpg) ![e](</f g.jpg>)', ['1:3 c d.jpg', '1:21 /f g.jpg']],
    ['[![a](100%.jpg)](/b)', ['1:2 100%.jpg']],
    ['> ![a. Ảnh: b][c]\n> ## ![c]\n\n[c]: https://vi-du.vn/c.jpg', ['1:3 /c.jpg', '2:6 /c.jpg']],
    ['a[^1]\n\n[^1]: ![b](c.jpg) d', ['3:7 c.jpg']],
    ['![a]() ![b](https://vi-du.com/b.jpg)', []],
  ])('%j', (markdown, expected) => {
    const pictures = render(markdown).mentions.filter(({ kind }) => kind === 'picture');
    expect(pictures.map(({ line, column, target }) => `${line}:${column} ${target}`)).toEqual(
      expected,
    );
  });
});

describe('a picture on a line of its own inside a paragraph is named', () => {
  test.each([
    ['a\n![b](c.jpg)\nd', ['2:1']],
    ['![b](c.jpg)\nd', ['1:1']],
    ['a\\\n  ![b](c.jpg)  ', ['2:3']],
    ['![b](c.jpg)\\\nd', ['1:1']],
    ['> a\n> ![b](c.jpg) <!-- d -->', ['2:3']],
    ['![a](b.jpg)\n![c](d.jpg)', ['1:1', '2:1']],
  ])('%j', (markdown, places) => {
    const expected = places.map((place) => `${place} picture-in-text`);
    expect(render(markdown).problems.map(placed)).toEqual(expected);
  });

  test.each([
    ...['a ![b](c.jpg) d', 'a ![b](c.jpg)\nd', 'a\n![b](c.jpg) d', '![a](b.jpg) ![c](d.jpg)'],
    ...['*a*![b](c.jpg)\nd', '[![b](c.jpg)](/d)\ne', '| ![b](c.jpg) |\n| - |\n| a |'],
  ])('and one in a line is not: %j', (markdown) => {
    expect(render(markdown).problems).toEqual([]);
  });
});
