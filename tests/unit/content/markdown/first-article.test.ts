import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parseArticle } from '@/lib/content/article';
import { parseSiteFile } from '@/lib/content/site-file';
import { indexTagNames, parseTagsFile } from '@/lib/content/tags-file';
import { readFixture } from '../fixtures';
import { placed, render } from '../newsroom';
import { textOf } from './page';

const folder = '../../content/articles/2020/12';
const site = parseSiteFile(readFixture('../../content/site.yaml'), 'site.yaml');
const tags = parseTagsFile(readFixture('../../content/tags.yaml'), 'tags.yaml');

function readFirstArticle() {
  const names = readdirSync(resolve(import.meta.dirname, '../../../../content/articles/2020/12'));
  const name = names.find((found) => found.endsWith('.md'));
  if (!name || !site.ok || !tags.ok) throw new Error('the first article, site or tags are missing');
  const parsed = parseArticle(readFixture(folder, name), name, {
    site: site.site,
    tagNames: indexTagNames(tags.declared),
    authorNames: new Map([['thu-trang', 'Thu Trang']]),
  });
  if (!parsed.ok) throw new Error(parsed.problems.map(placed).join());
  return parsed;
}

/** Headline, standfirst, then the text; the line of the author is the last. */
const source = new TextDecoder()
  .decode(readFixture('seed-article.txt'))
  .normalize('NFC')
  .split('\n')
  .map((line) => line.replace(/^ date 2020-12 /, '').trim())
  .filter((line) => line !== '');

test('the first article is found word for word, in order, with nothing added', () => {
  const { article, body, warnings } = readFirstArticle();
  const { html } = render(body);
  const paragraphs = textOf(html.replaceAll('<span>Ảnh sẽ bổ sung</span>', ''))
    .split('\n')
    .filter((line) => line !== '');
  const signed = article.authors.map(({ name }) => name);
  expect([article.title, article.description, ...paragraphs, ...signed]).toEqual(source);
  expect(warnings).toEqual([]);
});

test('its six photographs are still to come, and that is all there is to say', () => {
  const { problems, html } = render(readFirstArticle().body);
  expect(problems.map(({ code }) => code)).toEqual(Array(6).fill('photograph-to-come'));
  expect(html.match(/<figure><div class="photograph-to-come">/g)).toHaveLength(6);
  expect(html).not.toContain('<span class="credit">');
});
