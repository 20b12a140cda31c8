const creditMark = 'Ảnh:';

/**
 * Parts a caption from the credit at its end: “… Ảnh: Thu Trang”, “… - Ảnh: Thu Trang”,
 * “… (Ảnh: Thu Trang)”. “Trong ảnh: …” is caption.
 * @param written NFC, without blanks at its ends
 * @returns '' for what is not there
 * @example splitCredit('Cảng Vũng Áng. Ảnh: Thu Trang') // { caption: 'Cảng Vũng Áng.', credit: 'Thu Trang' }
 */
export function splitCredit(written: string): {
  readonly caption: string;
  readonly credit: string;
} {
  const whole = { caption: written, credit: '' };
  const start = written.lastIndexOf(creditMark);
  if (start === -1) return whole;
  const before = written.slice(0, start);
  const after = written.slice(start + creditMark.length).trim();
  const bracketed = before.endsWith('(');
  if (bracketed && !/\)\.?$/.test(after)) return whole;
  if (!bracketed && (/\S$/.test(before) || /(?<!\p{L})trong\s*$/iu.test(before.slice(-20)))) {
    return whole;
  }
  const credit = bracketed ? after.replace(/\)\.?$/, '').trim() : after;
  if (credit === '') return whole;
  return { caption: withoutDash((bracketed ? before.slice(0, -1) : before).trim()), credit };
}

/** A dash between caption and credit belongs to neither. */
function withoutDash(caption: string): string {
  return /(?:^|\s)[-–—|]$/.test(caption.slice(-2)) ? caption.slice(0, -1).trim() : caption;
}
