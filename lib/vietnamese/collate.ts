/** Made once: making a collator is far dearer than comparing with it. */
const collator = new Intl.Collator('vi', { numeric: true });

/**
 * The order of Vietnamese names in a list: letters first (a < ă < â, d < đ), tones after them, case
 * last, numbers by value.
 * @param a any Unicode form
 * @param b any Unicode form
 * @returns below 0 when `a` comes first, above 0 when `b` does, 0 when neither
 * @example ['Đà Nẵng', 'Em bé', 'Dự án'].sort(compareNames) // ['Dự án', 'Đà Nẵng', 'Em bé']
 * @see CLDR common/collation/vi.xml
 */
export function compareNames(a: string, b: string): number {
  return collator.compare(readable(a), readable(b));
}

/**
 * The order of persons: by the given name, which is the last word, then by the words before it.
 * @param a a name as it is written, family name first; any Unicode form
 * @param b likewise
 * @returns below 0 when `a` comes first, above 0 when `b` does, 0 when neither
 * @example ['Lê Lợi', 'Chu Văn An'].sort(comparePersons) // ['Chu Văn An', 'Lê Lợi']
 * @see README.md of this room, order
 */
export function comparePersons(a: string, b: string): number {
  const [one, other] = [nameParts(a), nameParts(b)];
  return compareNames(one.given, other.given) || compareNames(one.before, other.before);
}

/**
 * The word by which a person is called and found in a list: the last one.
 * @param name as it is written, family name first
 * @example givenName('Hồ Xuân Hương') // 'Hương'
 * @see README.md of this room, order
 */
export function givenName(name: string): string {
  return nameParts(name).given;
}

/** CLDR has the letter of Icelandic beside d; in a Vietnamese list it is a miswritten đ. */
function readable(name: string): string {
  return name.normalize('NFC').replace(/[Ðð]/g, (letter) => (letter === 'Ð' ? 'Đ' : 'đ'));
}

function nameParts(name: string): { readonly given: string; readonly before: string } {
  const words = name.trim().split(/\s+/);
  return { given: words.at(-1) ?? '', before: words.slice(0, -1).join(' ') };
}
