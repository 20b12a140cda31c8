import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseFrontMatter } from '@/lib/content/source/front-matter';
import { formatFrontMatter } from '@/lib/content/source/yaml-source';

const hard = fc.constantFrom(
  ...[
    '---',
    '\n---\n',
    '...',
    ': ',
    ' #',
    '"',
    "'",
    '\\',
    '&a',
    '*a',
    '!t',
    '[',
    '{',
    '%',
    '@',
    '`',
  ],
  ...[
    'null',
    '~',
    'true',
    '1e3',
    '0x1f',
    '2020-12-24',
    '|',
    '>',
    '- ',
    '? ',
    ',',
    '\t',
    ' ',
    'Kỳ Anh',
  ],
);
/** What no file may hold, or what reading makes anew: control characters, CR, a BOM, not NFC. */
const unwritable = /(?![\n\t])[\p{Cc}\p{Cs}\ufeff\ufffe\uffff]/u;
const text = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.oneof(hard, fc.string())).map((all) => all.join('')),
  )
  .map((value) => value.normalize('NFC'))
  .filter((value) => !unwritable.test(value));
const values = fc.record({
  title: text,
  tags: fc.array(text, { maxLength: 3 }),
  image: fc.record({ src: text, alt: text }),
  draft: fc.boolean(),
  part: fc.integer(),
});

test('what is written as front matter is read back as it was', () => {
  fc.assert(
    fc.property(values, (written) => {
      const parsed = parseFrontMatter(`${formatFrontMatter(written)}\nThân bài.\n`, 'a.md');
      expect(parsed).toMatchObject({ ok: true });
      expect(parsed.ok && parsed.source.value).toEqual(written);
      expect(parsed.ok && parsed.body).toBe('\nThân bài.\n');
    }),
    { numRuns: 500 },
  );
});
