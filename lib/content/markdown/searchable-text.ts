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
      // Links by reference: where they lead stands on a line of its own.
      .replace(/^[ \t]{0,3}\[[^[\]\n]{1,200}\]:[ \t].*$/gm, ' ')
      .replace(/\]\[[^[\]\n]{0,200}\]/g, ']')
      .replace(/\]\([^()\s]{0,500}(?:\s+"[^"\n]{0,500}")?\)/g, '')
      .replace(/<\/?[a-z][^<>]{0,500}>/gi, ' ')
      .replace(/^[ \t]{0,3}(?:#{1,6}|[-+*])[ \t]/gm, ' ')
      .replace(/^[ \t]*>[> \t]*/gm, ' ')
      .replace(/^[ \t|:-]+$/gm, ' ')
      // What marks a word stands close to it, and a comma behind it must, too.
      .replace(/!\[|[*`~[\]\\]+|(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])/gu, '')
      .replace(/&(nbsp|amp|lt|gt|quot);/g, (_, name: keyof typeof entities) => entities[name])
      .replace(/\s+/g, ' ')
      // Cells that stood beside each other are no sentence.
      .replace(/ ?\|[ |]*/g, ' · ')
      .replace(/^[ ·]+/, '')
      .replace(/[ ·]{1,3}$/, '')
  );
}

/** Those that editors write; what Markdown reads as a sign is read as one here. */
const entities = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"' } as const;
