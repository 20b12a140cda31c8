// Long, because it is one list: every problem that is reported, and nothing else.

/** How grave a problem is: an error keeps a file from being published, a warning does not. */
type Severity = 'error' | 'warning';

interface Words {
  readonly message: string;
  readonly fix: string;
}

/** Where in a file something stands. Lines and columns count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** One thing that is wrong with a content file, in an editor's words. */
export interface Problem extends Position, Words {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** Path inside the content folder, with `/`. */
  readonly file: string;
}

const error = 'error' as const;
const warning = 'warning' as const;

/** Longest quotation of what was written, in characters. */
const MAX_QUOTED = 80;

/** What was written, on one line and not too long to be read. */
function quoted(written: string): string {
  const line = written.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  if (line.length <= MAX_QUOTED) return `“${line}”`;
  return `“${line.slice(0, MAX_QUOTED - 1).replace(/[\ud800-\udbff]$/, '')}…”`;
}

/**
 * Every problem that is reported, by its permanent code. The message says what is wrong and quotes
 * what was written, the fix says what to type; file and line are added by whoever prints them.
 */
const catalogue = {
  'port-invalid': [
    error,
    (written: string): Words => ({
      message: `PORT phải là số từ 0 đến 65535, không phải ${quoted(written)}.`,
      fix: 'Ví dụ: PORT=3000.',
    }),
  ],
  'site-url-invalid': [
    error,
    (written: string): Words => ({
      message: `SITE_URL chỉ gồm giao thức và tên miền, không phải ${quoted(written)}.`,
      fix: 'Ví dụ: SITE_URL=https://vi-du.vn.',
    }),
  ],
  'port-taken': [
    error,
    (address: string): Words => ({
      message: `Địa chỉ ${address} đang có chương trình khác dùng.`,
      fix: 'Dừng chương trình ấy, hoặc đặt PORT bằng một số khác.',
    }),
  ],
  'address-unusable': [
    error,
    (address: string, reason: string): Words => ({
      message: `Không mở được địa chỉ ${address} (${reason}).`,
      fix: 'Xem lại HOSTNAME và PORT.',
    }),
  ],
  'content-unreadable': [
    error,
    (directory: string, reason: string): Words => ({
      message: `Không đọc được thư mục nội dung ${quoted(directory)} (${reason}).`,
      fix: 'Xem lại CONTENT_DIR và quyền đọc của thư mục.',
    }),
  ],
  'data-unwritable': [
    error,
    (directory: string, reason: string): Words => ({
      message: `Không ghi được vào thư mục dữ liệu ${quoted(directory)} (${reason}).`,
      fix: 'Xem lại DATA_DIR và quyền ghi của thư mục.',
    }),
  ],
  'build-missing': [
    error,
    (): Words => ({
      message: 'Chưa có bản dựng của trang.',
      fix: 'Chạy npm run build trước, hoặc npm run serve để dựng rồi mở trang.',
    }),
  ],
  'file-unreadable': [
    error,
    (reason: string): Words => ({
      message: `Không đọc được tệp (${reason}).`,
      fix: 'Xem lại quyền đọc của tệp, rồi lưu lại.',
    }),
  ],
  'file-too-large': [
    error,
    (size: string, limit: string): Words => ({
      message: `Tệp nặng ${size}, quá mức ${limit}.`,
      fix: 'Chia bài thành nhiều phần, hoặc bỏ dữ liệu không phải chữ ra khỏi tệp.',
    }),
  ],
  'file-not-utf8': [
    error,
    (): Words => ({
      message: 'Tệp không phải văn bản UTF-8.',
      fix: 'Mở tệp bằng trình soạn thảo, chọn lưu với bảng mã UTF-8.',
    }),
  ],
  'control-character': [
    error,
    (code: string): Words => ({
      message: `Có ký tự điều khiển ${code} trong tệp.`,
      fix: 'Xóa ký tự ấy; gõ lại đoạn chữ ở chỗ đó nếu cần.',
    }),
  ],
  'front-matter-missing': [
    error,
    (): Words => ({
      message: 'Tệp không có phần khai báo ở đầu.',
      fix: 'Thêm ở dòng đầu tiên một dòng “---”, các khóa như title, date, rồi một dòng “---” nữa.',
    }),
  ],
  'front-matter-unclosed': [
    error,
    (): Words => ({
      message: 'Phần khai báo ở đầu tệp chưa được đóng lại.',
      fix: 'Thêm một dòng chỉ có “---” sau khóa cuối cùng, trước thân bài.',
    }),
  ],
  'front-matter-language': [
    error,
    (language: string): Words => ({
      message: `Phần khai báo viết bằng ${quoted(language)}; ở đây chỉ đọc YAML.`,
      fix: 'Sửa dòng đầu tệp thành đúng “---”.',
    }),
  ],
  'front-matter-too-long': [
    error,
    (limit: string): Words => ({
      message: `Phần khai báo ở đầu tệp dài quá ${limit} ký tự.`,
      fix: 'Chuyển phần dài xuống thân bài, dưới dòng “---” thứ hai; xóa các dòng trống thừa.',
    }),
  ],
  'yaml-invalid': [
    error,
    (): Words => ({
      message: 'Không đọc được YAML ở chỗ này.',
      fix: 'Xem lại dấu hai chấm, thụt dòng và dấu nháy; chữ có “: ” hay “ #”, hoặc bắt đầu bằng một dấu như * & ! @ [, thì đặt trong dấu nháy.',
    }),
  ],
  'key-duplicate': [
    error,
    (key: string): Words => ({
      message: `Khóa ${quoted(key)} được khai báo hai lần.`,
      fix: 'Giữ lại một dòng, xóa dòng kia.',
    }),
  ],
  'key-unknown': [
    error,
    (key: string): Words => ({
      message: `Không có khóa nào tên ${quoted(key)}.`,
      fix: 'Sửa tên khóa cho đúng, hoặc xóa dòng này.',
    }),
  ],
  'key-missing': [
    error,
    (key: string): Words => ({
      message: `Thiếu khóa ${quoted(key)}.`,
      fix: `Thêm một dòng “${key.slice(key.lastIndexOf('.') + 1)}: …”.`,
    }),
  ],
  'value-empty': [
    error,
    (key: string): Words => ({
      message: `Khóa ${quoted(key)} để trống.`,
      fix: 'Viết giá trị sau dấu hai chấm, hoặc xóa dòng này nếu khóa không bắt buộc.',
    }),
  ],
  'value-type': [
    error,
    (key: string, expected: string): Words => ({
      message: `Giá trị của ${quoted(key)} không đúng kiểu.`,
      fix: `Viết ${expected}.`,
    }),
  ],
  'date-unreadable': [
    error,
    (written: string): Words => ({
      message: `Không đọc được ngày ${quoted(written)}.`,
      fix: 'Viết theo mẫu 2020-12-24 hoặc 2020-12-24 07:00.',
    }),
  ],
  'date-impossible': [
    error,
    (written: string): Words => ({
      message: `Lịch không có ngày giờ ${quoted(written)}.`,
      fix: 'Xem lại năm, tháng, ngày, giờ; mẫu là 2020-12-24 hoặc 2020-12-24 07:00.',
    }),
  ],
  'updated-too-early': [
    warning,
    (updated: string, published: string): Words => ({
      message: `Ngày cập nhật ${quoted(updated)} sớm hơn ngày đăng ${quoted(published)} nên không được dùng.`,
      fix: 'Sửa một trong hai ngày, hoặc xóa dòng “updated”.',
    }),
  ],
  'time-zone-unknown': [
    error,
    (name: string): Words => ({
      message: `Không có múi giờ nào tên ${quoted(name)}.`,
      fix: 'Viết theo tên IANA, ví dụ Asia/Ho_Chi_Minh.',
    }),
  ],
  'section-unknown': [
    error,
    (key: string, known: string): Words => ({
      message: `Không có chuyên mục ${quoted(key)} trong site.yaml.`,
      fix: `Dùng một trong các chuyên mục: ${known}.`,
    }),
  ],
  'section-without-letters': [
    error,
    (name: string): Words => ({
      message: `Chuyên mục ${quoted(name)} không có chữ hay số nào để làm địa chỉ.`,
      fix: 'Đặt cho chuyên mục một tên có chữ cái hoặc chữ số.',
    }),
  ],
  'author-unknown': [
    error,
    (key: string, file: string): Words => ({
      message: `Không có tác giả ${quoted(key)} trong thư mục authors.`,
      fix: `Sửa lại tên tệp tác giả, hoặc thêm tệp ${file}.`,
    }),
  ],
  'author-without-letters': [
    error,
    (name: string): Words => ({
      message: `Tên tác giả ${quoted(name)} không có chữ hay số nào để làm địa chỉ.`,
      fix: 'Viết tên tác giả bằng chữ cái hoặc chữ số.',
    }),
  ],
  'tag-without-letters': [
    error,
    (name: string): Words => ({
      message: `Chủ đề ${quoted(name)} không có chữ hay số nào để làm địa chỉ.`,
      fix: 'Đặt cho chủ đề một tên có chữ cái hoặc chữ số.',
    }),
  ],
  'tag-collision': [
    warning,
    (written: string, known: string): Words => ({
      message: `Chủ đề ${quoted(written)} trùng địa chỉ với ${quoted(known)} nhưng viết khác.`,
      fix: `Viết đúng ${quoted(known)}, hoặc đặt tên khác hẳn.`,
    }),
  ],
  'tag-declared-twice': [
    warning,
    (written: string, known: string): Words => ({
      message: `${quoted(written)} đã thuộc về chủ đề ${quoted(known)} ở trên.`,
      fix: 'Giữ lại một chỗ, xóa chỗ kia.',
    }),
  ],
  'slug-empty': [
    error,
    (name: string): Words => ({
      message: `Từ tên tệp ${quoted(name)} không làm được địa chỉ của bài.`,
      fix: 'Đổi tên tệp thành chữ thường không dấu, nối bằng dấu gạch, ví dụ tin-moi.md.',
    }),
  ],
  'slug-taken': [
    error,
    (slug: string, owner: string): Words => ({
      message: `Địa chỉ ${quoted(slug)} đã thuộc về tệp ${owner}.`,
      fix: 'Đổi tên một trong hai tệp.',
    }),
  ],
  'slug-reserved': [
    error,
    (slug: string): Words => ({
      message: `Tên ${quoted(slug)} dành cho một địa chỉ khác của trang.`,
      fix: 'Đổi tên tệp.',
    }),
  ],
  'alias-invalid': [
    error,
    (written: string): Words => ({
      message: `Địa chỉ cũ ${quoted(written)} không phải một đường dẫn của trang này.`,
      fix: 'Viết từ dấu gạch chéo, ví dụ /bai-viet/tieu-de-cu.',
    }),
  ],
  'link-unsafe': [
    warning,
    (address: string): Words => ({
      message: `Liên kết ${quoted(address)} không được dùng; chữ vẫn hiện, liên kết bị bỏ.`,
      fix: 'Dùng địa chỉ http, https, mailto, tel hoặc đường dẫn bắt đầu bằng dấu gạch chéo.',
    }),
  ],
  'picture-foreign': [
    warning,
    (address: string): Words => ({
      message: `Ảnh ${quoted(address)} nằm ở trang khác nên không được hiện.`,
      fix: 'Chép tệp ảnh vào cạnh bài rồi viết tên tệp.',
    }),
  ],
  'body-too-deep': [
    error,
    (limit: string): Words => ({
      message: `Dòng này lồng hơn ${limit} lớp trích dẫn hoặc danh sách vào nhau.`,
      fix: 'Xóa bớt dấu > hay dấu đầu dòng ở đầu dòng.',
    }),
  ],
  'html-dropped': [
    warning,
    (written: string): Words => ({
      message: `HTML ${quoted(written)} bị bỏ, không hiện trên trang.`,
      fix: 'Viết bằng Markdown; muốn hiện dấu < thì đặt trong dấu nháy ngược.',
    }),
  ],
  'heading-too-high': [
    warning,
    (): Words => ({
      message: 'Dấu # dành cho tiêu đề bài; trong thân bài nó được hiện như ##.',
      fix: 'Bắt đầu tít phụ bằng ##.',
    }),
  ],
  'photograph-to-come': [
    warning,
    (): Words => ({
      message: 'Ảnh này chưa có tệp; trang hiện chú thích với ô “Ảnh sẽ bổ sung”.',
      fix: 'Khi có ảnh, viết tên tệp vào giữa hai dấu ngoặc tròn.',
    }),
  ],
} as const;

