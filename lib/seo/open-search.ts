import { paths } from '../site/routes';
import { searchParameters } from '../site/search-address';
import { strings } from '../site/strings';
import type { Publication } from './metadata';
import { escapeXml } from './xml';

/** The longest that the specification allows, in characters. */
const longest = { shortName: 16, longName: 48, description: 1024 } as const;

/**
 * Tells browsers how this site is searched, so that they may offer it beside other searches.
 * @returns a document of XML
 * @see https://github.com/dewitt/opensearch/blob/master/opensearch-1-1-draft-6.md
 */
export function openSearch({ site, siteUrl }: Publication): string {
  const template = `${siteUrl}${paths.search()}?${searchParameters.text}={searchTerms}`;
  const texts = [
    ['ShortName', cutAtWord(site.name, longest.shortName)],
    ['LongName', cutAtWord(site.name, longest.longName)],
    ['Description', cutAtWord(strings.searchOf(site.name), longest.description)],
    ['InputEncoding', 'UTF-8'],
    ['Language', 'vi'],
  ] as const;
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
${texts.map(([name, text]) => `  <${name}>${escapeXml(text)}</${name}>\n`).join('')}\
  <Image width="32" height="32" type="image/x-icon">${escapeXml(`${siteUrl}/favicon.ico`)}</Image>
  <Url type="text/html" template="${escapeXml(template)}"/>
</OpenSearchDescription>
`;
}

/** As many whole words as there is room for; of a word that is too long itself, its beginning. */
function cutAtWord(text: string, room: number): string {
  const characters = [...text.trim()];
  if (characters.length <= room) return characters.join('');
  const cut = characters.slice(0, room + 1).join('');
  return [...cut.replace(/\s+\S*$/, '')].slice(0, room).join('');
}
