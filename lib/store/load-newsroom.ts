import type { Newsroom } from '../content/article';
import type { Author } from '../content/author-file';
import { defaultSite, type Site } from '../content/site-file';
import { indexTagNames } from '../content/tags-file';
import { hasAuthorsFolder } from './content-tree';
import type { Database } from './database';

/** What the store knows of the site, the tags and the authors. @param directory the content folder */
export function loadNewsroom(
  database: Database,
  directory: string,
): Newsroom & { readonly authors: ReadonlyMap<string, Author> } {
  const setting = (key: string) => database.find('findSetting', { key })?.text('value');
  const site = setting('site');
  const tags = setting('tags');
  const authors = new Map(
    database.list('listAuthors').map((row) => {
      const author: Author = JSON.parse(row.text('details'));
      return [author.key, author] as const;
    }),
  );
  return {
    site: site === undefined ? defaultSite : (JSON.parse(site) as Site),
    tagNames: indexTagNames(tags === undefined ? [] : JSON.parse(tags)),
    authors,
    ...(hasAuthorsFolder(directory) && {
      authorNames: new Map([...authors].map(([key, { name }]) => [key, name])),
    }),
  };
}
