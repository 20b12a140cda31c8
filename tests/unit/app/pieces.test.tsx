import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Pieces } from '@/app/_components/Pieces';

/** Marked where it stands between [ and ]; parts that stay together between ( and ). */
function drawn(written: string): string {
  const pieces = written
    .split(/[[\]]/)
    .map((text, index) => ({ text, isMarked: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
  return renderToStaticMarkup(<Pieces pieces={pieces} />)
    .replace(/<span class="nb">/g, '(')
    .replace(/<\/span>/g, ')')
    .replace(/<mark[^>]*>/g, '[')
    .replace(/<\/mark>/g, ']');
}

test.each([
  ['Xây dựng nền [quốc phòng] toàn dân', 'Xây dựng nền [quốc phòng] toàn dân'],
  ['[Kỳ Anh]', '[Kỳ Anh]'],
  ['không có gì', 'không có gì'],
  ['thu 37,5 kg [mật ong]', 'thu (37,5 kg) [mật ong]'],
  ['thu [37,5 kg] mật ong', 'thu ([37,5 kg]) mật ong'],
  ['công tác QP-[AN] năm', 'công tác (QP-[AN]) năm'],
  ['số [28]-[NQ]/TW của', 'số ([28]-[NQ]/TW) của'],
  ['thu [37,5 kg mật] ong', 'thu ([37,5 kg])[ mật] ong'],
])('%s: what belongs together stays so, marked or not: %s', (written, expected) => {
  expect(drawn(written)).toBe(expected);
});

test('what an editor wrote stays text', () => {
  expect(drawn('a<b>[&"]')).toBe('a&lt;b&gt;[&amp;&quot;]');
});
