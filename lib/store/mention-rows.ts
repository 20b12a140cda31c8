import type { Mention } from '../content/mentions';
import type { Database, Row } from './database';

/** Keeps what a file, or its body, says that is judged beside the other files. */
export function keepMentions(
  database: Database,
  file: string,
  mentions: readonly Mention[],
  isOfBody: boolean,
): void {
  for (const { kind, target, line, column } of mentions) {
    const of_body = isOfBody ? 1 : 0;
    database.run('addMention', { file, kind, target, line, column, of_body });
  }
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
