import { appendFileSync, cpSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { writeNewsroom } from '@/tests/bench/corpus/newsroom';
import type { SearchedDocument } from './reference';

const content = resolve(import.meta.dirname, '../../../../content');
const GENERATED = 1_000;

/** When the golden questions are asked: what is published later changes none of their answers. */
export const GOLDEN_NOW = Date.parse('2026-11-24T15:00:00+07:00');

/** Writes what the golden questions are asked of: the articles of the site among generated ones. */
export function writeGoldenNewsroom(directory: string): void {
  writeNewsroom(directory, GENERATED);
  for (const folder of ['articles', 'authors'])
    cpSync(join(content, folder), join(directory, folder), { recursive: true });
  const { sections } = parse(readFileSync(join(content, 'site.yaml'), 'utf8'));
  const { sections: written } = parse(readFileSync(join(directory, 'site.yaml'), 'utf8'));
  const keys = written.map(({ key }: { key: string }) => key);
  for (const { key, name } of sections)
    if (!keys.includes(key))
      appendFileSync(join(directory, 'site.yaml'), `  - { key: ${key}, name: ${name} }\n`);
}

/** The articles of a newsroom as their files have them, read without any help of the house. */
export function readDocuments(directory: string): readonly SearchedDocument[] {
  return readdirSync(join(directory, 'articles'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => {
      const file = readFileSync(join(directory, 'articles', path), 'utf8');
      const [, front = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(file) ?? [];
      const { title, description, date } = parse(front);
      return {
        slug: basename(path, '.md'),
        title,
        // Addresses of links and pictures are no words of an article.
        texts: [description, body.replace(/\]\([^)]*\)/g, ' ')],
        publishedAt: Date.parse(
          `${date.replace(' ', 'T')}${date.includes(' ') ? '' : 'T00:00'}+07:00`,
        ),
      };
    })
    .filter(({ publishedAt }) => publishedAt <= GOLDEN_NOW);
}
