import type { Tag } from '@/lib/content/tags-file';
import { paths } from '@/lib/site/routes';
import { Ways } from './Ways';

interface Props {
  readonly tags: readonly Tag[];
  readonly label: string;
}

/** The topics of an article. */
export function Tags({ tags, label }: Props) {
  return (
    <Ways label={label} ways={tags.map(({ name, slug }) => ({ name, path: paths.tag(slug) }))} />
  );
}
