import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createAnnouncementLog } from '@/lib/server/announcing/announcement-log';
import { startAnnouncer } from '@/lib/server/announcing/announcer';
import { createIndexNow } from '@/lib/server/announcing/index-now';
import { paths } from '@/lib/site/routes';
import { article, createNewsroom } from '../../store/newsroom';
import { eventually, listenFarAway } from './far-away';

const pace = { settleMs: 10, limitMs: 10_000, firstPauseMs: 50, longestPauseMs: 100 };

test('more than 10,000 addresses are told in requests of at most as many, each address once', async () => {
  const engine = await listenFarAway();
  const newsroom = createNewsroom({ 'articles/tin.md': article() });
  const store = await newsroom.open();
  const many = Array.from({ length: 23_456 }, (_, n) => paths.article(`bai-${n}`));
  const indexNow = createIndexNow('https://vi-du.vn', {
    ...{ key: 'khoa-cua-bao', endpoint: engine.origin },
  });
  const { dataDirectory } = newsroom;
  const file = join(dataDirectory, 'announcements.jsonl');
  const said: string[] = [];
  const announcer = startAnnouncer({
    ...{ store, dataDirectory, pace, announcements: createAnnouncementLog(file) },
    recipient: { ...indexNow, changedSince: () => many },
    log: (line) => said.push(line),
    logFailure: () => undefined,
  });
  onTestFinished(announcer.close);
  await eventually(() => readFileSync(join(dataDirectory, 'announced-indexnow.json')));
  newsroom.write('articles/moi.md', article());
  await store.sync();
  announcer.noted();
  await eventually(() => expect(said).toHaveLength(1));
  const lists = engine.sent.map(({ body }) => JSON.parse(body).urlList as readonly string[]);
  expect(lists.map(({ length }) => length)).toEqual([10_000, 10_000, 3_456]);
  expect(lists.flat()).toEqual(many.map((path) => `https://vi-du.vn${path}`));
  const [first] = readFileSync(file, 'utf8').split('\n');
  const line = JSON.parse(first ?? '');
  expect([line.count, line.addresses.length]).toEqual([10_000, 100]);
});
