import type { PageHead } from '@/lib/seo/metadata';
import { headlineFonts } from '@/lib/site/fonts';
import { feedMediaTypes, mediaTypeOf } from '@/lib/site/media-types';
import { paths } from '@/lib/site/routes';
import { themeColours } from '../_theme';

interface Props {
  readonly head: PageHead;
  /** Name of the site. */
  readonly site: string;
}

/** What React lifts into the head of the document. */
export function Head({ head, site }: Props) {
  return (
    <>
      <title>{head.title}</title>
      {head.metas.map((meta) => (
        <meta key={meta.content + ('name' in meta ? meta.name : meta.property)} {...meta} />
      ))}
      {head.canonical && <link rel="canonical" href={head.canonical} />}
      {headlineFonts.map((font) => (
        <link key={font} rel="preload" href={font} as="font" type="font/woff2" crossOrigin="" />
      ))}
      {/* Not in the style sheet: its compiler would turn one declaration into three rules. */}
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content={themeColours.light} media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content={themeColours.dark} media="(prefers-color-scheme: dark)" />
      <link rel="icon" href="/favicon.ico" sizes="32x32" />
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
      <link rel="manifest" href={paths.manifest()} />
      {head.feeds.map(({ title, path }) => (
        <link key={path} rel="alternate" type={feedMediaTypes.rss} title={title} href={path} />
      ))}
      {head.text && <link rel="alternate" type="text/markdown" href={head.text} />}
      <link
        rel="search"
        type={mediaTypeOf(paths.openSearch())}
        title={site}
        href={paths.openSearch()}
      />
    </>
  );
}
