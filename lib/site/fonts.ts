/**
 * Files of the headline font under `public/`; their names carry the hash of what is in them. Each holds
 * some of the letters: first those of Latin, then what Vietnamese adds.
 */
export const headlineFonts = [
  '/fonts/newsreader-latin-600.05c91a26.woff2',
  '/fonts/newsreader-vietnamese-600.16c5854d.woff2',
] as const;
