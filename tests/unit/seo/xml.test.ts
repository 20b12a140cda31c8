import { expect, test } from 'vitest';
import { escapeXml } from '@/lib/seo/xml';

test.each([
  ['Tin & "bài" <b>', 'Tin &amp; &quot;bài&quot; &lt;b&gt;'],
  [']]>', ']]&gt;'],
  ['&amp;', '&amp;amp;'],
  ['một\thai\nba', 'một\thai\nba'],
  ['a\u0000\u001b\u007f\uffff\ud800\udfffb', 'a\u007fb'.replace('b', '\ud800\udfffb')],
  ['Kỳ Anh 📰', 'Kỳ Anh 📰'],
])('%j is written in XML as %j', (text, written) => {
  expect(escapeXml(text)).toBe(written);
});

test('half of a surrogate pair is no character', () => {
  expect(escapeXml('a\ud800b\udc00c')).toBe('abc');
});
