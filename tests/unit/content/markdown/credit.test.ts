import { describe, expect, test } from 'vitest';
import { splitCredit } from '@/lib/content/markdown/credit';

describe('the credit at the end of a caption is parted from it', () => {
  test.each([
    ['Cảng Vũng Áng. Ảnh: Thu Trang', 'Cảng Vũng Áng.', 'Thu Trang'],
    ['Cảng Vũng Áng Ảnh: Thu Trang', 'Cảng Vũng Áng', 'Thu Trang'],
    ['Cảng Vũng Áng (Ảnh: Thu Trang)', 'Cảng Vũng Áng', 'Thu Trang'],
    ['Cảng Vũng Áng (Ảnh: Thu Trang).', 'Cảng Vũng Áng', 'Thu Trang'],
    ['Cảng Vũng Áng - Ảnh: TTXVN', 'Cảng Vũng Áng', 'TTXVN'],
    ['Cảng Vũng Áng – Ảnh:TTXVN', 'Cảng Vũng Áng', 'TTXVN'],
    ['Cảng Vũng Áng.\u00a0Ảnh: TTXVN (trái)', 'Cảng Vũng Áng.', 'TTXVN (trái)'],
    ['Ảnh: Thu Trang', '', 'Thu Trang'],
    ['(Ảnh: Thu Trang)', '', 'Thu Trang'],
    ['Trong ảnh: hội nghị. Ảnh: Thu Trang', 'Trong ảnh: hội nghị.', 'Thu Trang'],
    ['Ảnh: cũ. Ảnh: Thu Trang', 'Ảnh: cũ.', 'Thu Trang'],
  ])('%j', (written, caption, credit) => {
    expect(splitCredit(written)).toEqual({ caption, credit });
  });
});

describe('what is no credit stays in the caption, letter by letter', () => {
  test.each([
    '',
    'Cảng Vũng Áng.',
    'Hội nghị. Trong ảnh: Lãnh đạo TX Kỳ Anh trao giấy khen.',
    'Trong Ảnh: lãnh đạo trao giấy khen',
    'TRONG Ảnh: lãnh đạo',
    'Hình-Ảnh: đẹp',
    '“Ảnh: đẹp”',
    'Cảng Vũng Áng. Ảnh:',
    'Cảng Vũng Áng (Ảnh:)',
    'Cảng Vũng Áng (Ảnh: Thu Trang',
    'Cảng (Ảnh: cũ) và mới',
    'ảnh: Thu Trang',
    'Bà Rịa - Vũng Tàu -',
  ])('%j', (written) => {
    expect(splitCredit(written)).toEqual({ caption: written, credit: '' });
  });
});

test('a megabyte of marks takes no time', () => {
  for (const unit of ['Ảnh: ', '(Ảnh: ', 'trong ', ' ', '(']) {
    splitCredit(`${unit.repeat(1_048_576 / unit.length)}Ảnh: a`);
  }
}, 60_000);
