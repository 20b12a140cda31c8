import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeProblem } from '@/lib/content/problems/problems';
import { findObstacle } from '@/lib/store/obstacles';
import { createNewsroom, siteFile } from './newsroom';

function folders() {
  const { directory, dataDirectory } = createNewsroom({ 'site.yaml': siteFile() });
  return { contentDirectory: directory, dataDirectory };
}

test('nothing is in the way of a folder that can be read, and the data folder is made', () => {
  const { contentDirectory, dataDirectory } = folders();
  const inner = join(dataDirectory, 'mot', 'hai');
  expect(findObstacle({ contentDirectory, dataDirectory: inner })).toBeUndefined();
  expect(existsSync(inner)).toBe(true);
});

test('a content folder that is not there is named', () => {
  const { contentDirectory, dataDirectory } = folders();
  const missing = join(contentDirectory, 'khong-co');
  expect(findObstacle({ contentDirectory: missing, dataDirectory })).toBe(
    describeProblem('content-unreadable', missing, 'ENOENT'),
  );
});

test('a data folder that cannot be made is named', () => {
  const { contentDirectory } = folders();
  const dataDirectory = join(contentDirectory, 'site.yaml');
  expect(findObstacle({ contentDirectory, dataDirectory })).toBe(
    describeProblem('data-unwritable', dataDirectory, 'EEXIST'),
  );
});
