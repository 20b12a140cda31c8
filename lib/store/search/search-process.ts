import { positionOf } from '../changes';
import { openForReading } from '../database';
import { createDirectories } from '../directories';
import { loadNewsroom } from '../load-newsroom';
import { findNames, type KnownName, namesOf } from './names';
import type { Asked, Question, Reply, SearchSetup } from './protocol';
import { searchArticles, suggest } from './search';
import type { SearchSource } from './source';

const { file, contentDirectory }: SearchSetup = JSON.parse(process.argv[2] ?? '');
const database = openForReading(file);
const send = (reply: Reply) => process.send?.(reply);

process.on('message', ({ id, question }: Asked) => {
  try {
    send({ kind: 'answer', id, found: answer(question) });
  } catch (cause) {
    send({ kind: 'failure', id, message: cause instanceof Error ? `${cause.stack}` : `${cause}` });
  }
});
// Whoever asks is gone, however.
process.on('disconnect', () => process.exit());
send({ kind: 'ready' });

function answer(question: Question): unknown {
  const source = sourceAt(question.now);
  return question.kind === 'search'
    ? searchArticles(source, question.request)
    : suggest(source, question.text);
}

/** Names that lead to articles, as long as they are true. */
interface NamesThen {
  readonly key: string;
  readonly timeZone: string;
  readonly names: readonly KnownName[];
}

let then: NamesThen | undefined;

/** Names are gathered from all lists: anew when content has changed, and each minute for the clock. */
function sourceAt(now: number): SearchSource {
  const { epoch, version } = positionOf(database);
  const key = `${epoch} ${version} ${Math.floor(now / 60_000)}`;
  if (then?.key !== key) {
    const newsroom = loadNewsroom(database, contentDirectory);
    const names = namesOf(createDirectories(database, newsroom, now));
    then = { key, timeZone: newsroom.site.timeZone, names };
  }
  const { timeZone, names } = then;
  return { database, now, timeZone, names: (query, limit) => findNames(names, query, limit) };
}
