import {
  closeSync,
  mkdtempSync,
  openSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Libsql from 'libsql';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Database, openDatabase, openFilled } from '@/lib/store/database';
import { article, createNewsroom, NOON, slugsOf } from './newsroom';

function temporaryFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'database-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'store.sqlite');
}

const keep = (database: Database, key: string) =>
  database.run('keepSetting', { key, value: 'x'.repeat(2000) });
const has = (database: Database, key: string) =>
  database.find('findSetting', { key }) !== undefined;

describe('a database', () => {
  test('remembers what it was told when it is opened again', async () => {
    const file = temporaryFile();
    const before = openDatabase(file);
    keep(before, 'a');
    before.close();
    const after = openDatabase(file);
    expect(has(after, 'a')).toBe(true);
    after.close();
  });

  test('keeps nothing of a transaction that throws, and goes on', async () => {
    const database = openDatabase(':memory:');
    const work = () => {
      keep(database, 'a');
      throw new Error('stopped half way');
    };
    expect(() => database.transaction(work)).toThrow('stopped half way');
    expect(has(database, 'a')).toBe(false);
    database.transaction(() => keep(database, 'b'));
    expect(has(database, 'b')).toBe(true);
    database.close();
  });

  test('says which column holds something else than asked for', async () => {
    const database = openDatabase(':memory:');
    keep(database, 'a');
    const row = database.find('findSetting', { key: 'a' });
    expect(() => row?.number('value')).toThrow('column value holds no number');
    expect(() => row?.text('nothing')).toThrow('column nothing holds no text');
    database.close();
  });
});

describe('a store.sqlite that is not ours is built again from the content:', () => {
  const damages: readonly (readonly [what: string, damage: (file: string) => void])[] = [
    [
      'no database at all',
      (file) => writeFileSync(file, 'Đây không phải cơ sở dữ liệu. '.repeat(99)),
    ],
    ['an empty file', (file) => writeFileSync(file, '')],
    ['one that was cut off', (file) => truncateSync(file, 20_000)],
    ['one with other bytes in the middle', (file) => overwrite(file)],
    [
      'another program’s, with the first number of a version',
      (file) => {
        rmSync(file);
        const foreign = new Libsql(file);
        foreign.exec('create table article (x); pragma user_version = 1');
        foreign.close();
      },
    ],
  ];

  test.each(damages)('%s', async (_what, damage) => {
    const newsroom = createNewsroom(
      Object.fromEntries(
        Array.from({ length: 40 }, (_, n) => [
          `articles/a-${n}.md`,
          article({}, 'Chữ. '.repeat(200)),
        ]),
      ),
    );
    (await newsroom.open()).close();
    damage(join(newsroom.dataDirectory, 'store.sqlite'));
    const edition = (await newsroom.open()).edition(NOON);
    expect(edition.listAll(1)?.total).toBe(40);
    expect(slugsOf(edition.listAll(2))).toHaveLength(20);
    expect((await edition.readBody('a-7'))?.html).toContain('Chữ.');
  });

  test('and what was last good before the damage lives on, as far as it can be read', async () => {
    const file = temporaryFile();
    const before = openDatabase(file);
    before.run('keepLastGood', { path: 'a.md', contents: '{}', gone_at: null });
    before.close();
    let fillings = 0;
    const damaged = Object.assign(new Error('malformed'), { code: 'SQLITE_CORRUPT' });
    const { database } = await openFilled(file, async () => {
      fillings += 1;
      if (fillings === 1) throw damaged;
    });
    expect(database.find('findLastGood', { path: 'a.md' })?.text('contents')).toBe('{}');
    database.close();
  });

  test('what else goes wrong while it is filled is not taken for damage', async () => {
    const fill = () => Promise.reject(new Error('no such folder'));
    await expect(openFilled(temporaryFile(), fill)).rejects.toThrow('no such folder');
  });
});

function overwrite(file: string): void {
  const descriptor = openSync(file, 'r+');
  for (let page = 1; page < 12; page += 1) {
    writeSync(descriptor, Buffer.alloc(4000, 0xab), 0, 4000, page * 4096);
  }
  closeSync(descriptor);
}
