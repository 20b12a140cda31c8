import type { Html } from '@/lib/content/markdown/render';

interface Props {
  readonly html: Html;
  readonly className: string | undefined;
}

/** Text that the renderer of Markdown made; the one place where HTML goes into a page as it is. */
export function Rendered({ html, className }: Props) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: only the sanitiser makes `Html`.
  return <div className={className} dangerouslySetInnerHTML={{ __html: html }} />;
}
