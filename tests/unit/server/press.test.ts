import { describe, expect, test } from 'vitest';
import { createPress } from '@/lib/server/press';
import type { Render, Rendered } from '@/lib/server/renderer';
import { answerPages, paths } from '@/lib/site/routes';
import { NOON } from '../store/newsroom';
import { finish, linked } from './own-finish';

const page = (body: string, status = 200): Rendered => ({
  status,
  contentType: 'text/html; charset=utf-8',
  body: Buffer.from(body),
});
const failedPage = page('<h1>Trang này đang trục trặc</h1>');
const errorShell = page('<!DOCTYPE html><html id="__next_error__"><head></head></html>');

/** A press with pages by path, and what it reported. */
function pressOf(pages: Readonly<Record<string, Rendered | Error>>) {
  const reported: string[] = [];
  const render: Render = async (path) => {
    const rendered = pages[path] ?? new Error('no such page');
    if (rendered instanceof Error) throw rendered;
    return rendered;
  };
  const press = createPress(
    render,
    finish,
    (path) => reported.push(path),
    () => NOON + 999,
  );
  return { press, reported };
}

const textOf = (document: { representations: { identity: { body: Buffer } } }) =>
  document.representations.identity.body.toString();

describe('a page', () => {
  test('is finished, with the sources of its styles in its policy', async () => {
    const { press, reported } = pressOf({
      '/': page(`<head>${linked('p{}')}</head><p>a</p><script>x</script>`),
    });
    const document = await press.printPage(paths.front(), 200);
    expect(textOf(document)).toBe('<head><style>p{}</style></head><p>a</p>');
    expect(document).toMatchObject({
      status: 200,
      contentType: 'text/html; charset=utf-8',
      cacheControl: 'public, max-age=0, must-revalidate',
      path: '/',
      topics: ['site', 'latest:all', 'latest:1'],
      // In whole seconds, as its header is.
      lastModified: NOON,
      took: { render: expect.any(Number), compress: expect.any(Number) },
    });
    expect(document.contentSecurityPolicy).toBe(
      "default-src 'none'; script-src 'none'; style-src 'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y='; img-src 'self' data:; font-src 'self'; media-src 'self'; manifest-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(reported).toEqual([]);
  });

  test('that tells of a withdrawal has status 410', async () => {
    const { press } = pressOf({ '/bai-viet/a': page('<p>Đã rút.</p>') });
    const document = await press.printPage(paths.article('a'), 410);
    expect(document.status).toBe(410);
    expect(textOf(document)).toBe('<p>Đã rút.</p>');
  });

  test('that is no HTML keeps every byte', async () => {
    const body = '{"a":"<script>x</script><!-- y -->"}';
    const contentType = 'application/manifest+json';
    const { press } = pressOf({
      '/manifest.webmanifest': { status: 200, contentType, body: Buffer.from(body) },
    });
    const document = await press.printPage(paths.manifest(), 200);
    expect(textOf(document)).toBe(body);
    expect(document.contentType).toBe(contentType);
    expect(document.contentSecurityPolicy).toContain("style-src 'none'");
  });

  test('that writes about the mark of a failure is none', async () => {
    const body = '<p>Thẻ &lt;html id="__next_error__"> là của Next.js: __next_error__</p>';
    const { press } = pressOf({ '/': page(body) });
    expect((await press.printPage(paths.front(), 200)).status).toBe(200);
  });
});

test('the page for what is missing has status 404 and is kept for a minute', async () => {
  const { press } = pressOf({ [answerPages.missing]: page('<h1>Không có</h1>') });
  expect(await press.printMissing()).toMatchObject({
    status: 404,
    cacheControl: 'public, max-age=60',
  });
});

test('the page for who looks for too much is kept in memory by its status, and by nobody else', async () => {
  const { press } = pressOf({ [answerPages.busy]: page('<h1>Chưa tìm được</h1>') });
  const document = await press.printBusy();
  expect(document).toMatchObject({
    ...{ path: answerPages.busy, status: 429, cacheControl: 'no-store', topics: ['site'] },
  });
  expect(textOf(document)).toBe('<h1>Chưa tìm được</h1>');
});

describe('the page of a search', () => {
  const path = paths.search({ text: 'cảng', order: 'relevance', page: 1 });

  test('is finished, and kept by nobody', async () => {
    const { press } = pressOf({
      [path]: page(`<head>${linked('p{}')}</head><p>a</p><script>x</script>`),
    });
    const { heading, body, took } = await press.drawSearch(path);
    expect(body.toString()).toBe('<head><style>p{}</style></head><p>a</p>');
    expect(heading).toMatchObject({ status: 200, cacheControl: 'no-store', path });
    expect(took).toEqual({ render: expect.any(Number), finish: expect.any(Number) });
  });

  test('is our own page of a failure when it cannot be rendered', async () => {
    const { press, reported } = pressOf({ [answerPages.failed]: failedPage });
    const { heading, body } = await press.drawSearch(path);
    expect(heading).toMatchObject({ status: 500, cacheControl: 'no-store' });
    expect(body).toEqual(failedPage.body);
    expect(reported).toEqual([path]);
  });
});

test('a page that goes between the question and the drawing is missing, not a failure', async () => {
  const { press, reported } = pressOf({
    '/bai-viet/a': page('<p>404</p>', 404),
    [answerPages.missing]: page('<h1>Không có</h1>'),
  });
  const document = await press.printPage(paths.article('a'), 200);
  expect(document).toMatchObject({
    ...{ status: 404, cacheControl: 'public, max-age=60' },
    ...{ path: answerPages.missing, topics: ['site', 'latest:all', 'latest:1'] },
  });
  expect(textOf(document)).toBe('<h1>Không có</h1>');
  expect(reported).toEqual([]);
});

describe('a page that cannot be rendered', () => {
  test.each([
    ['throws', new Error('no answer')],
    ['has another status', page('<p>a</p>', 500)],
    ['moves', page('', 307)],
    ['is the shell of an error', errorShell],
  ])('is answered with our own page when it %s', async (_what, rendered) => {
    const { press, reported } = pressOf({ '/': rendered, [answerPages.failed]: failedPage });
    const document = await press.printPage(paths.front(), 200);
    expect(document).toMatchObject({ status: 500, cacheControl: 'no-store' });
    expect(textOf(document)).toBe(failedPage.body.toString());
    expect(reported).toEqual(['/']);
  });

  test.each([
    ['throws too', new Error('no answer')],
    ['is the shell of an error too', errorShell],
  ])('leaves the last resort when our own page %s', async (_what, rendered) => {
    const { press, reported } = pressOf({ '/': rendered, [answerPages.failed]: rendered });
    const document = await press.printPage(paths.front(), 200);
    expect(document).toMatchObject({ status: 500, cacheControl: 'no-store' });
    expect(textOf(document)).toContain('<title>500</title>');
    expect(textOf(document)).not.toContain('__next_error__');
    expect(reported).toEqual(['/', answerPages.failed]);
  });

  test('says nothing of the cause to readers', async () => {
    const { press } = pressOf({ '/': new Error('/srv/bao/mat-khau') });
    expect(textOf(await press.printPage(paths.front(), 200))).not.toContain('mat-khau');
  });

  test('is an error also when it is the page for what is missing', async () => {
    const { press } = pressOf({ [answerPages.failed]: failedPage });
    expect((await press.printMissing()).status).toBe(500);
  });
});
