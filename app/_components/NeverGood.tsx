import { answerHead } from '@/lib/seo/metadata';
import { strings } from '@/lib/site/strings';
import type { Edition } from '@/lib/store/edition';
import { frameOf } from '../_frame';
import type { Preview } from '../_preview';
import { Page } from './Page';
import { PreviewPanel } from './PreviewPanel';

interface Props {
  readonly edition: Edition;
  readonly preview: Preview;
}

/** While an editor writes: in place of a page whose file has never been good, what is wrong with it. */
export function NeverGood({ edition, preview }: Props) {
  const [title, description] = [strings.neverGoodTitle, strings.neverGoodText];
  const { now, site } = edition;
  return (
    <Page
      frame={frameOf(edition)}
      head={answerHead(edition, { title, description })}
      preview={
        <PreviewPanel
          // Nothing good stands below that the panel could speak of.
          preview={{ ...preview, isLastGood: false }}
          now={now}
          timeZone={site.timeZone}
        />
      }
    >
      {/* As every preview, styled from outside: a component of readers' pages would bring its own. */}
      <h1 className="preview-never-good">{title}</h1>
      <p>{description}</p>
    </Page>
  );
}
