import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createAnnouncementLog } from '@/lib/server/announcing/announcement-log';
import { paths } from '@/lib/site/routes';

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'announcements-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

const linesOf = (file: string) =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

test('a log that has grown too large keeps its newer half, in whole lines and in their order', async () => {
  const folder = newFolder();
  const file = join(folder, 'announcements.jsonl');
  const log = createAnnouncementLog(file, 4_000);
  for (let n = 0; n < 100; n += 1) {
    await log.add({
      at: n,
      to: 'https://hub.vn/',
      addresses: [paths.article(`bai-${n}`)],
      status: 204,
    });
    expect(statSync(file).size).toBeLessThanOrEqual(4_000);
  }
  const kept = linesOf(file).map(({ at }) => Date.parse(at));
  expect(kept.at(-1)).toBe(99);
  expect(kept).toEqual(Array.from(kept, (_, index) => 100 - kept.length + index));
  expect(kept.length).toBeGreaterThan(10);
  expect(readdirSync(folder)).toEqual(['announcements.jsonl']);
});

test('lines that are added at once do not run into each other', async () => {
  const file = join(newFolder(), 'announcements.jsonl');
  const log = createAnnouncementLog(file, 4_000);
  await Promise.all(
    Array.from({ length: 60 }, (_, n) =>
      log.add({ at: n, to: 'https://hub.vn/', addresses: [], error: 'ECONNREFUSED' }),
    ),
  );
  expect(linesOf(file).at(-1)).toEqual({
    ...{ at: new Date(59).toISOString(), to: 'https://hub.vn/', error: 'ECONNREFUSED' },
    ...{ count: 0, addresses: [] },
  });
});
