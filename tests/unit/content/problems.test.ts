import { describe, expect, test } from 'vitest';
import {
  describeProblem,
  formatProblem,
  forms,
  type ProblemCode,
  problem,
  problemCodes,
} from '@/lib/content/problems';

const at = { file: 'articles/a.md', line: 3, column: 7 };

/** Severity, then message and fix as an editor reads them. */
const golden: Readonly<Record<ProblemCode, readonly [severity: string, problem: string]>> = {
  'port-invalid': ['error', 'PORT phải là số từ 0 đến 65535, không phải “abc”. Ví dụ: PORT=3000.'],
  'site-url-invalid': [
    'error',
    'SITE_URL chỉ gồm giao thức và tên miền, không phải “vi-du.vn”. Ví dụ: SITE_URL=https://vi-du.vn.',
  ],
  'port-taken': [
    'error',
    'Địa chỉ 127.0.0.1:3000 đang có chương trình khác dùng. Dừng chương trình ấy, hoặc đặt PORT bằng một số khác.',
  ],
  'address-unusable': [
    'error',
    'Không mở được địa chỉ 10.0.0.1:80 (EACCES). Xem lại HOSTNAME và PORT.',
  ],
  'content-unreadable': [
    'error',
    'Không đọc được thư mục nội dung “content” (ENOENT). Xem lại CONTENT_DIR và quyền đọc của thư mục.',
  ],
  'data-unwritable': [
    'error',
    'Không ghi được vào thư mục dữ liệu “.data” (EROFS). Xem lại DATA_DIR và quyền ghi của thư mục.',
  ],
  'build-missing': [
    'error',
    'Chưa có bản dựng của trang. Chạy npm run build trước, hoặc npm run serve để dựng rồi mở trang.',
  ],
  'file-unreadable': [
    'error',
    'Không đọc được tệp (EACCES). Xem lại quyền đọc của tệp, rồi lưu lại.',
  ],
  'file-too-large': [
    'error',
    'Tệp nặng 1,1 MB, quá mức 1 MB. Chia bài thành nhiều phần, hoặc bỏ dữ liệu không phải chữ ra khỏi tệp.',
  ],
  'file-not-utf8': [
    'error',
    'Tệp không phải văn bản UTF-8. Mở tệp bằng trình soạn thảo, chọn lưu với bảng mã UTF-8.',
  ],
  'control-character': [
    'error',
    'Có ký tự điều khiển U+001B trong tệp. Xóa ký tự ấy; gõ lại đoạn chữ ở chỗ đó nếu cần.',
  ],
  'front-matter-missing': [
    'error',
    'Tệp không có phần khai báo ở đầu. Thêm ở dòng đầu tiên một dòng “---”, các khóa như title, date, rồi một dòng “---” nữa.',
  ],
  'front-matter-unclosed': [
    'error',
    'Phần khai báo ở đầu tệp chưa được đóng lại. Thêm một dòng chỉ có “---” sau khóa cuối cùng, trước thân bài.',
  ],
  'front-matter-too-long': [
    'error',
    'Phần khai báo ở đầu tệp dài quá 16.384 ký tự. Chuyển phần dài xuống thân bài, dưới dòng “---” thứ hai; xóa các dòng trống thừa.',
  ],
  'front-matter-language': [
    'error',
    'Phần khai báo viết bằng “js”; ở đây chỉ đọc YAML. Sửa dòng đầu tệp thành đúng “---”.',
  ],
  'yaml-invalid': [
    'error',
    'Không đọc được YAML ở chỗ này. Xem lại dấu hai chấm, thụt dòng và dấu nháy; chữ có “: ” hay “ #”, hoặc bắt đầu bằng một dấu như * & ! @ [, thì đặt trong dấu nháy.',
  ],
  'key-duplicate': ['error', 'Khóa “title” được khai báo hai lần. Giữ lại một dòng, xóa dòng kia.'],
  'key-unknown': [
    'error',
    'Không có khóa nào tên “drafts”. Sửa tên khóa cho đúng, hoặc xóa dòng này.',
  ],
  'key-missing': ['error', 'Thiếu khóa “corrections.text”. Thêm một dòng “text: …”.'],
  'value-empty': [
    'error',
    'Khóa “title” để trống. Viết giá trị sau dấu hai chấm, hoặc xóa dòng này nếu khóa không bắt buộc.',
  ],
  'value-type': ['error', 'Giá trị của “series.part” không đúng kiểu. Viết một số nguyên từ 1.'],
  'date-unreadable': [
    'error',
    'Không đọc được ngày “24/12/2020”. Viết theo mẫu 2020-12-24 hoặc 2020-12-24 07:00.',
  ],
  'date-impossible': [
    'error',
    'Lịch không có ngày giờ “2020-02-30”. Xem lại năm, tháng, ngày, giờ; mẫu là 2020-12-24 hoặc 2020-12-24 07:00.',
  ],
  'updated-too-early': [
    'warning',
    'Ngày cập nhật “2020-12-23” sớm hơn ngày đăng “2020-12-24” nên không được dùng. Sửa một trong hai ngày, hoặc xóa dòng “updated”.',
  ],
  'time-zone-unknown': [
    'error',
    'Không có múi giờ nào tên “Asia/Hanoi”. Viết theo tên IANA, ví dụ Asia/Ho_Chi_Minh.',
  ],
  'section-unknown': [
    'error',
    'Không có chuyên mục “Thời sự” trong site.yaml. Dùng một trong các chuyên mục: thoi-su, phap-luat.',
  ],
  'section-without-letters': [
    'error',
    'Chuyên mục “北京” không có chữ hay số nào để làm địa chỉ. Đặt cho chuyên mục một tên có chữ cái hoặc chữ số.',
  ],
  'author-unknown': [
    'error',
    'Không có tác giả “Nguyễn Văn A” trong thư mục authors. Sửa lại tên tệp tác giả, hoặc thêm tệp authors/nguyen-van-a.md.',
  ],
  'author-without-letters': [
    'error',
    'Tên tác giả “北京” không có chữ hay số nào để làm địa chỉ. Viết tên tác giả bằng chữ cái hoặc chữ số.',
  ],
  'tag-without-letters': [
    'error',
    'Chủ đề “北京” không có chữ hay số nào để làm địa chỉ. Đặt cho chủ đề một tên có chữ cái hoặc chữ số.',
  ],
  'tag-collision': [
    'warning',
    'Chủ đề “kỹ luật” trùng địa chỉ với “kỷ luật” nhưng viết khác. Viết đúng “kỷ luật”, hoặc đặt tên khác hẳn.',
  ],
  'tag-declared-twice': [
    'warning',
    '“kỳ anh” đã thuộc về chủ đề “Kỳ Anh” ở trên. Giữ lại một chỗ, xóa chỗ kia.',
  ],
  'body-too-deep': [
    'error',
    'Dòng này lồng hơn 50 lớp trích dẫn hoặc danh sách vào nhau. Xóa bớt dấu > hay dấu đầu dòng ở đầu dòng.',
  ],
  'slug-empty': [
    'error',
    'Từ tên tệp “articles/北京.md” không làm được địa chỉ của bài. Đổi tên tệp thành chữ thường không dấu, nối bằng dấu gạch, ví dụ tin-moi.md.',
  ],
  'slug-taken': [
    'error',
    'Địa chỉ “tin-moi” đã thuộc về tệp articles/tin-moi.md. Đổi tên một trong hai tệp.',
  ],
  'slug-reserved': ['error', 'Tên “tim-kiem” dành cho một địa chỉ khác của trang. Đổi tên tệp.'],
  'alias-invalid': [
    'error',
    'Địa chỉ cũ “https://vi-du.vn/a” không phải một đường dẫn của trang này. Viết từ dấu gạch chéo, ví dụ /bai-viet/tieu-de-cu.',
  ],
  'link-unsafe': [
    'warning',
    'Liên kết “javascript:alert(1)” không được dùng; chữ vẫn hiện, liên kết bị bỏ. Dùng địa chỉ http, https, mailto, tel hoặc đường dẫn bắt đầu bằng dấu gạch chéo.',
  ],
  'picture-foreign': [
    'warning',
    'Ảnh “https://vi-du.com/a.jpg” nằm ở trang khác nên không được hiện. Chép tệp ảnh vào cạnh bài rồi viết tên tệp.',
  ],
  'html-dropped': [
    'warning',
    'HTML “<br>” bị bỏ, không hiện trên trang. Viết bằng Markdown; muốn hiện dấu < thì đặt trong dấu nháy ngược.',
  ],
  'heading-too-high': [
    'warning',
    'Dấu # dành cho tiêu đề bài; trong thân bài nó được hiện như ##. Bắt đầu tít phụ bằng ##.',
  ],
  'photograph-to-come': [
    'warning',
    'Ảnh này chưa có tệp; trang hiện chú thích với ô “Ảnh sẽ bổ sung”. Khi có ảnh, viết tên tệp vào giữa hai dấu ngoặc tròn.',
  ],
};

