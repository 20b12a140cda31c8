import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Problem } from '@/lib/content/problems/problems';
import { createStore, type Store } from '@/lib/store/store';
import { configurationWith } from '../configuration';

/** Noon of a day on which everything that these tests call past is past. */
export const NOON = Date.parse('2026-11-24T12:00:00+07:00');

/** A content folder and a data folder on disk, and stores opened on them. */
export interface TestNewsroom {
  readonly directory: string;
  readonly dataDirectory: string;
  readonly write: (path: string, text: string) => void;
  readonly remove: (path: string) => void;
  readonly move: (from: string, to: string) => void;
  readonly open: (options?: OpenOptions) => Promise<Store>;
}

/** How a store is opened. */
interface OpenOptions {
  readonly now?: () => number;
  readonly rulesVersion?: string;
  readonly isPreview?: boolean;
  readonly report?: (problems: readonly Problem[]) => void;
  readonly onProgress?: (done: number, total: number) => void;
  /** Another folder of content than the newsroom's own. */
  readonly contentDirectory?: string;
}

/** Makes a newsroom from files, gone again when the test has finished. */
export function createNewsroom(files: Readonly<Record<string, string>> = {}): TestNewsroom {
  const root = mkdtempSync(join(tmpdir(), 'newsroom-'));
  const directory = join(root, 'content');
  const dataDirectory = join(root, 'data');
  const opened: Store[] = [];
  mkdirSync(directory);
  onTestFinished(() => {
    for (const store of opened) store.close();
    rmSync(root, { recursive: true });
  });
  const placeFor = (path: string) => {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    return join(directory, path);
  };
  const write = (path: string, text: string) => writeFileSync(placeFor(path), text);
  for (const [path, text] of Object.entries(files)) write(path, text);
  return {
    directory,
    dataDirectory,
    write,
    remove: (path) => rmSync(join(directory, path), { recursive: true }),
    move: (from, to) => renameSync(join(directory, from), placeFor(to)),
    open: async ({
      now = () => NOON,
      rulesVersion = 'test',
      isPreview = false,
      report = () => undefined,
      onProgress,
      contentDirectory = directory,
    } = {}) => {
      const store = await createStore({
        configuration: configurationWith({
          contentDirectory,
          dataDirectory,
          siteUrl: 'https://vi-du.vn',
          indexable: true,
        }),
        now,
        rulesVersion,
        isPreview,
        report,
        ...(onProgress && { onProgress }),
      });
      opened.push(store);
      return store;
    },
  };
}

/** The text of an article's file: what every article needs, with `front` in place or beside it. */
export function article(front: Readonly<Record<string, unknown>> = {}, body = 'Thân bài.'): string {
  return markdown(
    { title: 'Tin', date: '2026-11-01', description: 'Sapo.', section: 'thoi-su', ...front },
    body,
  );
}

/** The text of a Markdown file. JSON is YAML, so that values need no writing of their own. */
export function markdown(front: Readonly<Record<string, unknown>>, body = ''): string {
  return `---\n${yaml(front)}---\n\n${body}\n`;
}

/** The text of `site.yaml`. */
export function siteFile(front: Readonly<Record<string, unknown>> = {}): string {
  return yaml({
    name: 'Báo Thử',
    sections: [
      { key: 'thoi-su', name: 'Thời sự' },
      { key: 'doi-song', name: 'Đời sống' },
    ],
    ...front,
  });
}

function yaml(front: Readonly<Record<string, unknown>>): string {
  return Object.entries(front)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
    .join('');
}

/** Slugs of a list page, or undefined when there is none. */
export function slugsOf(
  page: { readonly articles: readonly { readonly slug: string }[] } | undefined,
): readonly string[] | undefined {
  return page?.articles.map(({ slug }) => slug);
}

/** A picture of 300 × 257 pixels, as far as its beginning (GIF 89a §17–18). */
export const GIF = 'GIF89a,\u0001\u0001\u0001\0\0\0';

/** What an article that broke looks like: its front matter is never closed. */
export const BROKEN = '---\ntitle: Tin\n';
