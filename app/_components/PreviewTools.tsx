import { previewPaths } from '@/lib/site/routes';

/** What makes an open page follow its file while an editor writes. */
export function PreviewTools() {
  return (
    <>
      <link rel="stylesheet" href={previewPaths.style} precedence="preview" />
      <script src={previewPaths.script} async />
    </>
  );
}
