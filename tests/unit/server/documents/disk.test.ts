import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Path, paths } from '@/lib/site/routes';
import { article, createNewsroom, siteFile } from '../../store/newsroom';
import { type House, openHouse, startHouse } from './printing-house';

const MEGABYTE = 1_048_576;
const EMBARGO_ENDS = Date.parse('2026-12-01T08:00:00+07:00');
const files = {
  'site.yaml': siteFile(),
  'articles/cang.md': article({ title: 'Cảng', date: '2026-11-03', tags: ['Kỳ Anh'] }),
  'articles/cau.md': article({ title: 'Cầu', date: '2026-11-02', section: 'doi-song' }),
  'articles/cam.md': article({ title: 'Cấm', date: '2026-12-01 08:00' }),
};
const front = paths.front();
const cang = paths.article('cang');
const section = paths.section('doi-song');
const options = { files, diskBytes: MEGABYTE };

const open = (own: object = {}): Promise<House> => openHouse({ ...options, ...own });
const edited = (title: string) => article({ title, date: '2026-11-03', tags: ['Kỳ Anh'] });
const fileIn = ({ folder }: House, name: string) => join(folder, name);
const isThere = (house: House, name: string) => existsSync(fileIn(house, name));
const pageIn = (house: House, name: string) => readFileSync(fileIn(house, name), 'utf8');

/** Everything that a server of files would find under the folder in service, in bytes. */
const bytesIn = ({ folder }: House) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);

/** Asks, and waits until what was printed lies on the disk. */
async function fill(house: House, ...asked: readonly Path[]) {
  for (const path of asked) await house.ask(path);
  const name = (path: Path) => (path === front ? 'index.html' : `${path.slice(1)}.html`);
  await expect
    .poll(() => [asked.every((path) => isThere(house, name(path))), house.said])
    .toEqual([true, []]);
  expect(house.said).toEqual([]);
}

describe('after a restart', () => {
  test('documents come from the disk as they were', async () => {
    const house = await open();
    await fill(house, front, cang);
    const before = (await house.ask(cang)).document;
    const again = await house.restart();
    const { document, origin } = await again.ask(cang);
    expect(origin).toBe('disk');
    expect({ ...document, took: undefined }).toEqual({ ...before, took: undefined });
    expect((await again.ask(cang)).origin).toBe('memory');
    expect(again.drawn).toEqual([]);
  });

  test('what changed meanwhile is made new, and nothing else', async () => {
    const house = await open();
    await fill(house, front, cang, section);
    await house.close();
    house.newsroom.write('articles/cang.md', edited('Cảng mới'));
    const again = await house.restart();
    expect(isThere(again, 'bai-viet/cang.html')).toBe(false);
    expect(await again.textOf(cang)).toBe('Cảng mới');
    expect(await again.textOf(front)).toBe('Cảng mới, Cầu');
    expect((await again.ask(section)).origin).toBe('disk');
  });

  test('what the clock has changed meanwhile is made new', async () => {
    const house = await open();
    await fill(house, front, section);
    await house.close();
    const directory = join(house.newsroom.dataDirectory, 'documents');
    const right = join(directory, readlinkSync(join(directory, 'current')), '.right.json');
    // As if the server had stopped before the end of an embargo that is long over.
    house.newsroom.write('articles/cau.md', files['articles/cau.md']);
    const { position } = JSON.parse(readFileSync(right, 'utf8'));
    const before = Date.parse('2026-11-02T00:00:00+07:00') - 1;
    writeFileSync(right, JSON.stringify({ position, moment: before }));
    const again = await house.restart();
    expect((await again.ask(front)).origin).toBe('rendered');
  });

  test.each([
    ['says nothing of itself', (file: string) => rmSync(file)],
    ['says what nobody understands', (file: string) => writeFileSync(file, '{')],
  ])('a folder that %s is taken for empty', async (_what, spoil) => {
    const house = await open();
    await fill(house, front);
    await house.close();
    spoil(fileIn(house, '.right.json'));
    const again = await house.restart();
    expect((await again.ask(front)).origin).toBe('rendered');
  });

  test('by another build nothing of the old one is served, and it goes away', async () => {
    const house = await open();
    await fill(house, front);
    await house.close();
    const directory = join(house.newsroom.dataDirectory, 'documents');
    const old = readlinkSync(join(directory, 'current'));
    const again = await house.restart({ madeFrom: 'bản dựng 2' });
    expect(readlinkSync(join(directory, 'current'))).not.toBe(old);
    expect(isThere(again, 'index.html')).toBe(false);
    expect((await again.ask(front)).origin).toBe('rendered');
    await again.close();
    // A server of the old build may run for a while; after an hour none does.
    expect(existsSync(join(directory, old))).toBe(true);
    for (const path of [join(directory, old, '.right.json'), join(directory, old)])
      utimesSync(path, 1_700_000_000, 1_700_000_000);
    await (await again.restart()).close();
    expect(existsSync(join(directory, old))).toBe(false);
  });
});

