import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import remarkHtml from 'remark-html';
import { describe, expect, test } from 'vitest';
import { sanitizeSchema } from '@/lib/content/markdown/sanitize-schema';

const processor = remark().use(remarkGfm).use(remarkHtml, { sanitize: sanitizeSchema });

describe('the sanitiser alone would let nothing pass that our steps forgot', () => {
  test.each([
    ['[a](javascript:b)', '<p><a>a</a></p>'],
    ['[a](JAVASCRIPT:b) [c](data:d)', '<p><a>a</a> <a>c</a></p>'],
    ['[a](/b "c")', '<p><a href="/b">a</a></p>'],
    ['# a', 'a'],
    ['a<script>b</script>', '<p>ab</p>'],
    ['- [x] a', '<ul>\n<li> a</li>\n</ul>'],
    ['```js\na\n```', '<pre><code>a\n</code></pre>'],
  ])('%j', (markdown, expected) => {
    expect(String(processor.processSync(markdown)).trim()).toBe(expected);
  });
});
