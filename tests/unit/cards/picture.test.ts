import { imageSize } from 'image-size';
import { describe, expect, test } from 'vitest';
import { type Card, drawCard } from '@/lib/cards/card';
import { openFonts } from '@/lib/cards/fonts';
import { cardPicture } from '@/lib/cards/picture';

const card = (changes: Partial<Card> = {}): Card => ({
  site: 'Tòa Soạn',
  kicker: 'Quốc phòng – An ninh',
  title: 'Bài thử',
  date: '24/12/2020',
  ...changes,
});

const hostile = [
  ['nothing', ''],
  ['one letter', 'Ẩ'],
  ['three hundred letters', 'Đường sắt '.repeat(30)],
  ['one word of three hundred', 'đ'.repeat(300)],
  ['markup', '</svg><script>alert(1)</script>&amp;"\'<![CDATA[x]]>'],
  ['characters that XML forbids', '\u0000\u0001\u000b\ufffe Tin \ud800'],
  ['marks of direction', 'Tin \u202e\u2067שלום\u2069'],
  ['emoji and other scripts', 'Tin 😀 漢字 👨‍👩‍👧 Привет'],
  ['marks in pieces', 'Việt Nam thân yêu ạ'.normalize('NFD')],
] as const;

describe('a card', () => {
  test.each(hostile)('of %s is a picture of its size, and light', async (_, title) => {
    const picture = await cardPicture(card({ title, kicker: title.slice(0, 40), date: undefined }));
    expect(imageSize(picture)).toMatchObject({ width: 1200, height: 630, type: 'png' });
    expect(picture.byteLength).toBeLessThan(100_000);
  });

  test('of the same words has the same bytes, and of others others', async () => {
    expect(await cardPicture(card())).toEqual(await cardPicture(card()));
    expect(await cardPicture(card())).not.toEqual(await cardPicture(card({ title: 'Bài thừ' })));
  });

  test('of a text in pieces looks as of the same in one', () => {
    const [title, pieces] = ['Ẩm thực xứ Nghệ', 'Ẩm thực xứ Nghệ'.normalize('NFD')];
    expect(drawCard(card({ title: pieces }))).toBe(drawCard(card({ title })));
  });

  test.each(hostile)('holds no text and nothing of %s as markup', (_, title) => {
    const names = [...drawCard(card({ title, kicker: title, site: title })).matchAll(/<\/?(\w+)/g)];
    const allowed = ['svg', 'rect', 'g', 'path', 'circle', 'defs', 'pattern'];
    expect(
      [...new Set(names.map(([, name]) => name))].filter((name) => !allowed.includes(name ?? '')),
    ).toEqual([]);
  });

  test('of a site with another name than the drawn one writes it, however long', () => {
    const long = 'Báo Thử Nghiệm '.repeat(12);
    expect(drawCard(card({ site: long }))).not.toBe(drawCard(card()));
    const { headline } = openFonts();
    expect(headline.outline('Báo', 46).path).not.toBe('');
  });
});

test('every letter of Vietnamese has a glyph in every font of a card', () => {
  const vowels = 'a ă â e ê i o ô ơ u ư y'.split(' ');
  const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
  const letters = vowels.flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC')));
  const all = [...letters, ...'bcdđghklmnpqrstvxfjwz'].join('');
  for (const family of Object.values(openFonts())) {
    for (const text of [all, all.toUpperCase(), '0123456789 .,:;!?–—-…“”‘’"()/%&@+'])
      expect(family.drawable(text)).toBe(text);
  }
});
