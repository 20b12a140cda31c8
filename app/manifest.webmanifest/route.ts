import { currentEdition } from '@/app/_edition';
import { themeColours } from '@/app/_theme';
import { mediaTypeOf } from '@/lib/site/media-types';
import { paths } from '@/lib/site/routes';

export async function GET(): Promise<Response> {
  const { site } = await currentEdition();
  const manifest = {
    name: site.name,
    short_name: site.name,
    description: site.description,
    lang: 'vi',
    start_url: paths.front(),
    scope: paths.front(),
    display: 'minimal-ui',
    background_color: themeColours.light,
    theme_color: themeColours.light,
    icons: [
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  };
  return new Response(JSON.stringify(manifest), {
    headers: { 'Content-Type': mediaTypeOf(paths.manifest()) },
  });
}
