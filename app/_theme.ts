/** The page colour of `tokens.css`, for the browser's own frame. */
export const themeColours = { light: '#ffffff', dark: '#14161a' } as const;

/** The one script, of pages with a field to search by; its name carries the hash of what is in it. */
export const searchModule = '/search.6c705f96.js';
