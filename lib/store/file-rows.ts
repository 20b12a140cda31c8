import { slugOfFile } from '../content/article';
import type { Problem } from '../content/problems/problems';
import { type ContentWriting, putContents, removeContents, takeAddress } from './content-rows';
import type { ContentFile, FileKind } from './content-tree';
import type { FileContents, FileReading } from './file-reading';
import { keepLastGood, noteLastGood } from './last-good';
import { keepMentions } from './mention-rows';

/**
 * Writes what a file says, in place of what it held before. A file with an error changes nothing
 * but its problems: what it held when it was last good stays.
 * @returns the problems of the file, those of a rendered body too
 */
export function putFile(
  writing: ContentWriting,
  { path, kind, signature }: ContentFile,
  reading: FileReading,
): readonly Problem[] {
  const { database } = writing;
  const claim = reading.ok ? takeAddress(writing, path, reading.contents) : undefined;
  database.run('removeMentions', { file: path });
  if (reading.ok && !claim) {
    putContents(writing, path, reading.contents);
    keepMentions(database, path, reading.mentions, false);
    const { contents } = reading;
    if (kind === 'article') database.run('forgetLastGood', { path });
    else database.run('keepLastGood', { path, contents: JSON.stringify(contents), gone_at: null });
    if ('rendered' in contents && contents.kind !== 'article')
      keepMentions(database, path, contents.rendered.mentions, true);
  } else keepLastGood(writing, path, kind);
  const ofFile = claim ? [...reading.problems, claim] : reading.problems;
  const ofBody = reading.ok && !claim ? bodyProblems(reading.contents) : [];
  // Those of an article stand with its body, which may be rendered later.
  const kept = kind === 'article' ? ofFile : [...ofFile, ...ofBody];
  const problems = JSON.stringify(kept);
  database.run('keepFile', { path, kind, signature, problems, slug: slugOfFile(path) });
  return [...ofFile, ...ofBody];
}

/** Takes out what a file held. */
export function removeFile({ database, now }: ContentWriting, path: string, kind: FileKind): void {
  database.run('forgetLastGood', { path });
  if (kind === 'article') noteLastGood(database, path, now);
  removeContents(database, path, kind);
  database.run('removeMentions', { file: path });
  database.run('removeFile', { path });
}

function bodyProblems(contents: FileContents): readonly Problem[] {
  return 'rendered' in contents ? (contents.rendered?.problems ?? []) : [];
}
