import type { ReactNode } from 'react';
import type { Graph } from 'schema-dts';
import type { PageHead } from '@/lib/seo/metadata';
import type { Frame } from '../_frame';
import { Breadcrumb, type Crumb } from './Breadcrumb';
import { Masthead } from './Masthead';
import { mainId, Shell } from './Shell';

interface Props {
  readonly frame: Frame;
  readonly head: PageHead;
  /** What search engines are told of the page; nothing of an answer. */
  readonly graph?: Graph | undefined;
  /** Where the page is, from the front downwards, without the page itself; an answer is nowhere. */
  readonly crumbs?: readonly Crumb[];
  /** Key of the section that the page belongs to. */
  readonly section?: string;
  /** True when the text stands in the column of articles. */
  readonly isStory?: boolean;
  /** What an editor is told above the page while writing. */
  readonly preview?: ReactNode;
  readonly children: ReactNode;
}

/** Every page but the front: small masthead, breadcrumb, content, footer. */
export function Page(props: Props) {
  const { frame, head, graph, crumbs, section, isStory = false, preview, children } = props;
  return (
    <Shell
      frame={frame}
      head={head}
      graph={graph}
      preview={preview}
      masthead={<Masthead frame={frame} section={section} isInside={isStory} />}
    >
      {crumbs && <Breadcrumb crumbs={crumbs} isStory={isStory} />}
      <main id={mainId}>{children}</main>
    </Shell>
  );
}