/** How a value is to be written, for the fix of 'value-type'. */
export const forms = {
  line: 'một dòng chữ; nếu là số hay ngày lẻ thì đặt trong dấu nháy',
  integer: 'một số nguyên từ 1',
  boolean: 'true hoặc false',
  list: 'một danh sách, mỗi dòng bắt đầu bằng “- ”',
  map: 'các khóa con, mỗi khóa một dòng thụt vào',
  webAddress: 'một địa chỉ bắt đầu bằng https:// hoặc http://',
  key: 'chữ thường không dấu, nối bằng dấu gạch, ví dụ thoi-su',
  picture: 'tên tệp ảnh cạnh bài hoặc đường dẫn trong trang này, không phải địa chỉ của trang khác',
  characters: (most: number) => `không quá ${most} ký tự`,
  items: (most: number) => `không quá ${most} mục`,
  oneOf: (values: readonly string[]) => `một trong: ${values.join(', ')}`,
  other: 'đúng như trong hướng dẫn',
} as const;

/** The permanent name of a problem; a contract with scripts that read them. */
export type ProblemCode = keyof typeof catalogue;

/** All codes, in the order of the catalogue. */
export const problemCodes = Object.keys(catalogue) as readonly ProblemCode[];

type Arguments<Code extends ProblemCode> = Parameters<(typeof catalogue)[Code][1]>;

