import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defaultSite } from '@/lib/content/site-file';
import { indexTagNames } from '@/lib/content/tags-file';
import { openReader } from '@/lib/store/reader';

// A process that reads a folder once, to be stopped and continued by reader.test.ts.
const [directory = ''] = process.argv.slice(2);
const files = readdirSync(join(directory, 'articles')).map((name) => ({
  kind: 'article' as const,
  path: `articles/${name}`,
  withBody: true,
  withSearch: false,
}));
const newsroom = { site: defaultSite, tagNames: indexTagNames([]) };
process.stdout.write('reading\n');
const readings = await openReader().read(files, {
  newsroom,
  siteUrl: 'https://vi-du.vn',
  directory,
});
const sound = readings.filter(({ ok }) => ok).length;
process.stdout.write(`${sound} sound, ${readings.length - sound} stopped\n`);
