import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slug } from '@/lib/vietnamese/slug';
import vectors from '@/tests/fixtures/vietnamese-vectors.json';

test.each(vectors.slug)('the slug of $in is $out', ({ in: text, out }) => {
  expect(slug(text)).toBe(out);
});

test.each(vectors.equal)('%j and %j, one text in two spellings, share a slug', (one, other) => {
  expect(slug(one)).toBe(slug(other));
});

test('a slug of 120 characters is not cut', () => {
  const whole = `${'a'.repeat(60)}-${'b'.repeat(59)}`;
  expect(slug(whole)).toBe(whole);
});

test('a word that ends at the 120th character is kept whole', () => {
  const whole = `${'a'.repeat(60)}-${'b'.repeat(59)}`;
  expect(slug(`${whole} cc`)).toBe(whole);
});

test('a word that would be cut is left out', () => {
  expect(slug(`${'a'.repeat(60)} ${'b'.repeat(60)}`)).toBe('a'.repeat(60));
});

test('a slug is words of a-z and 0-9 joined by single hyphens, at most 120 characters, or empty', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: fc.constantFrom('đ', 'Ế', '7', ' ', '-', '.'), maxLength: 300 }),
  );
  fc.assert(
    fc.property(anyText, (text) => {
      expect(slug(text)).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
      expect(slug(text).length).toBeLessThanOrEqual(120);
    }),
  );
});

test('a slug is its own slug', () => {
  const anyText = fc.string({ unit: 'binary', maxLength: 300 });
  fc.assert(fc.property(anyText, (text) => slug(slug(text)) === slug(text)));
});