/** What was written in the file, for each code. */
const problems = [
  problem('port-invalid', at, 'abc'),
  problem('site-url-invalid', at, 'vi-du.vn'),
  problem('port-taken', at, '127.0.0.1:3000'),
  problem('address-unusable', at, '10.0.0.1:80', 'EACCES'),
  problem('content-unreadable', at, 'content', 'ENOENT'),
  problem('data-unwritable', at, '.data', 'EROFS'),
  problem('build-missing', at),
  problem('file-unreadable', at, 'EACCES'),
  problem('file-too-large', at, '1,1 MB', '1 MB'),
  problem('file-not-utf8', at),
  problem('control-character', at, 'U+001B'),
  problem('front-matter-missing', at),
  problem('front-matter-unclosed', at),
  problem('front-matter-too-long', at, '16.384'),
  problem('front-matter-language', at, 'js'),
  problem('yaml-invalid', at),
  problem('key-duplicate', at, 'title'),
  problem('key-unknown', at, 'drafts'),
  problem('key-missing', at, 'corrections.text'),
  problem('value-empty', at, 'title'),
  problem('value-type', at, 'series.part', forms.integer),
  problem('date-unreadable', at, '24/12/2020'),
  problem('date-impossible', at, '2020-02-30'),
  problem('updated-too-early', at, '2020-12-23', '2020-12-24'),
  problem('time-zone-unknown', at, 'Asia/Hanoi'),
  problem('section-unknown', at, 'Thời sự', 'thoi-su, phap-luat'),
  problem('section-without-letters', at, '北京'),
  problem('author-unknown', at, 'Nguyễn Văn A', 'authors/nguyen-van-a.md'),
  problem('author-without-letters', at, '北京'),
  problem('tag-without-letters', at, '北京'),
  problem('tag-collision', at, 'kỹ luật', 'kỷ luật'),
  problem('tag-declared-twice', at, 'kỳ anh', 'Kỳ Anh'),
  problem('body-too-deep', at, '50'),
  problem('slug-empty', at, 'articles/北京.md'),
  problem('slug-taken', at, 'tin-moi', 'articles/tin-moi.md'),
  problem('slug-reserved', at, 'tim-kiem'),
  problem('alias-invalid', at, 'https://vi-du.vn/a'),
  problem('link-unsafe', at, 'javascript:alert(1)'),
  problem('picture-foreign', at, 'https://vi-du.com/a.jpg'),
  problem('html-dropped', at, '<br>'),
  problem('heading-too-high', at),
  problem('photograph-to-come', at),
];

