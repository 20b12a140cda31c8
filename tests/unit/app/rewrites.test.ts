import { getPathMatch } from 'next/dist/shared/lib/router/utils/path-match';
import { expect, test } from 'vitest';
import { matchRoute, paths } from '@/lib/site/routes';
import nextConfig from '@/next.config';

const found = await nextConfig.rewrites?.();
const rewrites = Array.isArray(found) ? found : [];

/** Where Next.js looks for a path; undefined when it is not rewritten. */
function rewritten(path: string): string | undefined {
  for (const { source, destination } of rewrites) {
    const matched = getPathMatch(source, { strict: true })(path);
    if (matched) return destination.replace(/:(\w+)/g, (_, name: string) => `${matched[name]}`);
  }
  return undefined;
}

test('the text of an article is looked for beside the article', () => {
  const path = paths.articleText('tin-24-12');
  expect(matchRoute(path)?.kind).toBe('article-text');
  expect(rewritten(path)).toBe('/bai-viet/tin-24-12/van-ban');
});

test.each(['/bai-viet/tin', '/bai-viet/tin-md', '/bai-viet/tin/md', '/chu-de/tin.md'])(
  '%s stays where it is',
  (path) => {
    expect(rewritten(path)).toBeUndefined();
  },
);
