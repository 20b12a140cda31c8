/** Keys of those who sign. */
export const authorKeys = ['trang', 'minh', 'toa-soan'];

/** What every article with a photograph shows; its file lies beside them all, or not. */
export const photograph = { src: 'anh.gif', alt: 'Ảnh', credit: 'Thử' };

/**
 * The files of a newsroom that stand on every page or have pages of their own, and edits of them.
 * @param version a number that was not there before
 */
export function createEditedFrame(
  write: (path: string, text: string | Uint8Array) => void,
  pick: <T>(list: readonly T[]) => T,
  version: () => number,
) {
  const site: Record<string, unknown> = {
    name: 'Báo Thử',
    sections: [
      { key: 'thoi-su', name: 'Thời sự' },
      { key: 'doi-song', name: 'Đời sống' },
      { key: 'van-hoa', name: 'Văn hóa' },
    ],
  };
  const tags: { name: string; synonyms?: readonly string[]; description?: string }[] = [
    { name: 'Kỳ Anh', synonyms: ['thị xã Kỳ Anh'] },
  ];
  const authors: Record<string, { front: Record<string, unknown>; body: string }> = {
    trang: { front: { name: 'Thu Trang' }, body: 'Phóng viên.' },
    minh: { front: { name: 'Văn Minh', role: 'Biên tập viên' }, body: '' },
    'toa-soan': { front: { name: 'Tòa soạn', kind: 'desk' }, body: '' },
  };
  const about = { title: 'Giới thiệu', description: 'Về báo.' };
  const writeSite = () => write('site.yaml', yaml(site));
  const writeTags = () => write('tags.yaml', JSON.stringify(tags));
  const writeAuthor = (key: string) => {
    const author = authors[key];
    if (author) write(`authors/${key}.md`, markdown(author.front, author.body));
    return `author ${key}`;
  };
  const writeAbout = (body = 'Báo thử.') => write('pages/gioi-thieu.md', markdown(about, body));
  const edits: Readonly<Record<string, () => string>> = {
    'site.yaml': () => {
      site.description = `Mô tả ${version()}.`;
      writeSite();
      return 'description';
    },
    'tags.yaml': () => {
      tags.push({ name: `thẻ ${version()}` });
      tags[0] = { name: 'Kỳ Anh', synonyms: ['thị xã Kỳ Anh'], description: `Thẻ ${version()}.` };
      writeTags();
      return 'description';
    },
    'text of an author': () => {
      const key = pick(authorKeys);
      const author = authors[key];
      if (author) author.body = `Tiểu sử ${version()}.`;
      return writeAuthor(key);
    },
    'role of an author': () => {
      const key = pick(authorKeys);
      const author = authors[key];
      if (author) author.front.role = `Vai ${version()}`;
      return writeAuthor(key);
    },
    'name of an author': () => {
      const key = pick(authorKeys);
      const author = authors[key];
      if (author) author.front.name = `Tên ${version()}`;
      return writeAuthor(key);
    },
    'text of a page': () => {
      writeAbout(`Báo thử ${version()}.`);
      return 'about';
    },
    'description of a page': () => {
      about.description = `Về báo ${version()}.`;
      writeAbout();
      return 'about';
    },
    'new page': () => {
      const name = `trang-${version()}`;
      write(`pages/${name}.md`, markdown({ title: name, description: 'Trang mới.' }, 'Trang.'));
      return name;
    },
    'file of the photograph': () => {
      const width = 300 + version();
      write(`articles/${photograph.src}`, gifOf(width));
      return `${width} wide`;
    },
    'photograph that is none': () => {
      write(`articles/${photograph.src}`, 'Chưa chép xong.');
      return 'no picture';
    },
  };
  const writeAll = () => {
    writeSite();
    writeTags();
    for (const key of authorKeys) writeAuthor(key);
    writeAbout();
  };
  return { edits, writeAll };
}

/** The beginning of a picture, 200 pixels high (GIF 89a §17–18). */
function gifOf(width: number): Uint8Array {
  const header = Buffer.from('GIF89a\0\0\0\0\0\0\0', 'latin1');
  header.writeUInt16LE(width, 6);
  header.writeUInt16LE(200, 8);
  return header;
}

/** JSON is YAML, so that values need no writing of their own. */
function yaml(front: Readonly<Record<string, unknown>>): string {
  return Object.entries(front)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
    .join('');
}

/** The text of a Markdown file. */
export function markdown(front: Readonly<Record<string, unknown>>, body: string): string {
  return `---\n${yaml(front)}---\n\n${body}\n`;
}
