import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateSync } from 'node:zlib';

// Writes the folder of the generated newsroom. Every text says that it is made for tests.
const directory = process.env.CONTENT_DIR;
if (!directory) throw new Error('CONTENT_DIR names the folder to write');
rmSync(directory, { recursive: true, force: true });
rmSync(process.env.DATA_DIR ?? '', { recursive: true, force: true });

write(
  'site.yaml',
  `name: Báo Thử
description: Trang dựng tự động để kiểm thử; không có tin thật.
sections:
  - { key: thu-nghiem, name: Thử nghiệm, description: Bài tạo tự động. }
  - { key: mot-bai, name: Ít bài }
  - { key: de-trong, name: Để trống }
publisher:
  kind: Trang thử
  name: Đơn vị Thử
  governingBody: Cơ quan Thử
  address: Số 0, phố Thử
  email: thu@example.com
  phone: "000"
  responsible: { name: Người Thử, role: Tổng biên tập thử }
  licence: { number: 0/GP-THU, date: 01/01/2020, issuer: Sở Thử }
links:
  - { name: Trang mẫu, url: "https://example.com/" }
`,
);
write(
  'tags.yaml',
  '- { name: thử, synonyms: [bài thử], description: Bài thử. }\n- { name: chủ đề trống }\n',
);
write(
  'authors/may-viet.md',
  '---\nname: Máy Viết\nkind: desk\nrole: Bàn thử\nemail: thu@example.com\n---\n\nMáy viết bài thử.\n',
);
write('authors/nguyen-thu.md', '---\nname: Nguyễn Thử\n---\n\nNgười thử.\n');
write(
  'pages/trang-thu.md',
  '---\ntitle: Trang thử\ndescription: Một trang để thử.\naliases: [/trang-cu]\n---\n\nNội dung thử.\n',
);

for (let number = 1; number <= 65; number += 1) {
  const day = String(1 + (number % 28)).padStart(2, '0');
  const month = number % 2 === 0 ? '03' : '04';
  article(
    `2021/${month}/bai-thu-so-${number}`,
    {
      title: `Bài thử số ${number}: tiêu đề tạo tự động để kiểm thử trang danh sách`,
      date: `2021-${month}-${day} 08:${String(number % 60).padStart(2, '0')}`,
      tags: number % 3 === 0 ? '[thử, bội ba]' : '[thử]',
    },
    'Đoạn văn tạo tự động, chỉ để kiểm thử.\n',
  );
}

article(
  '2022/01/du-moi-thu',
  {
    title: 'Đủ mọi thứ: bài thử có mọi loại chữ, bảng, ảnh, chú thích và mã',
    date: '2022-01-15 09:05',
    section: 'mot-bai',
    authors: '[may-viet, nguyen-thu]',
    image:
      '{ src: anh-thu.png, alt: Ô màu xám, caption: Ảnh tạo tự động., credit: Máy Viết, focus: top }',
    updated: '2022-01-16 10:00',
    aliases: '[/bai-viet/ten-cu, /tin/2022/cu.html]',
    corrections: '[{ date: 2022-01-17, text: "Bản trước ghi 1, đúng là 2 (thử)." }]',
    source: '{ name: Nguồn Thử, url: "https://example.com/nguon", author: Người Thử }',
    series: '{ name: Loạt thử, part: 2 }',
  },
  `Đoạn đầu có **chữ đậm**, *chữ nghiêng*, ~~chữ bỏ~~, \`mã\`, [liên kết trong](/chu-de/thu),
[liên kết ngoài](https://example.com/) và chú thích.[^1] Nguyễn Đỗ Ỷ, Ẩm Thủy, Ngữ Nghĩa thử dấu chồng.

## Tít phụ thứ nhất

- mục một
- mục hai
  1. mục con
  2. mục con

> Lời trích để thử, dài vừa đủ để xuống dòng trên màn hình hẹp của điện thoại.

![Ảnh tạo tự động để thử. Ảnh: Máy Viết](anh-thu.png)

![Ảnh chưa có, chỉ có chú thích]()

### Tít nhỏ

| Cột thứ nhất | Cột thứ hai | Cột thứ ba | Cột thứ tư | Cột thứ năm |
| --- | ---: | :---: | --- | --- |
| một ô dài dài dài dài | 1.234 | giữa | thêm chữ thêm chữ | thêm chữ thêm chữ |
| hai | 37,5 | giữa | thêm chữ | thêm chữ |

\`\`\`
một dòng mã rất dài rất dài rất dài rất dài rất dài rất dài rất dài rất dài rất dài rất dài
\`\`\`

- [x] việc đã xong
- [ ] việc chưa xong

---

Mộtchữdàikhôngcódấucáchđểthửxemtrangcóbịtrànngangtrênmànhìnhhẹphaykhôngvàchữcóđượcngắtđúngchỗ.

[^1]: Chú thích để thử, [có liên kết](/trang-thu).
`,
);
for (const part of [1, 3]) {
  article(
    `2022/01/loat-thu-ky-${part}`,
    {
      title: `Kỳ ${part} của loạt thử, để thử đường đi giữa các kỳ`,
      date: `2022-01-1${part} 09:05`,
      section: 'mot-bai',
      series: `{ name: Loạt thử, part: ${part} }`,
    },
    'Đoạn văn tạo tự động, chỉ để kiểm thử.\n',
  );
}
article(
  '2022/01/da-rut',
  {
    title: 'Bài đã rút để thử',
    date: '2022-01-10',
    withdrawn: '{ date: 2022-01-12, reason: "Rút để thử lời báo." }',
  },
  'KHÔNG-ĐƯỢC-LỘ\n',
);
article(
  '2022/01/ban-nhap',
  { title: 'Bản nháp KHÔNG-ĐƯỢC-LỘ', date: '2022-01-10', draft: 'true' },
  'KHÔNG-ĐƯỢC-LỘ\n',
);
article(
  '2999/01/hen-gio',
  { title: 'Hẹn giờ KHÔNG-ĐƯỢC-LỘ', date: '2999-01-01 08:00', tags: '[KHÔNG-ĐƯỢC-LỘ]' },
  'KHÔNG-ĐƯỢC-LỘ\n',
);
write(
  'articles/2022/01/hong.md',
  '---\ntitle: Tệp hỏng\ndate: 2022-13-45\ndescription: Tệp hỏng để thử.\nsection: thu-nghiem\n---\n\nTệp hỏng.\n',
);
writeFileSync(join(directory, 'articles/2022/01/anh-thu.png'), greyPicture(30, 20));

function article(path: string, keys: Readonly<Record<string, string>>, body: string): void {
  const front = {
    description: 'Sapo tạo tự động, chỉ để kiểm thử.',
    section: 'thu-nghiem',
    authors: '[may-viet]',
    ...keys,
  };
  const lines = Object.entries(front).map(([key, value]) =>
    /^(title|description)$/.test(key) ? `${key}: ${JSON.stringify(value)}` : `${key}: ${value}`,
  );
  write(`articles/${path}.md`, `---\n${lines.join('\n')}\n---\n\n${body}`);
}

function write(path: string, text: string): void {
  const file = join(directory ?? '', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** A PNG of one grey: the smallest picture that is none of anything. */
function greyPicture(width: number, height: number): Buffer {
  const rows = Buffer.alloc(height * (width + 1), 0x99);
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** PNG specification, annex D. */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
