import { isShareable } from '../content/article-image';
import { visible } from '../content/visible';
import { type FeedSubject, feedFormats } from '../site/machine-routes';
import { type Path, paths, type Route } from '../site/routes';
import type { Edition } from '../store/edition';
import { pagesOf } from '../store/lists';
import type { Store } from '../store/store';
import { pagesIn, routesOfYear } from './archive-addresses';
import { resolve } from './resolve';
import { sitemapsOf } from './sitemap-addresses';

/** An old address and what it leads to now, in one hop. */
export interface OldAddress {
  /** Decoded, in canonical spelling. */
  readonly from: string;
  readonly to: Path;
}

/** A picture that readers may see, beside the article that shows it. */
export interface ShownPicture {
  readonly path: Path;
  /** The slug of its article. */
  readonly slug: string;
  /** Decoded, below the article's folder. */
  readonly name: string;
  /** Where its file is, if it is there; absolute. */
  readonly file: string;
}

/** An address that has a document, and the status that comes with it. */
export interface PageAddress {
  readonly route: Route;
  /** 410: the page says that the article was withdrawn. */
  readonly status: 200 | 410;
}

type Routes = Generator<readonly Route[]>;

/**
 * Every address that has a document in an edition, in parts, so that nobody holds the whole: no
 * search, no file, no picture beside an article. `resolve` says the same of each by itself.
 */
export function* listPages(store: Store, edition: Edition): Generator<readonly PageAddress[]> {
  yield* listArticles(store, edition);
  for (const routes of listLists(store, edition))
    yield routes.map((route) => ({ route, status: 200 }));
}

function* listLists(store: Store, edition: Edition): Routes {
  yield listOwnPages(edition);
  yield* listSections(edition);
  yield* listTags(store, edition);
  yield* listAuthors(store, edition);
  yield* listArchive(edition);
  yield* listForMachines(edition);
}

/** Every old address that leads somewhere in an edition, in parts. */
export function* listOldAddresses(
  store: Store,
  edition: Edition,
): Generator<readonly OldAddress[]> {
  const steps = inSteps('', store.enumeration.oldPathsBehind, (path) => path);
  for (const step of steps) {
    yield step.flatMap((from) => {
      const answer = resolve(store, edition, encode(from));
      return answer.kind === 'moved' ? [{ from, to: answer.location }] : [];
    });
  }
}

/** Every picture that an article of an edition shows, in parts; bodies are known to be rendered. */
export function* listPictures(store: Store, edition: Edition): Generator<readonly ShownPicture[]> {
  const steps = inSteps(undefined, store.enumeration.picturesBehind, ({ place }) => place);
  for (const step of steps) {
    yield step.flatMap(({ slug, target }) => {
      const name = nameBeside(slug, target);
      if (name === undefined) return [];
      const path = paths.picture(slug, name);
      const answer = resolve(store, edition, path);
      return answer.kind === 'picture' ? [{ path, slug, name, file: answer.file }] : [];
    });
  }
}

/** Name of a picture beside an article, of those that the article names; others lie elsewhere. */
function nameBeside(slug: string, target: string): string | undefined {
  const written = target.normalize('NFC');
  const folder = paths.picture(slug, '');
  if (written.startsWith(folder)) return written.slice(folder.length);
  return written.startsWith('/') ? undefined : written;
}

function encode(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** What an enumeration has, step by step. @param first what it begins behind */
function* inSteps<Place, Item>(
  first: Place,
  stepBehind: (place: Place) => readonly Item[],
  placeOf: (item: Item) => Place,
): Generator<readonly Item[]> {
  let step = stepBehind(first);
  for (let last = step.at(-1); last !== undefined; last = step.at(-1)) {
    yield step;
    step = stepBehind(placeOf(last));
  }
}

/** Pages of which there are few: the front's, those about the site, and those that list names. */
function listOwnPages(edition: Edition): readonly Route[] {
  return [
    ...pagesIn(edition.listAll(1)?.pageCount, (page): Route => ({ kind: 'front', page })),
    ...edition.sitePages().map(({ slug }): Route => ({ kind: 'site-page', slug })),
    ...(['tags', 'authors', 'archive'] as const).map((kind): Route => ({ kind })),
    ...pagesIn(edition.corrections(1)?.pageCount, (page): Route => ({ kind: 'corrections', page })),
  ];
}

function* listArticles(store: Store, { now }: Edition): Generator<readonly PageAddress[]> {
  for (const step of inSteps('', store.enumeration.articlesBehind, ({ slug }) => slug)) {
    yield step.flatMap((article): readonly PageAddress[] => {
      const { slug } = article;
      const seen = visible(article, now);
      if (seen === 'hidden') return [];
      if (seen === 'withdrawn') return [{ route: { kind: 'article', slug }, status: 410 }];
      const card: Route = { kind: 'card', subject: { of: 'article', key: slug } };
      const routes: readonly Route[] = [
        { kind: 'article', slug },
        { kind: 'article-text', slug },
        ...(isShareable(article.image) ? [] : [card]),
      ];
      return routes.map((route) => ({ route, status: 200 }));
    });
  }
}

function* listSections(edition: Edition): Routes {
  for (const { key: section } of edition.sections()) {
    const count = edition.listSection(section, 1)?.pageCount;
    yield [
      ...pagesIn(count, (page): Route => ({ kind: 'section', section, page })),
      ...feedsOf({ of: 'section', key: section }),
      { kind: 'card', subject: { of: 'section', key: section } },
    ];
  }
}

function* listTags(store: Store, edition: Edition): Routes {
  const carried = new Map(edition.tags().map(({ entry, count }) => [entry.slug, count]));
  for (const tag of new Set([...carried.keys(), ...store.enumeration.declaredTags()])) {
    const count = pagesOf(carried.get(tag) ?? 0);
    yield [
      ...pagesIn(count, (page): Route => ({ kind: 'tag', tag, page })),
      ...feedsOf({ of: 'tag', key: tag }),
      { kind: 'card', subject: { of: 'tag', key: tag } },
    ];
  }
}

function* listAuthors(store: Store, edition: Edition): Routes {
  const signed = new Map(edition.authors().map(({ entry, count }) => [entry.key, count]));
  for (const author of new Set([...signed.keys(), ...store.enumeration.declaredAuthors()])) {
    const count = pagesOf(signed.get(author) ?? 0);
    yield [
      ...pagesIn(count, (page): Route => ({ kind: 'author', author, page })),
      ...feedsOf({ of: 'author', key: author }),
    ];
  }
}

function* listArchive(edition: Edition): Routes {
  for (const { entry: year } of edition.years()) yield routesOfYear(edition, year);
}

/** What programs ask for of the site as a whole. */
function* listForMachines(edition: Edition): Routes {
  yield (
    ['robots', 'llms', 'opml', 'news-sitemap', 'sitemap-index', 'manifest', 'open-search'] as const
  ).map((kind): Route => ({ kind }));
  yield [...feedsOf({ of: 'site' }), { kind: 'card', subject: { of: 'site' } }];
  yield sitemapsOf(edition).map(({ route }) => route);
}

function feedsOf(subject: FeedSubject): readonly Route[] {
  return feedFormats.map((format): Route => ({ kind: 'feed', subject, format }));
}