describe('a change of content', () => {
  test('puts the new page where servers of files find it', async () => {
    const house = await open();
    await fill(house, front, cang);
    await house.edit('articles/cang.md', edited('Cảng mới'));
    await house.documents.catchUp();
    expect(pageIn(house, 'bai-viet/cang.html')).toContain('Cảng mới');
    expect(pageIn(house, 'index.html')).toContain('Cảng mới');
    expect(isThere(house, 'index.html.old')).toBe(false);
  });

  test('prints again what only servers of files were asked for', async () => {
    const house = await open();
    await fill(house, front, section, paths.tag('ky-anh'));
    const again = await house.restart();
    await again.edit('articles/cang.md', edited('Cảng mới'));
    await again.documents.catchUp();
    expect(again.drawn).toEqual(expect.arrayContaining([front, '/chu-de/ky-anh', cang]));
    expect(pageIn(again, 'index.html')).toContain('Cảng mới');
    expect(again.drawn).not.toContain(section);
  });

  test('takes away at once what readers may not see any more', async () => {
    const house = await open();
    await fill(house, cang);
    const reason = { date: '2026-11-24', reason: 'Sai.' };
    await house.edit('articles/cang.md', article({ title: 'Cảng', withdrawn: reason }));
    await house.documents.catchUp();
    expect(readdirSync(fileIn(house, 'bai-viet'))).toEqual([]);
  });

  test('that leaves the bytes of a page leaves its file', async () => {
    const house = await open();
    await fill(house, front);
    const before = statSync(fileIn(house, 'index.html'));
    house.setClock(house.store.now() + 60_000);
    const same = { title: 'Cảng', date: '2026-11-03', tags: ['Kỳ Anh'], description: 'Khác.' };
    await house.edit('articles/cang.md', article(same));
    const { printed } = await house.documents.catchUp();
    expect(printed).toContain(front);
    const { ino, mtimeMs } = statSync(fileIn(house, 'index.html'));
    expect({ ino, mtimeMs }).toEqual({ ino: before.ino, mtimeMs: before.mtimeMs });
  });

  test('of everything empties the generation, and prints again what readers ask for', async () => {
    const house = await open();
    await fill(house, front, section);
    const directory = join(house.newsroom.dataDirectory, 'documents');
    const generation = join(directory, readlinkSync(join(directory, 'current')));
    writeFileSync(join(generation, 'nobody-asks.html'), '');
    await house.edit('site.yaml', siteFile({ name: 'Báo Khác' }));
    await house.documents.catchUp();
    expect(existsSync(join(generation, 'nobody-asks.html'))).toBe(false);
    expect(isThere(house, 'index.html')).toBe(true);
    await house.close();
    expect(readdirSync(directory)).toHaveLength(2);
  });
});

test('at the end of an embargo the old pages are gone, and the new ones come unasked', async () => {
  const house = await open();
  await fill(house, front, section);
  house.setClock(EMBARGO_ENDS);
  expect(house.documents.find(front)).toBeUndefined();
  await expect.poll(() => isThere(house, 'bai-viet/cam.html')).toBe(true);
  await expect.poll(() => isThere(house, 'index.html')).toBe(true);
  expect(pageIn(house, 'index.html')).toContain('Cấm');
});

test('a page that cannot be printed is answered as it was, after a restart too', async () => {
  const house = await open();
  await fill(house, cang);
  await house.close();
  house.newsroom.write('articles/cang.md', edited('Cảng mới'));
  const again = await house.restart();
  again.broken.add(cang);
  expect(await again.ask(cang)).toMatchObject({ origin: 'stale', document: { status: 200 } });
  expect(await again.textOf(cang)).toBe('Cảng');
  expect(isThere(again, 'bai-viet/cang.html')).toBe(false);
});

