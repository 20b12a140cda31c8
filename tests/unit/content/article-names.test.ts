import { describe, expect, test } from 'vitest';
import { readAuthors, readSection, readTags } from '@/lib/content/article-names';
import type { Reading } from '@/lib/content/reading';
import { parseYaml } from '@/lib/content/source/front-matter';
import { indexTagNames } from '@/lib/content/tags-file';
import { bareNewsroom, newsroom, placed } from './newsroom';

function reading(key: string, names: readonly string[]): Reading {
  const yaml = parseYaml(`${key}:\n${names.map((name) => `  - "${name}"\n`).join('')}`, 'a.md');
  if (!yaml.ok) throw new Error('unread');
  return { file: 'a.md', source: yaml.source, problems: [], mentions: [] };
}

function tags(names: readonly string[], room = newsroom) {
  const read = reading('tags', names);
  const found = readTags(names, room.tagNames, read);
  return [found.map(({ slug, name }) => `${slug}: ${name}`), read.problems.map(placed)];
}

describe('a tag is found under its settled name', () => {
  test.each([
    ['Kỳ Anh', 'ky-anh: Kỳ Anh'],
    ['KỲ ANH', 'ky-anh: Kỳ Anh'],
    ['Hoà Bình', 'hoa-binh: Hòa Bình'],
    ['hòa bình', 'hoa-binh: Hòa Bình'],
    ['Hoà Bình'.normalize('NFD'), 'hoa-binh: Hòa Bình'],
    ['chủ đề mới', 'chu-de-moi: chủ đề mới'],
  ])('%s', (written, expected) => {
    expect(tags([written])).toEqual([[expected], []]);
  });
});

test('spellings of one tag are one tag, without a word', () => {
  expect(tags(['Hòa Bình', 'hoà bình', 'TX', 'tx', 'Kỳ Anh', 'KỲ ANH'])).toEqual([
    ['hoa-binh: Hòa Bình', 'tx: TX', 'ky-anh: Kỳ Anh'],
    [],
  ]);
});

test('a tag that would share an address but is spelt otherwise is warned of', () => {
  expect(tags(['Kỳ Anh', 'kỹ luật'])).toEqual([
    ['ky-anh: Kỳ Anh', 'ky-luat: kỷ luật'],
    ['3:5 tag-collision'],
  ]);
  expect(tags(['kỷ luật', 'kỹ luật'], bareNewsroom)).toEqual([
    ['ky-luat: kỷ luật'],
    ['3:5 tag-collision'],
  ]);
});

test('a synonym is found under its settled name, and the name to write is said', () => {
  expect(tags(['  Thị Xã  Kỳ Anh', 'Kỳ Anh', 'thị xã Kỳ Anh'])).toEqual([
    ['ky-anh: Kỳ Anh'],
    ['2:5 tag-merged', '4:5 tag-merged'],
  ]);
});

describe('a tag that tags.yaml does not know and that is one letter from one it knows', () => {
  const known = (names: readonly string[]) => ({
    ...newsroom,
    tagNames: indexTagNames(names.map((name) => ({ slug: name, name, synonyms: [] }))),
  });

  test.each([
    ['Kỳ Anhh', 'Kỳ Anh'],
    ['Kyanh', 'Kỳ Anh'],
    ['thị xã Kỳ Ank', 'thị xã Kỳ Anh'],
    ['kỷ lutậ', 'kỷ luật'],
    ['Hao Bình', 'Hòa Bình'],
  ])('%s is said to be near %s', (written, name) => {
    const read = reading('tags', [written]);
    readTags([written], newsroom.tagNames, read);
    expect(read.problems.map(({ code, message }) => `${code} ${message}`)).toEqual([
      `tag-misspelt Chủ đề “${written}” chỉ khác một chữ cái với “${name}”.`,
    ]);
  });

  test.each([
    ['quý 2', 'quý 1'],
    ['năm 2021', 'năm 2020'],
    ['khóa 12', 'khóa 2'],
    ['khóa XIII', 'khóa XII'],
    ['nhóm B', 'nhóm A'],
    ['lớp 10a', 'lớp 10b'],
    ['y te', 'y tá'],
    ['thuế', 'thu'],
    ['Tiền Phong', 'biên phòng'],
    ['ma quỷ', 'ma túy'],
    ['Hà Nội', 'Hà Nam'],
  ])('%s is not taken for a misspelt %s', (written, name) => {
    expect(tags([written], known([name]))[1]).toEqual([]);
  });
});

