import type { Graph } from 'schema-dts';
import { writeJsonLd } from '@/lib/seo/json-ld';

/** What a page tells search engines of what it shows; data, which no browser runs. */
export function JsonLd({ graph }: { readonly graph: Graph }) {
  return (
    <script
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: written so that nothing ends the element.
      dangerouslySetInnerHTML={{ __html: writeJsonLd(graph) }}
    />
  );
}
