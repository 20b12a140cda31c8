import { describe, expect, test } from 'vitest';
import { findMojibake } from '@/lib/vietnamese/mojibake';

/** What a program makes of a text that it takes for windows-1252. */
function garble(text: string): string {
  return new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));
}

describe('Vietnamese whose UTF-8 was read as windows-1252 is recognised', () => {
  test('and the first word is shown as it was', () => {
    expect(findMojibake(`Tin: ${garble('Kỳ Anh họp hội đồng')}`)).toEqual({
      index: 5,
      word: 'Ká»³',
      meant: 'Kỳ',
    });
  });

  test.each(['Hội nghị tổng kết', 'đường lên Đèo Ngang', 'mưa to, gió lớn, nước lũ', 'ề ở rễ'])(
    '%s',
    (text) => expect(findMojibake(garble(text).normalize('NFC'))).toBeDefined(),
  );

  test('among sound text', () => {
    expect(findMojibake(`Kỳ Anh họp.\n\n${garble('Trưởng ban nội vụ')}`)).toBeDefined();
  });
});

describe('other texts are left alone', () => {
  test.each([
    'Hội nghị tổng kết năm 2020, ảnh: Thu Trang',
    'João, São Paulo, Ängelholm, Ærø, coração, Ämter, Übermaß',
    'á, à, ả, ã, ạ; Ái Á, XÃ KỲ ANH, NGHỊ QUYẾT, CỦA, Ã, Ä, Æ',
    'xã “Kỳ Ã”, Ä‚n',
    'Một ví dụ về chữ vỡ: Ká»³ thay cho Kỳ.',
    '',
  ])('%s', (text) => expect(findMojibake(text)).toBeUndefined());
});
