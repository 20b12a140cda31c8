import type { ReactNode } from 'react';
import type { Graph } from 'schema-dts';
import type { PageHead } from '@/lib/seo/metadata';
import { strings } from '@/lib/site/strings';
import type { Frame } from '../_frame';
import { Footer } from './Footer';
import { Head } from './Head';
import { JsonLd } from './JsonLd';
import { PreviewTools } from './PreviewTools';
import styles from './Shell.module.css';

interface Props {
  readonly frame: Frame;
  readonly head: PageHead;
  readonly masthead: ReactNode;
  /** What search engines are told of the page; nothing of an answer. */
  readonly graph?: Graph | undefined;
  /** What an editor is told above the page while writing. */
  readonly preview?: ReactNode;
  /** With the one `main` of the page; see `mainId`. */
  readonly children: ReactNode;
}

/** What every page has: its head, the way past the masthead, the footer. */
export function Shell({ frame, head, graph, masthead, preview, children }: Props) {
  return (
    <>
      <Head head={head} site={frame.site.name} />
      <a className={styles.skip} href={`#${mainId}`}>
        {strings.skipToContent}
      </a>
      {frame.isPreview && (
        <>
          <PreviewTools />
          {preview}
        </>
      )}
      {masthead}
      {children}
      <Footer frame={frame} />
      {graph && <JsonLd graph={graph} />}
    </>
  );
}

/** Ids of the page have an underscore, which no heading of an article can have. */
export const mainId = 'noi_dung';
