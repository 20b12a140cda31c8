import { describedKeys, kindsOfFile } from './json-schema';
import { type KindOfFile, keyColumns } from './key-words';

/** Line that begins the table of a kind of file in the editors' handbook; nobody sees it on a page. */
const begin = (kind: KindOfFile) => `<!-- npm run schemas: ${kind} -->`;
const end = '<!-- / -->';

/**
 * The editors' handbook with the tables of all keys made anew between their marks.
 * @throws when the marks of a kind are not there
 */
export function renewKeyTables(handbook: string): string {
  return kindsOfFile.reduce((text, kind) => {
    const start = text.indexOf(begin(kind));
    const stop = text.indexOf(end, start);
    if (start === -1 || stop === -1) throw new Error(`The handbook has no place for ${kind}`);
    const table = `${begin(kind)}\n\n${formatKeyTable(kind)}\n`;
    return text.slice(0, start) + table + text.slice(stop);
  }, handbook);
}

function formatKeyTable(kind: KindOfFile): string {
  const rows = describedKeys(kind).map(({ path, isRequired, meaning, example }) => {
    const shown = example === undefined ? '' : `\`${example}\``;
    return `| \`${path}\` | ${isRequired ? '✓' : ''} | ${meaning} | ${shown} |\n`;
  });
  return `| ${keyColumns.join(' | ')} |\n| --- | :-: | --- | --- |\n${rows.join('')}`;
}
