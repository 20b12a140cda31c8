/** The page colour of `tokens.css`, for the browser's own frame. */
export const themeColours = { light: '#ffffff', dark: '#14161a' } as const;

/** Fonts that every page needs at once; their names carry the hash of what is in them. */
export const preloadedFonts = [
  '/fonts/newsreader-latin-600.05c91a26.woff2',
  '/fonts/newsreader-vietnamese-600.16c5854d.woff2',
] as const;

/** The one script, of pages with a field to search by; its name carries the hash of what is in it. */
export const searchModule = '/search.6c705f96.js';