test('the disk is never much fuller than its limit, and the least used goes first', async () => {
  const probe = await open();
  await fill(probe, cang);
  const size = bytesIn(probe);
  const many = Object.fromEntries(
    Array.from({ length: 30 }, (_, n) => [`articles/b${n + 10}.md`, article({ title: 'Cảng' })]),
  );
  const house = await open({ files: { ...files, ...many }, diskBytes: size * 10 });
  await fill(house, cang);
  utimesSync(fileIn(house, 'bai-viet/cang.html'), 1_700_000_000, 1_700_000_000);
  for (const name of Object.keys(many)) {
    const path = paths.article(name.slice('articles/'.length, -'.md'.length));
    await house.ask(path);
    await house.documents.find(path);
  }
  await house.close();
  expect(bytesIn(house)).toBeLessThanOrEqual(size * 10);
  expect(bytesIn(house)).toBeGreaterThan(size * 6);
  expect(isThere(house, 'bai-viet/cang.html')).toBe(false);
  expect(isThere(house, 'bai-viet/b39.html')).toBe(true);
});

describe('a disk that cannot be written', () => {
  test('is told once, and readers get every page', async () => {
    const newsroom = createNewsroom(files);
    mkdirSync(newsroom.dataDirectory, { recursive: true });
    writeFileSync(join(newsroom.dataDirectory, 'documents'), 'một tệp, không phải thư mục');
    const house = await startHouse(options, newsroom, 'bản dựng 1');
    for (const path of [front, cang, section]) await house.ask(path);
    expect((await house.ask(front)).origin).toBe('memory');
    await house.edit('articles/cang.md', edited('Cảng mới'));
    await house.documents.catchUp();
    expect(await house.textOf(front)).toBe('Cảng mới, Cầu');
    expect(house.said).toHaveLength(1);
    expect(house.said[0]).toMatch(/^Không ghi được trang đã dựng vào đĩa \((EEXIST|ENOTDIR)\)/);
  });

  test('in the middle of its work is let go of, with what servers of files would send', async () => {
    const house = await open();
    await fill(house, front);
    rmSync(join(house.folder, 'index.html'));
    mkdirSync(join(house.folder, 'index.html'));
    const directory = join(house.newsroom.dataDirectory, 'documents');
    await house.edit('articles/cang.md', edited('Cảng mới'));
    await house.documents.catchUp();
    expect(await house.textOf(front)).toBe('Cảng mới, Cầu');
    expect(house.said).toHaveLength(1);
    expect(existsSync(join(directory, 'current'))).toBe(false);
  });
});

describe('two servers on one folder', () => {
  test('read what the other has printed, and both drop what changed', async () => {
    const one = await open();
    await fill(one, front, cang);
    const other = await startHouse(options, one.newsroom, 'bản dựng 1');
    expect((await other.ask(cang)).origin).toBe('disk');
    await one.edit('articles/cang.md', edited('Cảng mới'));
    await one.documents.catchUp();
    await other.documents.catchUp();
    expect(await one.textOf(cang)).toBe('Cảng mới');
    expect(await other.textOf(cang)).toBe('Cảng mới');
    const etags = await Promise.all([one, other].map((house) => house.ask(front)));
    expect(etags[0]?.document.representations.gzip?.etag).toBe(
      etags[1]?.document.representations.gzip?.etag,
    );
    expect(pageIn(one, 'bai-viet/cang.html')).toContain('Cảng mới');
  });

  test('of which one has not heard of a change yet keep nothing old', async () => {
    const one = await open();
    const other = await startHouse(options, one.newsroom, 'bản dựng 1');
    const go = other.hold('after', cang);
    const asked = other.ask(cang);
    await expect.poll(() => other.drawn).toEqual([cang]);
    await one.edit('articles/cang.md', edited('Cảng mới'));
    await one.documents.catchUp();
    go();
    await asked;
    expect(pageIn(one, 'bai-viet/cang.html')).toContain('Cảng mới');
    expect(await other.textOf(cang)).toBe('Cảng mới');
  });

  test('of two builds serve each its own, and the newer one is in service', async () => {
    const old = await open();
    await fill(old, front);
    const directory = join(old.newsroom.dataDirectory, 'documents');
    const fresh = await startHouse(options, old.newsroom, 'bản dựng 2');
    const inService = readlinkSync(join(directory, 'current'));
    expect((await fresh.ask(front)).origin).toBe('rendered');
    // Everything is new to both; the old one does not take the place of the newer.
    await old.edit('site.yaml', siteFile({ name: 'Báo Khác' }));
    await old.documents.catchUp();
    expect(readlinkSync(join(directory, 'current'))).toBe(inService);
  });
});