/**
 * Makes the problem of a code, with its words filled in.
 * @example problem('date-unreadable', { file: 'articles/a.md', line: 3, column: 7 }, '24/12/2020')
 */
export function problem<Code extends ProblemCode>(
  code: Code,
  at: Position & { readonly file: string },
  ...written: Arguments<Code>
): Problem {
  const [severity, words] = catalogue[code] as readonly [Severity, (...of: string[]) => Words];
  const { file, line, column } = at;
  return { code, severity, file, line, column, ...words(...written) };
}

/**
 * The words of a problem that stands in no file, in one line: for what keeps the server from starting.
 */
export function describeProblem<Code extends ProblemCode>(
  code: Code,
  ...written: Arguments<Code>
): string {
  const { message, fix } = problem(code, { file: '', line: 1, column: 1 }, ...written);
  return `${message} ${fix}`;
}

/**
 * A problem on one line, as consoles and editors print it.
 * @example 'articles/a.md:3:7 lỗi date-unreadable: Không đọc được ngày “24/12/2020”. Viết theo mẫu …'
 */
export function formatProblem({
  file,
  line,
  column,
  severity,
  code,
  message,
  fix,
}: Problem): string {
  const grade = severity === 'error' ? 'lỗi' : 'cảnh báo';
  return `${file}:${line}:${column} ${grade} ${code}: ${message} ${fix}`;
}