test.each(problems)(
  '$code says what is wrong and what to type',
  ({ code, severity, message, fix }) => {
    expect([severity, `${message} ${fix}`]).toEqual(golden[code]);
  },
);

test('every code has its golden text', () => {
  expect(problems.map(({ code }) => code).sort()).toEqual([...problemCodes].sort());
});

describe('what was written is quoted on one line, and not without end', () => {
  test.each([
    ['a\n  b\t\u0001c', '“a b c”'],
    ['a'.repeat(80), `“${'a'.repeat(80)}”`],
    ['a'.repeat(81), `“${'a'.repeat(79)}…”`],
    [`${'a'.repeat(78)}🚢🚢`, `“${'a'.repeat(78)}…”`],
  ])('%j', (written, quoted) => {
    expect(problem('date-unreadable', at, written).message).toBe(`Không đọc được ngày ${quoted}.`);
  });
});

test('a problem is printed on one line, place first', () => {
  expect(formatProblem(problem('date-unreadable', at, '24/12/2020'))).toBe(
    'articles/a.md:3:7 lỗi date-unreadable: Không đọc được ngày “24/12/2020”. Viết theo mẫu 2020-12-24 hoặc 2020-12-24 07:00.',
  );
  expect(formatProblem(problem('photograph-to-come', at))).toMatch(
    /^articles\/a\.md:3:7 cảnh báo photograph-to-come: /,
  );
});

test('what keeps the server from starting has no place', () => {
  expect(describeProblem('port-invalid', 'abc')).toBe(
    'PORT phải là số từ 0 đến 65535, không phải “abc”. Ví dụ: PORT=3000.',
  );
});
