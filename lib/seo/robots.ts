import { paths } from '../site/routes';

/**
 * What crawlers may fetch: all but what answers programs. Outside production too: that nothing is to
 * be indexed is said by a header, which only who may fetch can read.
 * @param siteUrl origin, no slash at its end
 * @see https://www.rfc-editor.org/rfc/rfc9309
 */
export function robots(siteUrl: string): string {
  return `User-agent: *
Disallow: /api/

Sitemap: ${siteUrl}${paths.sitemap()}
Sitemap: ${siteUrl}${paths.newsSitemap()}
`;
}
