import { describe, expect, test } from 'vitest';
import { render } from '../newsroom';

describe('the boxes of a task list are characters', () => {
  test.each([
    ['- [ ] a\n- [x] b\n- [X] c\n- d', '☐ a|☑ b|☑ c|d'],
    ['- [ ] `a`\n- [x] **b**', '☐ <code>a</code>|☑ <strong>b</strong>'],
    ['- [x]\ta', '☑ a'],
  ])('%j', (markdown, items) => {
    const { html } = render(markdown);
    expect(html).toBe(
      `<ul>\n${items
        .split('|')
        .map((item) => `<li>${item}</li>\n`)
        .join('')}</ul>`,
    );
  });

  test('before a picture too', () => {
    expect(render('- [ ] ![a](b.jpg)').html).toContain('<li>☐ <img src="/anh/a/b.jpg" alt="a"');
  });

  test('in a list of paragraphs too', () => {
    expect(render('- [x] a\n\n- b').html).toContain('<p>☑ a</p>');
  });
});

test('brackets that are no box stay', () => {
  expect(render('- [y] a\n- \\[ ] b\n- [ ]c').html).toBe(
    '<ul>\n<li>[y] a</li>\n<li>[ ] b</li>\n<li>[ ]c</li>\n</ul>',
  );
});

test.each(['-\n[x] chữ', '-\n[a]: /b\n[x] chữ', '> -\n> [x] chữ', '1.\n[x] chữ'])(
  'brackets behind an empty item stay: %j',
  (markdown) => {
    expect(render(markdown).html).toContain('<p>[x] chữ</p>');
  },
);
