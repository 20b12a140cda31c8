import type { CacheTagHeader, Configuration } from '../site/configuration';
import { matchRoute, type Path, paths } from '../site/routes';

/**
 * Headers of every answer of an instance. HSTS is for whoever terminates TLS.
 * @param indexable false outside production: search engines are told to stay away
 * @see https://developer.mozilla.org/en-US/docs/Web/Security/Practical_implementation_guides
 */
export function commonHeaders(indexable: boolean): Readonly<Record<string, string>> {
  return { ...securityHeaders, ...(!indexable && unindexed) };
}

/** Of answers that search engines shall not show, and of every answer outside production. */
export const unindexed = { 'X-Robots-Tag': 'noindex' } as const;

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
 * What belongs to a document, as its header names it: to an article its Markdown, to a feed the hub
 * that tells of it and, exactly once, the address by which that knows it.
 * @example linkHeader(paths.article('tin'), site) // '</bai-viet/tin.md>; rel="alternate"; type="text/markdown"'
 * @see RFC 8288; WebSub §4
 */
export function linkHeader(
  path: Path,
  { siteUrl, webSubHub }: Pick<Configuration, 'siteUrl' | 'webSubHub'>,
): string | undefined {
  const route = matchRoute(path);
  if (route?.kind === 'article')
    return `<${paths.articleText(route.slug)}>; rel="alternate"; type="text/markdown"`;
  if (route?.kind !== 'feed' || webSubHub === undefined) return undefined;
  return `<${webSubHub}>; rel="hub", <${siteUrl}${path}>; rel="self"`;
}

/** What a page has that its policy must let through. */
export interface PageSources {
  /** CSP sources of the styles that stand in the page, for example `'sha256-…'`. */
  readonly styleSources: readonly string[];
  /** Whether it loads our module; no page has another script. */
  readonly hasModule: boolean;
}

/** Of what is no page, and of a page without styles. */
export const noSources: PageSources = { styleSources: [], hasModule: false };

/**
 * The Content-Security-Policy of a page, as its header has it.
 * @see https://www.w3.org/TR/CSP3/
 */
export function contentSecurityPolicy(sources: PageSources): string {
  // In a page browsers would ignore it (HTML, "Content security policy state").
  return `${policyInPage(sources)}; frame-ancestors 'none'`;
}

/** The same policy as the page itself carries it, so that any server of files sends it. */
export function policyInPage({ styleSources, hasModule }: PageSources): string {
  return [
    "default-src 'none'",
    scriptSource[hasModule ? 'ours' : 'none'],
    `style-src ${styleSources.length > 0 ? styleSources.join(' ') : "'none'"}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self'",
    "manifest-src 'self'",
    // The module asks for suggestions; tools that audit a page read robots.txt from within it.
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; ');
}

const scriptSource = { none: "script-src 'none'", ours: "script-src 'self'" } as const;

/**
 * What a page lets through, as its own policy says it.
 * @param policy that `policyInPage` made
 * @example sourcesOfPolicy(policyInPage(noSources)) // noSources
 */
export function sourcesOfPolicy(policy: string): PageSources {
  return {
    styleSources: policy.match(/'sha256-[\w+/=]+'/g) ?? [],
    hasModule: policy.includes(scriptSource.ours),
  };
}
