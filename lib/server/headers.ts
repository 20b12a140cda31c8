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
} as const;

/**
 * The Content-Security-Policy of a page without scripts.
 * @param styleSources hashes of the styles that stand in the page
 * @see https://www.w3.org/TR/CSP3/
 */
export function contentSecurityPolicy(styleSources: readonly string[]): string {
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
    "frame-ancestors 'none'",
  ].join('; ');
}
