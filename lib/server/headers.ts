import type { CacheTagHeader } from '../site/configuration';

/**
 * Headers of every answer of an instance. HSTS is for whoever terminates TLS.
 * @param indexable false outside production: search engines are told to stay away
 * @see https://developer.mozilla.org/en-US/docs/Web/Security/Practical_implementation_guides
 */
export function commonHeaders(indexable: boolean): Readonly<Record<string, string>> {
  return { ...securityHeaders, ...(!indexable && { 'X-Robots-Tag': 'noindex' }) };
}

const securityHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy':
    'accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** How long whom may keep an answer (RFC 9111 §5.2.2). */
export const cacheControl = {
  // 0, not 60: a withdrawn article must be gone at the next request.
  document: 'public, max-age=0, must-revalidate',
  missing: 'public, max-age=60',
  moved: 'public, max-age=60',
  failed: 'no-store',
  hashed: 'public, max-age=31536000, immutable',
  file: 'public, max-age=3600',
  rules: 'public, max-age=86400',
} as const;

/**
 * How long shared caches may keep a document (RFC 9213, RFC 5861). Short: whoever does not purge by
 * topic shows a withdrawn article a quarter of a minute longer, a minute when this server is away.
 */
export const cdnCacheControl = 'public, max-age=5, stale-while-revalidate=10, stale-if-error=60';

/** What stands between two tags. */
const tagSeparators = {
  'Cache-Tag': ',',
  'Surrogate-Key': ' ',
  xkey: ' ',
} as const satisfies Record<CacheTagHeader, string>;

// CloudFront takes 50; 128 characters hold every topic of ours but those of absurd names.
const MOST_TAGS = 50;
const LONGEST_TAG = 128;

/**
 * The header by which a shared cache can purge what a change of content touches.
 * @example cacheTags('Cache-Tag', topicsOf({ kind: 'tags' })) // { 'Cache-Tag': 'site,tags' }
 * @see standards.md 5.8
 */
export function cacheTags(
  header: CacheTagHeader,
  topics: readonly string[],
): Readonly<Record<string, string>> {
  if (topics.length === 0) return {};
  const tags = topics.slice(0, MOST_TAGS).map((topic) => topic.slice(0, LONGEST_TAG));
  return { [header]: tags.join(tagSeparators[header]) };
}

/**
 * The Content-Security-Policy of a page without scripts, as its header has it.
 * @param styleSources hashes of the styles that stand in the page
 * @see https://www.w3.org/TR/CSP3/
 */
export function contentSecurityPolicy(styleSources: readonly string[]): string {
  // In a page browsers would ignore it (HTML, "Content security policy state").
  return `${policyInPage(styleSources)}; frame-ancestors 'none'`;
}

/**
 * The same policy as the page itself carries it, so that any server of files sends it.
 * @param styleSources hashes of the styles that stand in the page
 */
export function policyInPage(styleSources: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'none'",
    `style-src ${styleSources.length > 0 ? styleSources.join(' ') : "'none'"}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self'",
    "manifest-src 'self'",
    // No script is there to connect; tools that audit the page read robots.txt from within it.
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; ');
}
