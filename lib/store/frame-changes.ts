import type { Author } from '../content/author-file';
import type { SitePage } from '../content/site-page-file';
import type { Change } from './changes';
import type { Database } from './database';

/** What a part of the frame shows: everywhere, and on pages of its own. */
interface Shown {
  readonly everywhere: string;
  readonly itself: string;
}

/** What the files that are no articles say, at one state of the store. */
export interface Frame {
  readonly settings: string;
  readonly authors: ReadonlyMap<string, Shown>;
  readonly sitePages: ReadonlyMap<string, Shown>;
}

/** Reads the frame as it is written. */
export function readFrame(database: Database): Frame {
  const setting = (key: string) => database.find('findSetting', { key })?.text('value') ?? null;
  return {
    settings: JSON.stringify([setting('site'), setting('tags')]),
    authors: new Map(
      database.list('listProfiles').map((row) => {
        const { name, kind }: Author = JSON.parse(row.text('details'));
        return [
          row.text('key'),
          {
            everywhere: JSON.stringify([name, kind]),
            itself: row.text('details') + row.text('html'),
          },
        ];
      }),
    ),
    sitePages: new Map(
      database.list('listSitePageTexts').map((row) => {
        const { title }: SitePage = JSON.parse(row.text('details'));
        return [
          row.text('slug'),
          { everywhere: title, itself: row.text('details') + row.text('html') },
        ];
      }),
    ),
  };
}

/** What differs between two frames; undefined when each page of the site may show it. */
export function compareFrames(before: Frame, after: Frame): readonly Change[] | undefined {
  const authors = compare(before.authors, after.authors);
  const sitePages = compare(before.sitePages, after.sitePages);
  if (before.settings !== after.settings || !authors || !sitePages) return undefined;
  return [
    ...authors.map((key) => ({ kind: 'author', key }) as const),
    ...sitePages.map((slug) => ({ kind: 'site-page', slug }) as const),
  ];
}

function compare(
  before: ReadonlyMap<string, Shown>,
  after: ReadonlyMap<string, Shown>,
): readonly string[] | undefined {
  const entries = [...after];
  const isSame = entries.every(
    ([key, { everywhere }]) => before.get(key)?.everywhere === everywhere,
  );
  if (!isSame || before.size !== after.size) return undefined;
  return entries
    .filter(([key, { itself }]) => before.get(key)?.itself !== itself)
    .map(([key]) => key);
}
