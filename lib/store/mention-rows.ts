import type { Mention } from '../content/mentions';
import { slug as slugOf } from '../vietnamese/slug';
import type { Database, Row } from './database';
import { seriesKey } from './list-names';

/** Keeps what a file, or its body, says that is judged beside the other files. */
export function keepMentions(
  database: Database,
  file: string,
  mentions: readonly Mention[],
  isOfBody: boolean,
): void {
  for (const { kind, target, line, column } of mentions) {
    const of_body = isOfBody ? 1 : 0;
    const kin = kinOf({ kind, target }) ?? null;
    database.run('addMention', { file, kind, target, line, column, of_body, kin });
  }
}

/**
 * What a mention is judged beside: tags that share an address, claims of one part of a series, of
 * one old address. Undefined for one that is judged by itself.
 * @example kinOf({ kind: 'tag', target: 'Kỷ luật' }) // 'tag:ky-luat'
 */
export function kinOf({ kind, target }: Pick<Mention, 'kind' | 'target'>): string | undefined {
  switch (kind) {
    case 'tag':
      return `tag:${slugOf(target)}`;
    case 'series': {
      const { part, name } = placeInSeries(target);
      return `series:${part} ${seriesKey(name)}`;
    }
    case 'alias':
      return `alias:${target}`;
    case 'link':
    case 'picture':
    case 'day':
      return undefined;
  }
}

/** Part and name of a mention of a series. @example placeInSeries('2 Cảng mới') // { part: '2', name: 'Cảng mới' } */
export function placeInSeries(target: string): { readonly part: string; readonly name: string } {
  const blank = target.indexOf(' ');
  return { part: target.slice(0, blank), name: target.slice(blank + 1) };
}

/** A mention with the file that makes it. */
export type FiledMention = Mention & { readonly file: string };

/** The mention that a row holds. */
export function mentionOf(row: Row): FiledMention {
  return {
    file: row.text('file'),
    kind: row.text('kind') as Mention['kind'],
    target: row.text('target'),
    line: row.number('line'),
    column: row.number('column'),
  };
}
