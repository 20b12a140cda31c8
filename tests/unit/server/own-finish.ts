import { createFinish } from '@/lib/server/finish';
import { createStyleOf } from '@/lib/server/page-style';

/** Links a style sheet as React does; its address is its text, for `finish`. */
export const linked = (style: string) =>
  `<link rel="stylesheet" href="${style}" data-precedence="next"/>`;

/** Finishes a page whose style sheets were `linked`. */
export const finish = createFinish(createStyleOf((address) => address));
