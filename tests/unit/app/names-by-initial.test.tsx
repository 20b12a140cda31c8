import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { NamesByInitial } from '@/app/_components/NamesByInitial';
import { paths } from '@/lib/site/routes';
import { compareNames, comparePersons } from '@/lib/vietnamese/collate';
import { initialOf, initialOfPerson } from '@/lib/vietnamese/initials';
import { slug } from '@/lib/vietnamese/slug';

const entriesOf = (names: readonly string[]) =>
  names.map((name, index) => ({ name, count: 1, path: paths.tag(`${slug(name)}-${index}`) }));

const drawn = (names: readonly string[], initial = initialOf, label = 'Chủ đề') =>
  renderToStaticMarkup(
    <NamesByInitial id="chu_de" label={label} initialOf={initial} entries={entriesOf(names)} />,
  );

const all = (html: string, pattern: RegExp) =>
  Array.from(html.matchAll(pattern), ([, text]) => text);
const headingsOf = (html: string) => all(html, /<h3[^>]*>([^<]+)<\/h3>/g);

const thirtyOne = [
  ...['24 giờ', 'An', 'Ánh', 'Ăn', 'Ấp Bắc', 'Ðà Nẵng', 'Dự án', 'Ở', 'Ứng Hòa', 'Zalo', 'Москва'],
  ...Array.from({ length: 20 }, (_, index) => `Kỳ Anh ${index + 1}`),
].sort(compareNames);

test('a short list has no letters', () => {
  const html = drawn(thirtyOne.slice(0, 30));
  expect(html).not.toMatch(/<nav|<h3/);
  expect(all(html, /<li/g)).toHaveLength(30);
});

test('a long list stands under its letters, in their order', () => {
  expect(headingsOf(drawn(thirtyOne))).toEqual([
    'Số và ký hiệu',
    ...['A', 'Ă', 'Â', 'D', 'Đ', 'K', 'Ơ', 'Ư', 'Z'],
    'Chữ viết khác',
  ]);
});

test('the way to the letters names exactly those that have names, and leads to them', () => {
  const html = drawn(thirtyOne);
  const nav = /<nav[^>]*aria-label="Chủ đề theo vần"[^>]*>(.*?)<\/nav>/.exec(html)?.[1] ?? '';
  expect(all(nav, />([^<]+)<\/a>/g)).toEqual(headingsOf(html));
  expect(all(nav, /href="#([^"]+)"/g)).toEqual(all(html, /<h3[^>]* id="([^"]+)"/g));
  expect(nav).toContain('href="#chu_de_aw"');
});

test('persons stand under their given names', () => {
  const names = ['Nguyễn Thị Ánh', 'Đỗ Văn Ân', 'Trần An']
    .concat(Array.from({ length: 30 }, (_, index) => `Họ ${index} Bình`))
    .sort(comparePersons);
  const html = drawn(names, initialOfPerson, 'Người viết');
  expect(headingsOf(html)).toEqual(['A', 'Â', 'B']);
  expect(all(html, /<a class[^>]*href="\/[^>]*>([^<]+)<\/a>/g)).toEqual(names);
});

test('no name is lost', () => {
  expect(all(drawn(thirtyOne), /<li/g)).toHaveLength(31);
});
