import { countsOf } from '@/lib/content/problems/problem-list';
import type { Problem } from '@/lib/content/problems/problems';
import type { Stage } from '@/lib/content/visible';
import { strings } from '@/lib/site/strings';
import { type EditorialDate, formatLongDate } from '@/lib/vietnamese/dates';
import type { Preview } from '../_preview';

interface Props {
  readonly preview: Preview | undefined;
  /** Where the moment stands from which a draft's date is to come, epoch milliseconds. */
  readonly now: number;
  readonly timeZone: string;
  /** When the article is, or was to be, published. */
  readonly published?: EditorialDate | undefined;
}

/**
 * Tells an editor above the page what will happen when, and what is wrong with its file. Its style
 * comes from the server of the preview: a CSS Module would be written into the readers' pages too.
 */
export function PreviewPanel({ preview, now, timeZone, published }: Props) {
  if (!preview) return null;
  const notices = noticesOf(preview, now, timeZone, published);
  if (notices.length === 0 && preview.problems.length === 0) return null;
  return (
    <aside className="preview" aria-label={strings.preview}>
      {notices.map((notice) => (
        <p className="preview-notice" key={notice}>
          {notice}
        </p>
      ))}
      {preview.problems.length > 0 && <Problems problems={preview.problems} />}
    </aside>
  );
}

function Problems({ problems }: { readonly problems: readonly Problem[] }) {
  const { errors, warnings } = countsOf(problems);
  return (
    <details className="preview-problems" open>
      <summary>{strings.problems(errors, warnings)}</summary>
      <ul>
        {problems.map(({ file, line, column, severity, code, message, fix }) => (
          <li key={`${file}:${line}:${column} ${code} ${message}`}>
            <code className="preview-place">{`${file}:${line}:${column}`}</code>
            <p>
              <b className={severity === 'error' ? 'preview-error' : undefined}>
                {strings.gradeAtHead(severity)}
              </b>{' '}
              <code>{code}</code>: {message} <span className="preview-fix">{fix}</span>
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}

function noticesOf(
  { stage, isLastGood, hasCorrectionsToCome, hasUnshownUpdate }: Preview,
  now: number,
  timeZone: string,
  published: EditorialDate | undefined,
): readonly string[] {
  const isUnseen = stage?.kind === 'draft' || stage?.kind === 'embargoed';
  return [
    ...(stage ? noticeOf(stage, now, timeZone, published) : []),
    ...(isLastGood ? [isUnseen ? strings.lastGoodForEditors : strings.lastGoodForReaders] : []),
    ...(hasCorrectionsToCome ? [strings.correctionsToCome] : []),
    ...(hasUnshownUpdate ? [strings.updateUnshown] : []),
  ];
}

function noticeOf(
  stage: Stage,
  now: number,
  timeZone: string,
  published: EditorialDate | undefined,
): readonly string[] {
  switch (stage.kind) {
    case 'draft': {
      const isToCome = published && published.epochMs > now;
      return [strings.draftNotice(isToCome ? momentOf(published, timeZone) : undefined)];
    }
    case 'embargoed':
      return [strings.embargoNotice(momentOf(stage.until, timeZone))];
    case 'withdrawn':
      return [strings.withdrawalNotice];
    case 'live':
      return [];
  }
}

/** When something comes out, inside a sentence. */
export function momentOf(date: EditorialDate, timeZone: string): string {
  const written = formatLongDate(date, timeZone);
  return date.precision === 'day' ? strings.fromDay(written) : strings.fromTime(written);
}