test('tags that tags.yaml does not know are mentioned as written, once', () => {
  const read = reading('tags', ['Kỳ Anh', 'Mới', 'mới', '…', 'thị xã Kỳ Anh']);
  readTags(['Kỳ Anh', 'Mới', 'mới', '…', 'thị xã Kỳ Anh'], newsroom.tagNames, read);
  expect(read.mentions).toEqual([{ kind: 'tag', target: 'Mới', line: 3, column: 5 }]);
});

test('no tag is invented from a name without letters', () => {
  expect(tags(['北京', '…', 'a'])).toEqual([
    ['a: a'],
    ['2:5 tag-without-letters', '3:5 tag-without-letters'],
  ]);
});

function authors(names: readonly string[], room = newsroom) {
  const read = reading('authors', names);
  const found = readAuthors(names, room.authorNames, read);
  return [found.map(({ key, name }) => `${key}: ${name}`), read.problems.map(placed)];
}

test('an author is named once, and one that is not known at the place where it stands', () => {
  expect(authors(['thu-trang', 'thu-trang', 'Thu Trang', 'van-a'])).toEqual([
    ['thu-trang: Thu Trang'],
    ['4:5 author-unknown', '5:5 author-unknown'],
  ]);
});

test('an author that is misspelt or named by name is told the nearest key', () => {
  const read = reading('authors', ['Thu Trang', 'thu-tarng', 'an']);
  readAuthors(['Thu Trang', 'thu-tarng', 'an'], newsroom.authorNames, read);
  expect(read.problems.map(({ fix }) => fix)).toEqual([
    'Có phải “thu-trang”? Nếu không, thêm tệp authors/thu-trang.md.',
    'Có phải “thu-trang”? Nếu không, thêm tệp authors/thu-tarng.md.',
    'Sửa lại tên tệp tác giả, hoặc thêm tệp authors/an.md.',
  ]);
});

test('without authors/ a name is its own author, once in all its spellings', () => {
  expect(authors(['Hoà', 'Hòa', '北京'], bareNewsroom)).toEqual([
    ['hoa: Hoà'],
    ['4:5 author-without-letters'],
  ]);
});

describe('a section', () => {
  const section = (written: string | undefined, room = newsroom) => {
    const read = reading('section', ['a']);
    return [readSection(written, room.site, read), read.problems.map(({ code }) => code)];
  };

  test('is found by its key when there is a list of them', () => {
    expect(section('thoi-su')).toEqual([{ key: 'thoi-su', name: 'Thời sự' }, []]);
    expect(section('Thời sự')).toEqual([undefined, ['section-unknown']]);
  });

  test('that is misspelt or named by its name is told the nearest key', () => {
    const fixOf = (written: string) => {
      const read = reading('section', ['a']);
      readSection(written, newsroom.site, read);
      return read.problems.map(({ fix }) => fix);
    };
    expect(fixOf('Quốc phòng – An ninh')).toEqual(['Có phải “quoc-phong-an-ninh”?']);
    expect(fixOf('thoi-su')).toEqual([]);
    expect(fixOf('thoisu')).toEqual(['Có phải “thoi-su”?']);
    expect(fixOf('khac')).toEqual(['Dùng một trong các chuyên mục: thoi-su, quoc-phong-an-ninh.']);
  });

  test('is what the article writes when there is none', () => {
    expect(section('Thời sự', bareNewsroom)).toEqual([{ key: 'thoi-su', name: 'Thời sự' }, []]);
    expect(section('北京', bareNewsroom)).toEqual([undefined, ['section-without-letters']]);
  });

  test('that could not be read is no second problem', () => {
    expect(section(undefined)).toEqual([undefined, []]);
  });
});
