import { blankComments } from '../source/comments';

/**
 * The words of a body for search: addresses, tags, comments and marks of Markdown are left out. Not
 * parsed, for an archive is indexed without rendering it; every expression here is linear in the text.
 * @example searchableText('**Cảng** [Vũng Áng](/chu-de/vung-ang)') // 'Cảng Vũng Áng'
 */
export function searchableText(markdown: string): string {
  return blankComments(markdown)
    .replace(/\]\([^()\s]{0,500}(?:\s+"[^"\n]{0,500}")?\)/g, ' ')
    .replace(/<\/?[a-z][^<>]{0,500}>/gi, ' ')
    .replace(/[*_`~|#>[\]!\\]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
