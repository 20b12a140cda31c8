import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { recogniseLegacyBytes, recogniseLegacyText } from '@/lib/vietnamese/legacy-encodings';

const root = resolve(import.meta.dirname, '../../..');

describe('legacy text that was pasted as Latin-1 letters is recognised', () => {
  test.each([
    ['Héi nghÞ tæng kÕt c«ng t¸c quèc phßng', { encoding: 'TCVN3 (ABC)', index: 0 }],
    ['title: a\n®¬n vÞ phèi hîp tuÇn tra', { encoding: 'TCVN3 (ABC)', index: 9 }],
    ['x­a nay, ng­êi d©n trong vïng', { encoding: 'TCVN3 (ABC)', index: 0 }],
    ['title: Héi\nsection: nghÞ\ntags: [tæng kÕt]', { encoding: 'TCVN3 (ABC)', index: 7 }],
    ['HéI NGHÞ C¸N Bé', { encoding: 'TCVN3 (ABC)', index: 0 }],
    ['Hoäi nghò toång keát coâng taùc', { encoding: 'VNI', index: 0 }],
    ['Moät ngöôøi ñaøn oâng ñi ñöôøng', { encoding: 'VNI', index: 0 }],
    ['HOÄI NGHÒ TOÅNG KEÁT', { encoding: 'VNI', index: 0 }],
    [
      'Tiếng Việt đúng ở dòng trên.\nÉmile Zola né à Paris, été, forêt.\nHoäi nghò toång keát',
      { encoding: 'VNI', index: 64 },
    ],
  ])('%j', (text, expected) => {
    expect(recogniseLegacyText(text)).toEqual(expected);
  });
});

describe('sound text of any language is left alone', () => {
  test.each([
    'Hà, là, và, có, bà, cô Tú, ông Hòa, chú Sáu',
    'Émile Zola, né à Paris, fut très aimé à Évian ; voilà un été, une forêt, une pêche, Noël, où.',
    'El niño está aquí; mañana será otro día más. José Muñoz, Íñigo, Ángel, él, tú, sí, así, qué.',
    'São João não é Conceição; avô, avó, pão, mãe, coração, também, até, há, só, pé, nós.',
    'Für Müller, Köln, Tür, schön, größer, Bär, Höhe, Mühe, süß, Jäger, Björn, Übung.',
    'Guðrún Ásgeirsdóttir, Þór, Ægir, Sigurður, Björk, Hör, Sæmundur.',
    'Ångström, Malmö, Håkan, Västerås, Gävle, Tromsø, Ærø, Øystein, Mjøsa.',
    '5 µm, 10 µg, 20 µl · a · b · c, 37,5°C ± 2, m², cm³, ½, © 2020, ® «Em», §1, nº 1, 1ª',
    "H'Hen Niê, Y Kô Niê, Êban, Kpă, Siu, Ksor",
    'Thaï, Taïwan, Haïti, naïf, maïs, caïd',
    'Thaï, haï, Laï, été, forêt, pêche, Évian, garçon, Noël',
    '',
  ])('%j', (text) => {
    expect(recogniseLegacyText(text)).toBeUndefined();
  });

  const articles = readdirSync(resolve(root, 'content'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(md|yaml)$/.test(path))
    .map((path) => `content/${path}`);

  test.each([
    ...articles,
    'tests/fixtures/seed-article.txt',
    'tests/fixtures/vietnamese-vectors.json',
  ])('every line of %s, and the whole', (path) => {
    const text = readFileSync(resolve(root, path), 'utf8').normalize('NFC');
    const found = [text, ...text.split('\n')].filter((line) => recogniseLegacyText(line));
    expect(found).toEqual([]);
  });

  test('words of the vectors that Latin-1 can write, line by line of any size', () => {
    const text = readFileSync(resolve(root, 'tests/fixtures/vietnamese-vectors.json'), 'utf8');
    const words = (text.normalize('NFC').match(/[\p{L}\p{M}]+/gu) ?? []).filter((word) =>
      /^[A-Za-z\u00c0-\u00ff]+$/.test(word),
    );
    expect(words.length).toBeGreaterThan(100);
    for (let size = 3; size < 40; size += 1) {
      const lines = words.flatMap((_, start) =>
        start % size === 0 ? [words.slice(start, start + size).join(' ')] : [],
      );
      expect(lines.filter((line) => recogniseLegacyText(line))).toEqual([]);
    }
  });
});

describe('bytes that are not UTF-8', () => {
  const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

  test.each([
    ['title: Héi nghÞ tæng kÕt c«ng t¸c', 'TCVN3 (ABC)', 7],
    ['title: Hoäi nghò toång keát coâng taùc', 'VNI', 7],
    ['title: H\u00b5i ngh\u00b8 t\u00b1ng k\u00aft c\u00f4ng t\u00e1c', 'VISCII', 7],
    [
      'title: H\u00f4\u00f2i ngh\u00ecò t\u00f4\u00d2ng k\u00ea\u00ect, công tác',
      'windows-1258',
      7,
    ],
  ])('%j is %s', (text, encoding, index) => {
    expect(recogniseLegacyBytes(latin1(text))).toEqual({ encoding, index });
  });

  test.each([
    ['\u00ff\u00fe-\u0000', 'a mark'],
    ['\u00fe\u00ff\u0000-', 'the other mark'],
    ['-\u0000-\u0000-\u0000\n\u0000', 'no mark'],
    ['\u0000-\u0000-\u0000-\u0000\n', 'no mark and the high byte first'],
  ])('%j is UTF-16 with %s', (text) => {
    expect(recogniseLegacyBytes(latin1(text))).toEqual({ encoding: 'UTF-16', index: 0 });
  });

  test.each([
    'Émile Zola, né à Paris, fut très aimé à Évian ; voilà un été, une forêt',
    'Für Müller, Köln, Tür, schön, größer',
    '\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF',
    '\u0000'.repeat(100),
    '',
  ])('%j is nothing that is known', (text) => {
    expect(recogniseLegacyBytes(latin1(text))).toBeUndefined();
  });
});
