const NO_BREAK_SPACE = '\u00a0';

/** 20 digits, the most that is allowed, so that no number is rounded; zero never has a minus sign. */
const formatter = new Intl.NumberFormat('vi', {
  maximumFractionDigits: 20,
  signDisplay: 'negative',
});

/**
 * A number for readers, with Vietnamese separators: dot for thousands, comma for decimals. Not for
 * years and codes, nor for numbers inside an article, which stay as written.
 * @param value a finite number, printed with all its digits: round it first if need be
 * @param unit set apart by a no-break space (U+00A0); one that begins with % follows without space
 * @example formatNumber(1234567.89) // '1.234.567,89'
 * @example formatNumber(37.5, 'kg') // '37,5 kg'
 * @example formatNumber(12.5, '%') // '12,5%'
 * @see CLDR common/main/vi.xml
 */
export function formatNumber(value: number, unit?: string): string {
  const number = formatter.format(value);
  if (!unit) return number;
  return unit.startsWith('%') ? number + unit : number + NO_BREAK_SPACE + unit;
}
