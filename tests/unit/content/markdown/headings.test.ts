import { describe, expect, test } from 'vitest';
import { placed, render } from '../newsroom';
import { attributesOf } from './page';

describe('every heading has an id of its own', () => {
  test.each([
    ['## Đà Nẵng 2020', ['da-nang-2020']],
    ['## A\n\n## A\n\n## A', ['a', 'a-2', 'a-3']],
    ['## A\n\n## A\n\n## A 2', ['a', 'a-2', 'a-2-2']],
    ['## A 2\n\n## A\n\n## A', ['a-2', 'a', 'a-3']],
    ['## A 2\n\n## A 2\n\n## A\n\n## A\n\n## A', ['a-2', 'a-2-2', 'a', 'a-3', 'a-4']],
    ['## 北京\n\n## …\n\n## Mục', ['muc', 'muc-2', 'muc-3']],
    ['## *Kỷ* `luật` [a](/b)', ['ky-luat-a']],
    ['## Kỷ luật\n\n## Kỹ luật', ['ky-luat', 'ky-luat-2']],
    ['> ## a\n\n- ### a', ['a', 'a-2']],
    ['## Hội nghị[^1]\n\n[^1]: a', ['hoi-nghi', 'trich_dan-1', 'chu_thich', 'chu_thich-1']],
    ['## Chú thích\n\n[^1]\n\n[^1]: a', ['chu-thich', 'trich_dan-1', 'chu_thich', 'chu_thich-1']],
  ])('%j', (markdown, ids) => {
    expect(attributesOf(render(markdown).html, 'id')).toEqual(ids);
  });

  test('ten thousand headings of one name have ten thousand', () => {
    const ids = attributesOf(render('## a\n\n'.repeat(10_000)).html, 'id');
    expect(new Set(ids).size).toBe(10_000);
  }, 60_000);
});

describe('a heading of the first level is shown as one of the second', () => {
  test.each([
    ['chữ\n\n# A', '3:1'],
    ['A\n===', '1:1'],
    ['> # A', '1:3'],
  ])('%j', (markdown, place) => {
    const { html, problems } = render(markdown);
    expect(html).toContain('<h2 id="a">A</h2>');
    expect(problems.map(placed)).toEqual([`${place} heading-too-high`]);
  });

  test('the other levels stay', () => {
    expect(render('## a\n\n###### b').html).toBe('<h2 id="a">a</h2>\n<h6 id="b">b</h6>');
  });
});

describe('a heading that leaves out a level is named', () => {
  test.each([
    ['### a', '1:1', '###', '##'],
    ['## a\n\n#### b', '3:1', '####', '###'],
    ['## a\n\n### b\n\n## c\n\n#### d', '7:1', '####', '###'],
    ['## a\n\n> - ###### b', '3:5', '######', '###'],
    ['## a\n\n#### b\n\n#### c\n\n##### d\n\n### e', '3:1', '####', '###'],
  ])('%j', (markdown, place, written, expected) => {
    const { problems } = render(markdown);
    expect(problems.map(placed)).toEqual([`${place} heading-skipped`]);
    expect(problems[0]?.message).toBe(
      `Tít phụ ${written} nhảy bậc: chưa có tít ${expected} ở trên.`,
    );
  });

  test.each(['## a\n\n### b\n\n#### c\n\n## d\n\n### e', 'a\n-\n\n### b', '\\#### a'])(
    'and one step down or any steps up are right: %j',
    (markdown) => {
      expect(render(markdown).problems).toEqual([]);
    },
  );

  test('one of the first level counts as the second', () => {
    expect(render('# a\n\n### b\n\n# c\n\n#### d').problems.map(placed)).toEqual([
      '1:1 heading-too-high',
      '5:1 heading-too-high',
      '7:1 heading-skipped',
    ]);
  });
});

describe('a paragraph that dashes below it made a heading is named', () => {
  const long = 'Đảng ủy, chính quyền và nhân dân thị xã cùng giữ vững ổn định';
  test.each([
    ['Hội nghị đã kết thúc.\n---', '1:1'],
    ['a\n\n> Ông nói: “Tốt!”\n> -', '3:3'],
    [`- ${long}\n  ---`, '1:3'],
    ['Gồm có:\n---', '1:1'],
  ])('%j', (markdown, place) => {
    expect(render(markdown).problems.map(placed)).toEqual([`${place} heading-underlined`]);
  });

  test.each([
    'Kết quả\n---',
    'Kết quả\nnăm 2020\n---',
    'Hết.\n\n---',
    '## Hết chưa?',
    `## ${long}`,
  ])('and a heading is none: %j', (markdown) => {
    expect(render(markdown).problems).toEqual([]);
  });
});
