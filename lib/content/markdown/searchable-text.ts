import { blankComments } from '../source/comments';

/**
 * The words of a body for search: addresses, tags, comments and marks of Markdown are left out. Not
 * parsed, for an archive is indexed without rendering it; every expression here is linear in the text.
 * Signs of sentences stay where they stand: extracts of what was found are made of this.
 * @example searchableText('**Cảng** [Vũng Áng](/chu-de/vung-ang)') // 'Cảng Vũng Áng'
 */
export function searchableText(markdown: string): string {
  return (
    blankComments(markdown)
      .replace(/\[\^[^\]\s]{1,100}\]:?/g, '')
      .replace(/\]\([^()\s]{0,500}(?:\s+"[^"\n]{0,500}")?\)/g, '')
      .replace(/<\/?[a-z][^<>]{0,500}>/gi, ' ')
      .replace(/^[ \t]{0,3}(?:#{1,6}|[-+*])[ \t]/gm, ' ')
      .replace(/^[ \t]*>[> \t]*/gm, ' ')
      .replace(/^[ \t|:-]+$/gm, ' ')
      .replace(/\|/g, ' ')
      // What marks a word stands close to it, and a comma behind it must, too.
      .replace(/!\[|[*`~[\]\\]+|(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])/gu, '')
      .replace(/\s+/g, ' ')
      .trim()
  );
}
