import type { Position } from './problems/problems';

/**
 * Something a file says that can be judged only beside the other files and the clock. `target` is
 * - of a `link`: the address as written, an absolute one of this site as a path;
 * - of a `picture`: a path of the site (`/images/a.jpg`), or a file name relative to the article;
 * - of a `tag` that `tags.yaml` does not know: its name as written;
 * - of an `alias`: the old path in canonical spelling;
 * - of a `series`: the part and the name, `2 Tên loạt bài`;
 * - of a `day`: a `date` without a time, as written.
 */
export interface Mention extends Position {
  readonly kind: 'link' | 'picture' | 'tag' | 'alias' | 'series' | 'day';
  readonly target: string;
}
