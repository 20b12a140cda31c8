import type { Options } from 'remark-html';

type Schema = Exclude<NonNullable<Options['sanitize']>, boolean>;

/**
 * What may leave the renderer: the elements and attributes that our own steps make, and nothing
 * else. Ids keep their names (`clobber` is empty): they are slugs or have an underscore, so that
 * none can shadow a property of the page.
 */
export const sanitizeSchema: Schema = {
  tagNames: [
    ...['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'hr', 'br'],
    ...['strong', 'em', 'del', 'code', 'pre', 'a', 'sup', 'span', 'div', 'section'],
    ...['figure', 'figcaption', 'img', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  attributes: {
    a: ['href', 'rel', 'role', 'ariaLabel', 'id'],
    img: ['src', 'alt', 'loading', 'decoding'],
    div: [
      ['className', 'scroller', 'photograph-to-come'],
      ['role', 'region'],
      'tabIndex',
      'ariaLabel',
    ],
    section: [['className', 'footnotes'], ['role', 'doc-endnotes'], 'ariaLabelledBy'],
    span: [['className', 'nb', 'credit']],
    ol: ['start'],
    li: ['id'],
    th: ['scope', ['className', 'end', 'center']],
    td: [['className', 'end', 'center']],
    h2: ['id'],
    h3: ['id'],
    h4: ['id'],
    h5: ['id'],
    h6: ['id'],
  },
  protocols: { href: ['http', 'https', 'mailto', 'tel'] },
  clobber: [],
  strip: ['script', 'style'],
};
