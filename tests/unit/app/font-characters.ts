import { brotliDecompressSync } from 'node:zlib';

/** Tags that a WOFF2 directory gives by number; only those before and at `cmap` matter to us. */
const CMAP = 0;
const [GLYF, LOCA] = [10, 11];
const OTHER = 63;

/**
 * The characters that a font has a glyph for, read from its table `cmap`.
 * @param woff2 the file; a collection of fonts is none of ours
 * @returns code points
 * @see https://www.w3.org/TR/WOFF2/ §4 and OpenType, table cmap, formats 4 and 12
 */
export function charactersOf(woff2: Buffer): ReadonlySet<number> {
  const cmap = tableOf(woff2, CMAP);
  const count = cmap.readUInt16BE(2);
  const found = new Set<number>();
  for (let index = 0; index < count; index += 1) {
    const subtable = cmap.subarray(cmap.readUInt32BE(8 + index * 8));
    const format = subtable.readUInt16BE(0);
    if (format === 4) addSegments(subtable, found);
    else if (format === 12) addGroups(subtable, found);
  }
  return found;
}

/** One table, as it is before WOFF2: `cmap` is never transformed. */
function tableOf(woff2: Buffer, wanted: number): Buffer {
  const tableCount = woff2.readUInt16BE(12);
  let position = 48;
  let start = 0;
  let place: { readonly start: number; readonly length: number } | undefined;
  const readLength = () => {
    let value = 0;
    for (;;) {
      const byte = woff2.readUInt8(position);
      position += 1;
      value = value * 128 + (byte & 0x7f);
      if (byte < 0x80) return value;
    }
  };
  for (let index = 0; index < tableCount; index += 1) {
    const flags = woff2.readUInt8(position);
    const tag = flags & 0x3f;
    const version = flags >> 6;
    position += tag === OTHER ? 5 : 1;
    const plain = readLength();
    // Only these two are transformed where their version is 0; the others where it is not.
    const isTransformed = tag === GLYF || tag === LOCA ? version !== 3 : version !== 0;
    const length = isTransformed ? readLength() : plain;
    if (tag === wanted) place = { start, length };
    start += length;
  }
  if (!place) throw new Error('the font has no such table');
  const packed = woff2.subarray(position, position + woff2.readUInt32BE(20));
  return brotliDecompressSync(packed).subarray(place.start, place.start + place.length);
}

/** Format 4: segments of the basic plane. */
function addSegments(subtable: Buffer, found: Set<number>): void {
  const size = subtable.readUInt16BE(6);
  const [ends, starts, deltas, offsets] = [14, 16 + size, 16 + 2 * size, 16 + 3 * size];
  for (let at = 0; at < size; at += 2) {
    const [first, last] = [subtable.readUInt16BE(starts + at), subtable.readUInt16BE(ends + at)];
    const offset = subtable.readUInt16BE(offsets + at);
    for (let point = first; point <= last && point < 0xffff; point += 1) {
      const glyph =
        offset === 0 ? point : subtable.readUInt16BE(offsets + at + offset + 2 * (point - first));
      const delta = offset !== 0 && glyph === 0 ? 0 : subtable.readUInt16BE(deltas + at);
      if ((glyph + delta) % 0x10000 !== 0) found.add(point);
    }
  }
}

/** Format 12: groups of any plane. */
function addGroups(subtable: Buffer, found: Set<number>): void {
  const count = subtable.readUInt32BE(12);
  for (let index = 0; index < count; index += 1) {
    const at = 16 + index * 12;
    const [first, last] = [subtable.readUInt32BE(at), subtable.readUInt32BE(at + 4)];
    for (let point = first; point <= last; point += 1) found.add(point);
  }
}
