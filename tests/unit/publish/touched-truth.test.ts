import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { listPages } from '@/lib/publish/addresses';
import { resolve } from '@/lib/publish/resolve';
import { goneAmong, touchedSince } from '@/lib/publish/touched';
import { matchRoute, type Path, pathOf, type Route } from '@/lib/site/routes';
import { topicsOf, topicsOfMissing } from '@/lib/site/topics';
import { closeStore, openStore } from '@/lib/store/open-store';
import type { Store } from '@/lib/store/store';
import { createEditedNewsroom } from '../../e2e/edited-newsroom';
import { configurationWith } from '../configuration';
import { renderMissing, renderRoute } from './every-page';

// A request of Next.js, which pages wait for before they ask for anything.
vi.mock('next/server', () => ({ connection: async () => undefined }));

/** Every kind of edit once, and a year. */
const STEPS = 40;

/** What stands at each address: its HTML, or that nothing does. */
type Print = ReadonlyMap<Path | 'missing', string | undefined>;

test('whatever editors and the clock do, no page changes that has no touched topic, and few are touched for nothing', async () => {
  const root = mkdtempSync(join(tmpdir(), 'touched-'));
  onTestFinished(async () => {
    await closeStore();
    rmSync(root, { recursive: true });
  });
  const newsroom = createEditedNewsroom(join(root, 'content'), 20_201_224);
  const store = await openStore({
    configuration: configurationWith({
      contentDirectory: join(root, 'content'),
      dataDirectory: join(root, 'data'),
    }),
    now: newsroom.now,
    rulesVersion: 'test',
    report: () => undefined,
  });
  const known = new Set<Path>(['/' as Path]);
  let right = { position: store.position(), moment: store.now() };
  let print = await printAll(store, known);
  let [touchedPages, changedPages, everything] = [0, 0, 0];

  for (let step = 0; step < STEPS; step += 1) {
    const edit = newsroom.edit();
    await store.sync();
    const now = store.now();
    const touched = touchedSince(store, right, now);
    const changes = store.changesSince(right.position) ?? [];
    right = { position: store.position(), moment: now };
    const next = await printAll(store, known);
    if (touched) {
      const gone = new Set(goneAmong(store, now, touched, changes));
      for (const [path, html] of print) {
        const topics = path === 'missing' ? topicsOfMissing : topicsOf(routeOf(path));
        const isTouched = topics.some((topic) => touched.has(topic));
        const hasChanged = next.get(path) !== html;
        const at = `step ${step}, ${edit}: ${path}`;
        if (hasChanged) expect(isTouched, at).toBe(true);
        if (path !== 'missing' && html !== undefined) {
          const isGone = resolve(store, store.edition(now), path).kind !== 'document';
          if (isGone && hasChanged) expect(gone.has(path), `${at} is gone`).toBe(true);
          if (gone.has(path)) expect(isGone, `${at} is there`).toBe(true);
        }
        touchedPages += isTouched ? 1 : 0;
        changedPages += hasChanged ? 1 : 0;
      }
    } else everything += 1;
    print = next;
  }
  // Much of what is touched has changed, and hardly an edit touches everything.
  expect(touchedPages).toBeLessThan(4 * changedPages);
  expect(everything).toBeLessThan(STEPS / 4);
}, 300_000);

/** Draws every page that there is or was: all that one can come to from the first. */
async function printAll(store: Store, known: Set<Path>): Promise<Print> {
  const print = new Map<Path | 'missing', string | undefined>([['missing', await renderMissing()]]);
  const edition = store.edition(store.now());
  for (const { route } of [...listPages(store, edition)].flat()) known.add(pathOf(route));
  for (const path of known) {
    const { kind } = resolve(store, edition, path);
    const isPage = kind === 'document' || kind === 'withdrawn';
    const html = isPage ? await renderRoute(routeOf(path)) : undefined;
    print.set(path, html);
    // The set grows while it is walked through.
    for (const [, found = ''] of html?.matchAll(/href="(\/[^"]*)"/g) ?? [])
      if (matchRoute(found)) known.add(found as Path);
  }
  return print;
}

function routeOf(path: Path): Route {
  const route = matchRoute(path);
  if (!route) throw new Error(`${path} is no address`);
  return route;
}
