type Fields = Readonly<Record<string, (value: unknown) => boolean>>;

const isText = (value: unknown) => typeof value === 'string' && value !== '';
const isAddress = (value: unknown) =>
  typeof value === 'string' && /^https?:\/\/[!-~]+$/.test(value) && URL.canParse(value);
const isInstant = (value: unknown) =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/.test(value) &&
  !Number.isNaN(Date.parse(value));
const listOf = (isOne: (value: unknown) => boolean) => (value: unknown) =>
  Array.isArray(value) && value.length > 0 && value.every(isOne);
const isAuthor = (value: unknown) => faultsIn(value, { name: isText, url: isAddress }).length === 0;

const feedFields: Fields = {
  version: (value) => value === 'https://jsonfeed.org/version/1.1',
  title: isText,
  home_page_url: isAddress,
  feed_url: isAddress,
  description: isText,
  language: (value) => value === 'vi',
  authors: listOf(isAuthor),
  items: Array.isArray,
};

const itemFields: Fields = {
  id: isText,
  url: isAddress,
  title: isText,
  content_html: (value) => typeof value === 'string',
  summary: isText,
  date_published: isInstant,
  date_modified: isInstant,
  tags: listOf(isText),
};

const isHub = (value: unknown) => faultsIn(value, { type: isText, url: isAddress }).length === 0;

/**
 * What is wrong with a JSON Feed: fields that are missing, of another kind, or not in the
 * specification.
 * @see https://www.jsonfeed.org/version/1.1/
 */
export function faultsOfJsonFeed(text: string): readonly string[] {
  const feed: unknown = JSON.parse(text);
  const items = (feed as { items?: readonly unknown[] }).items ?? [];
  const ids = items.map((item) => (item as { id?: unknown }).id);
  return [
    ...faultsIn(feed, feedFields, { hubs: listOf(isHub) }),
    ...items.flatMap((item, index) =>
      faultsIn(item, itemFields, { image: isAddress, authors: listOf(isAuthor) }).map(
        (fault) => `items[${index}].${fault}`,
      ),
    ),
    ...(new Set(ids).size === ids.length ? [] : ['an id stands twice']),
  ];
}

function faultsIn(value: unknown, required: Fields, optional: Fields = {}): readonly string[] {
  if (typeof value !== 'object' || value === null) return ['is no object'];
  const known: Fields = { ...required, ...optional };
  const found = Object.entries(value);
  return [
    ...Object.keys(required).filter((name) => !(name in value)),
    ...found.filter(([name, field]) => known[name]?.(field) !== true).map(([name]) => name),
  ];
}
