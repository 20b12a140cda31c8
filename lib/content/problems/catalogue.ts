// Long, because it is one list: every problem that is reported, in an editor's words, and nothing else.

/**
 * How grave a problem is: with an error `check` fails. An error of a file by itself keeps it from
 * being published; of its body, or between files, it does not. A warning never does either.
 */
export type Severity = 'error' | 'warning';

/** What is wrong, quoting what was written, and what to type instead. */
export interface Words {
  readonly message: string;
  readonly fix: string;
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

/** `2020-06-05` in words that cannot be misread. */
function dayAndMonth(date: string): string {
  return `ngày ${Number(date.slice(8, 10))} tháng ${Number(date.slice(5, 7))}`;
}

/** Why a link or a picture stayed text, with what to do. */
const markupFixes = {
  gap: 'Bỏ dấu cách giữa ] và (.',
  'turned-round':
    'Viết chữ trong ngoặc vuông trước, địa chỉ trong ngoặc tròn sau: [chữ](/địa-chỉ).',
  title: 'Đặt chú thích trong một cặp dấu nháy thẳng; bên trong dùng “ ”: (anh.jpg "chú thích").',
  'picture-name': 'Đổi tên tệp ảnh cho không có dấu cách, rồi viết tên mới ở đây.',
  'blank-in-address': 'Bỏ dấu cách trong địa chỉ, hoặc viết %20 thay cho nó.',
  form: 'Viết đúng mẫu [chữ](/địa-chỉ), không lồng hai liên kết vào nhau.',
} as const;

/** Why a link or a picture stayed text. */
export type MarkupCause = keyof typeof markupFixes;

/** Why marks of emphasis stayed text, with what to do. */
const emphasisFixes = {
  quotes: (mark: string) =>
    `Đặt dấu ${mark} bên trong dấu nháy, sát chữ: “${mark}chữ${mark}”; muốn hiện dấu ấy thì viết \\${mark.charAt(0)}.`,
  punctuation: () => 'Thêm dấu cách ngoài hai dấu ấy, hoặc đưa dấu câu ra ngoài, như **chữ**: chữ.',
  blanks: () => 'Xóa dấu cách giữa dấu ấy và chữ: **chữ**; muốn hiện dấu sao thì viết \\*.',
  underscores: () => 'Dùng ** thay cho __.',
  unpaired: (mark: string) =>
    `Thêm dấu ${mark} đóng vào cuối chữ đậm, trong cùng đoạn; không cần chữ đậm thì xóa dấu này.`,
} as const;

/** Why marks of emphasis stayed text. */
export type EmphasisCause = keyof typeof emphasisFixes;

/**
 * Every problem that is reported, by its permanent code. The message says what is wrong and quotes
 * what was written, the fix says what to type; file and line are added by whoever prints them.
 */
export const catalogue = {
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
  'publish-secret-invalid': [
    error,
    (): Words => ({
      message: 'PUBLISH_SECRET phải dài từ 16 đến 256 ký tự ASCII, không có dấu cách.',
      fix: 'Tạo một chuỗi ngẫu nhiên, ví dụ bằng lệnh: openssl rand -hex 32.',
    }),
  ],
  'publish-pull-invalid': [
    error,
    (written: string): Words => ({
      message: `PUBLISH_PULL chỉ nhận true hoặc false, không phải ${quoted(written)}.`,
      fix: 'Ví dụ: PUBLISH_PULL=true.',
    }),
  ],
  'trust-proxy-invalid': [
    error,
    (written: string): Words => ({
      message: `TRUST_PROXY phải gồm các địa chỉ IP hoặc dải mạng, cách nhau bằng dấu phẩy, không phải ${quoted(written)}.`,
      fix: 'Ví dụ: TRUST_PROXY=loopback hoặc TRUST_PROXY=10.0.0.2,10.1.0.0/16.',
    }),
  ],
  'documents-memory-invalid': [
    error,
    (written: string): Words => ({
      message: `DOCUMENTS_MEMORY_MB phải là số nguyên từ 1 đến 9999999, không phải ${quoted(written)}.`,
      fix: 'Ví dụ: DOCUMENTS_MEMORY_MB=64.',
    }),
  ],
  'documents-disk-invalid': [
    error,
    (written: string): Words => ({
      message: `DOCUMENTS_DISK_MB phải là số nguyên từ 0 đến 999999999, không phải ${quoted(written)}.`,
      fix: 'Ví dụ: DOCUMENTS_DISK_MB=1024; 0 là không giữ trang nào trên đĩa.',
    }),
  ],
  'cache-tag-header-invalid': [
    error,
    (written: string): Words => ({
      message: `CACHE_TAG_HEADER phải là Cache-Tag, Surrogate-Key hoặc xkey, không phải ${quoted(written)}.`,
      fix: 'Xem tài liệu của CDN để biết nó đọc tên nào; không có CDN thì bỏ biến này.',
    }),
  ],
  'indexnow-key-invalid': [
    error,
    (written: string): Words => ({
      message: `INDEXNOW_KEY phải dài từ 8 đến 128 ký tự, chỉ gồm chữ không dấu, chữ số và gạch nối, không phải ${quoted(written)}.`,
      fix: 'Tạo một khóa, ví dụ bằng lệnh: openssl rand -hex 16.',
    }),
  ],
  'indexnow-endpoint-invalid': [
    error,
    (written: string): Words => ({
      message: `INDEXNOW_ENDPOINT phải là một địa chỉ http hoặc https, không phải ${quoted(written)}.`,
      fix: 'Ví dụ: INDEXNOW_ENDPOINT=https://api.indexnow.org/indexnow; bỏ biến này thì dùng địa chỉ ấy.',
    }),
  ],
  'websub-hub-invalid': [
    error,
    (written: string): Words => ({
      message: `WEBSUB_HUB phải là một địa chỉ http hoặc https, không phải ${quoted(written)}.`,
      fix: 'Ví dụ: WEBSUB_HUB=https://pubsubhubbub.appspot.com/.',
    }),
  ],
  'pull-no-git': [
    error,
    (): Words => ({
      message: 'Không kéo được bài mới vì máy chủ không có chương trình git.',
      fix: 'Cài git, hoặc bỏ PUBLISH_PULL.',
    }),
  ],
  'pull-no-repository': [
    error,
    (): Words => ({
      message: 'Không kéo được bài mới vì thư mục nội dung không nằm trong kho git nào.',
      fix: 'Đặt CONTENT_DIR là một bản git clone, hoặc bỏ PUBLISH_PULL.',
    }),
  ],
  'pull-no-upstream': [
    error,
    (): Words => ({
      message:
        'Không kéo được bài mới vì nhánh hiện tại của kho nội dung không theo nhánh nào ở xa.',
      fix: 'Chạy git branch --set-upstream-to=origin/main trong kho ấy.',
    }),
  ],
  'pull-unreachable': [
    error,
    (): Words => ({
      message: 'Không kéo được bài mới vì git không lấy được gì từ kho ở xa.',
      fix: 'Xem lời của git trong nhật ký máy chủ; xem lại địa chỉ và quyền đọc của kho ấy.',
    }),
  ],
  'pull-too-slow': [
    error,
    (seconds: string): Words => ({
      message: `Không kéo được bài mới vì git chưa xong sau ${seconds} giây.`,
      fix: 'Gửi lại yêu cầu sau ít phút; nếu vẫn vậy thì chạy git fetch trên máy chủ một lần.',
    }),
  ],
  'pull-diverged': [
    error,
    (): Words => ({
      message: 'Không kéo được bài mới vì kho trên máy chủ có commit mà kho ở xa không có.',
      fix: 'Đẩy những commit ấy lên bằng git push, hoặc bỏ chúng đi, rồi gửi lại yêu cầu.',
    }),
  ],
  'pull-blocked': [
    error,
    (): Words => ({
      message: 'Đã lấy được bài mới nhưng git không ghi được vào thư mục nội dung.',
      fix: 'Xem lời của git trong nhật ký máy chủ; thường là có tệp đã sửa trên máy chủ mà chưa commit.',
    }),
  ],
  'publish-failed': [
    error,
    (): Words => ({
      message: 'Không đọc được thư mục nội dung; trang vẫn như trước.',
      fix: 'Xem nhật ký máy chủ. Máy chủ tự thử lại; cũng có thể gửi lại yêu cầu.',
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
  'file-utf16': [
    error,
    (): Words => ({
      message: 'Tệp lưu kiểu UTF-16.',
      fix: 'Mở lại tệp, chọn Lưu thành…, bảng mã UTF-8.',
    }),
  ],
  'file-empty': [
    error,
    (): Words => ({
      message: 'Tệp trống.',
      fix: 'Viết bài vào tệp (npm run new tạo sẵn khung bài), hoặc xóa tệp.',
    }),
  ],
  'encoding-legacy': [
    error,
    (encoding: string): Words => ({
      message: `Chữ trong tệp viết theo bảng mã cũ ${encoding}, không phải Unicode.`,
      fix: 'Chuyển sang Unicode bằng công cụ của UniKey (Ctrl+Shift+F6), rồi lưu với bảng mã UTF-8.',
    }),
  ],
  'text-garbled': [
    error,
    (written: string, meant: string): Words => ({
      message: `Chữ trong tệp đã vỡ vì có lần mở nhầm bảng mã: ${quoted(written)} lẽ ra là ${quoted(meant)}.`,
      fix: 'Lấy lại bản gốc, mở với bảng mã UTF-8, rồi lưu lại với UTF-8.',
    }),
  ],
  'merge-conflict': [
    error,
    (): Words => ({
      message: 'Tệp còn dấu trộn của git.',
      fix: 'Giữ một trong hai bản giữa <<<<<<< và >>>>>>>, xóa ba dòng dấu.',
    }),
  ],
  'symbolic-link': [
    error,
    (): Words => ({
      message: 'Đây là liên kết tượng trưng (symbolic link) nên không được đọc.',
      fix: 'Chép tệp hay thư mục thật vào đây thay cho liên kết.',
    }),
  ],
  'file-ignored': [
    warning,
    (remedy: 'rename' | 'extension' | 'move' | 'retype' | 'remove', meant = ''): Words => ({
      message: 'Tệp này không được đọc nên không có gì của nó lên trang.',
      fix: {
        rename: `Đổi tên tệp thành ${quoted(meant)}.`,
        extension: `Đổi tên tệp thành ${quoted(meant)}; trên Windows, bật hiện đuôi tên tệp trước đã.`,
        move: `Chuyển tệp tới ${quoted(meant)}; không phải để đăng thì cất ngoài thư mục nội dung.`,
        retype: `Chép chữ sang một tệp văn bản tên là ${quoted(meant)}, rồi xóa tệp này.`,
        remove:
          'Chuyển tệp ra khỏi thư mục nội dung: ở đây chỉ đọc tệp .md, site.yaml, tags.yaml và ảnh.',
      }[remedy],
    }),
  ],
  'parsing-stopped': [
    error,
    (): Words => ({
      message: 'Tệp này quá rối, đọc mãi không xong nên phải dừng.',
      fix: 'Tìm chỗ lặp lại quá nhiều dấu như * _ [ ] ( ) > hoặc lồng nhau quá sâu và xóa bớt, hoặc chia tệp thành nhiều phần.',
    }),
  ],
  'byte-order-mark': [
    warning,
    (): Words => ({
      message: 'Đầu tệp có dấu BOM, một ký tự không ai thấy.',
      fix: 'Lưu lại với bảng mã “UTF-8” (không phải “UTF-8 with BOM”), hoặc chạy npm run check -- --fix.',
    }),
  ],
  'line-ends': [
    warning,
    (): Words => ({
      message: 'Dòng kết thúc kiểu Windows (CRLF) hoặc Mac cũ (CR).',
      fix: 'Chọn kiểu xuống dòng LF trong trình soạn thảo, hoặc chạy npm run check -- --fix.',
    }),
  ],
  'not-nfc': [
    warning,
    (written: string): Words => ({
      message: `Chữ ${quoted(written)} viết bằng dấu rời (Unicode tổ hợp).`,
      fix: 'Chọn “Unicode dựng sẵn” trong bộ gõ, hoặc chạy npm run check -- --fix.',
    }),
  ],
  'invisible-character': [
    warning,
    (code: string): Words => ({
      message: `Có ký tự không nhìn thấy ${code}.`,
      fix: 'Xóa ký tự ấy: gõ lại hai chữ ở hai bên.',
    }),
  ],
  'private-character': [
    warning,
    (code: string): Words => ({
      message: `Có ký tự riêng của một phông chữ ${code}; máy của bạn đọc không hiện được.`,
      fix: 'Xóa rồi gõ lại ký tự ấy; dán từ Word thì đó thường là dấu đầu dòng.',
    }),
  ],
  'bidirectional-character': [
    warning,
    (code: string): Words => ({
      message: `Có ký tự đổi chiều chữ ${code}: người đọc có thể thấy chữ khác với chữ trong tệp.`,
      fix: 'Xóa ký tự ấy: gõ lại đoạn chữ ở chỗ đó.',
    }),
  ],
  'look-alike-letter': [
    warning,
    (letter: string, code: string, latin: string): Words => ({
      message: `Chữ ${quoted(letter)} (${code}) không phải chữ Việt, chỉ trông giống ${quoted(latin)}.`,
      fix: `Xóa rồi gõ lại ${quoted(latin)}.`,
    }),
  ],
  'letter-eth': [
    warning,
    (letter: string, code: string, right: string): Words => ({
      message: `Chữ ${quoted(letter)} (${code}) là chữ Iceland, không phải chữ ${quoted(right)} của tiếng Việt.`,
      fix: `Gõ lại thành ${quoted(right)}.`,
    }),
  ],
  'control-character': [
    error,
    (code: string): Words => ({
      message: `Có ký tự điều khiển ${code} trong tệp.`,
      fix: 'Xóa ký tự ấy; gõ lại đoạn chữ ở chỗ đó nếu cần.',
    }),
  ],
  'replacement-character': [
    error,
    (): Words => ({
      message: 'Có dấu \ufffd: một chữ đã mất khi tệp được lưu.',
      fix: 'Gõ lại chữ ấy; nếu có nhiều chỗ thì lấy lại bản gốc và lưu với bảng mã UTF-8.',
    }),
  ],
  'front-matter-missing': [
    error,
    (cause?: 'blank-line' | 'other-mark'): Words => ({
      message: 'Tệp không có phần khai báo ở đầu.',
      fix:
        cause === 'blank-line'
          ? 'Xóa dòng trống ở đầu tệp: “---” phải là dòng đầu tiên.'
          : cause === 'other-mark'
            ? 'Dòng 1 phải là đúng ba dấu gạch nối “---”, không có gì ở trước; dòng kết thúc phần khai báo cũng vậy.'
            : 'Thêm ở dòng đầu tiên một dòng “---”, các khóa như title, date, rồi một dòng “---” nữa.',
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
    (remedy: string = remedies.other): Words => ({
      message: 'Máy không hiểu phần khai báo ở chỗ này.',
      fix: remedy,
    }),
  ],
  'comment-in-value': [
    error,
    (written: string): Words => ({
      message: 'Chữ từ dấu # trở đi bị bỏ.',
      fix: `Đặt cả câu trong dấu nháy: ${written}`,
    }),
  ],
  'yaml-tag': [
    error,
    (tag: string): Words => ({
      message: `Nhãn YAML ${quoted(tag)} không được đọc.`,
      fix: 'Xóa nhãn; chữ bắt đầu bằng dấu ! thì đặt trong dấu nháy.',
    }),
  ],
  'yaml-alias': [
    error,
    (alias: string): Words => ({
      message: `Tham chiếu YAML ${quoted(alias)} không được dùng ở đây.`,
      fix: 'Viết thẳng giá trị ra; chữ bắt đầu bằng dấu * hay & thì đặt trong dấu nháy.',
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
    (key: string, nearest?: string): Words => ({
      message: `Không có khóa nào tên ${quoted(key)}.`,
      fix: nearest
        ? `Có phải ${quoted(nearest)}? Sửa tên khóa, hoặc xóa dòng này.`
        : 'Sửa tên khóa cho đúng, hoặc xóa dòng này.',
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
    (key: string, mayGo?: 'optional'): Words => ({
      message: `Khóa ${quoted(key)} để trống.`,
      fix: mayGo
        ? 'Viết giá trị sau dấu hai chấm, hoặc xóa dòng này.'
        : 'Viết giá trị sau dấu hai chấm; khóa này bắt buộc.',
    }),
  ],
  'value-type': [
    error,
    (key: string, expected: string): Words => ({
      message: `${quoted(key)} viết chưa đúng cách.`,
      fix: `Viết ${expected}.`,
    }),
  ],
  'date-unreadable': [
    error,
    (written: string, meant?: string): Words => ({
      message: `Không đọc được ngày ${quoted(written)}.`,
      fix: meant ? `Viết ${meant}.` : 'Viết theo mẫu 2020-12-24 hoặc 2020-12-24 07:00.',
    }),
  ],
  'date-order': [
    error,
    (written: string, dayFirst: string, monthFirst?: string): Words => ({
      message: `Ngày ${quoted(written)} không bắt đầu bằng năm nên dễ hiểu lầm.`,
      fix: monthFirst
        ? `Viết ${dayFirst} nếu là ${dayAndMonth(dayFirst)}, viết ${monthFirst} nếu là ${dayAndMonth(monthFirst)}.`
        : `Viết năm, tháng, rồi ngày: ${dayFirst}.`,
    }),
  ],
  'date-impossible': [
    error,
    (written: string): Words => ({
      message: `Không có ngày giờ nào là ${quoted(written)}.`,
      fix: 'Xem lại năm, tháng, ngày, giờ; mẫu là 2020-12-24 hoặc 2020-12-24 07:00.',
    }),
  ],
  'date-without-time': [
    warning,
    (written: string): Words => ({
      message: `Bài mới đăng ${quoted(written)} chưa có giờ; các trang tin tức cần cả ngày lẫn giờ.`,
      fix: `Thêm giờ, ví dụ ${written} 07:30.`,
    }),
  ],
  'updated-too-early': [
    warning,
    (updated: string, published: string): Words => ({
      message: `Ngày cập nhật ${quoted(updated)} sớm hơn ngày đăng ${quoted(published)} nên không được dùng.`,
      fix: 'Sửa một trong hai ngày, hoặc xóa dòng “updated”.',
    }),
  ],
  'correction-too-early': [
    warning,
    (corrected: string, published: string): Words => ({
      message: `Ngày đính chính ${quoted(corrected)} sớm hơn ngày đăng ${quoted(published)}.`,
      fix: 'Xem lại hai ngày; đính chính chỉ có thể đến sau khi bài đăng.',
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
    (key: string, known: string, nearest?: string): Words => ({
      message: `Không có chuyên mục ${quoted(key)} trong site.yaml.`,
      fix: nearest ? `Có phải ${quoted(nearest)}?` : `Dùng một trong các chuyên mục: ${known}.`,
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
    (key: string, file: string, nearest?: string): Words => ({
      message: `Không có tác giả ${quoted(key)} trong thư mục authors.`,
      fix: nearest
        ? `Có phải ${quoted(nearest)}? Nếu không, thêm tệp ${file}.`
        : `Sửa lại tên tệp tác giả, hoặc thêm tệp ${file}.`,
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
    (written: string, known: string, isUndecided?: 'undecided'): Words => ({
      message: `Chủ đề ${quoted(written)} trùng địa chỉ với ${quoted(known)} nhưng viết khác.`,
      fix: isUndecided
        ? 'Chọn một cách viết cho mọi bài, hoặc đặt tên khác hẳn cho một chủ đề.'
        : `Viết ${quoted(known)}, hoặc đặt tên khác hẳn.`,
    }),
  ],
  'tag-declared-twice': [
    warning,
    (written: string, known: string): Words => ({
      message: `${quoted(written)} đã thuộc về chủ đề ${quoted(known)} ở trên.`,
      fix: 'Giữ lại một chỗ, xóa chỗ kia.',
    }),
  ],
  'tag-merged': [
    warning,
    (written: string, name: string): Words => ({
      message: `Chủ đề ${quoted(written)} được gộp vào ${quoted(name)} theo tags.yaml.`,
      fix: `Viết ${quoted(name)}.`,
    }),
  ],
  'tag-misspelt': [
    warning,
    (written: string, known: string): Words => ({
      message: `Chủ đề ${quoted(written)} chỉ khác một chữ cái với ${quoted(known)}.`,
      fix: `Viết ${quoted(known)} nếu gõ nhầm; nếu là chủ đề khác thì thêm vào tags.yaml.`,
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
    (path: string, owner: string): Words => ({
      message: `Địa chỉ ${quoted(path)} đã thuộc về tệp ${owner}.`,
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
  'alias-reserved': [
    error,
    (path: string): Words => ({
      message: `Địa chỉ cũ ${quoted(path)} nằm trong phần trang này dành cho việc khác.`,
      fix: 'Xóa dòng này: địa chỉ ấy không chuyển hướng được.',
    }),
  ],
  'alias-loop': [
    error,
    (path: string): Words => ({
      message: `Địa chỉ cũ ${quoted(path)} dẫn vòng về chính nó.`,
      fix: 'Xóa dòng này: địa chỉ ấy đang là địa chỉ của bài.',
    }),
  ],
  'alias-taken': [
    error,
    (path: string, owner: string): Words => ({
      message: `Địa chỉ cũ ${quoted(path)} đã được khai báo trong ${owner}.`,
      fix: 'Giữ lại một chỗ, xóa chỗ kia.',
    }),
  ],
  'alias-shadowed': [
    error,
    (path: string): Words => ({
      message: `Địa chỉ cũ ${quoted(path)} đang là địa chỉ của một trang khác nên không chuyển hướng được.`,
      fix: 'Xóa dòng này, hoặc đổi tên tệp của trang kia.',
    }),
  ],
  'address-vanished': [
    error,
    (path: string, remedy: string): Words => ({
      message: `Địa chỉ ${quoted(path)} trước đây có, nay không còn.`,
      fix: remedy,
    }),
  ],
  'series-part-taken': [
    warning,
    (series: string, part: string, owner: string): Words => ({
      message: `Kỳ ${part} của loạt bài ${quoted(series)} đã có ở ${owner}.`,
      fix: 'Sửa “part” của một trong hai bài.',
    }),
  ],
  'link-unsafe': [
    warning,
    (address: string): Words => ({
      message: `Liên kết ${quoted(address)} không được dùng; chữ vẫn hiện, liên kết bị bỏ.`,
      fix: 'Dùng địa chỉ http, https, mailto, tel hoặc đường dẫn bắt đầu bằng dấu gạch chéo.',
    }),
  ],
  'link-empty': [
    warning,
    (text: string): Words => ({
      message:
        text === ''
          ? 'Liên kết không có chữ nào để bấm.'
          : `Liên kết ${quoted(text)} không có địa chỉ.`,
      fix: 'Viết đủ cả hai phần: [chữ để bấm](/địa-chỉ); không cần liên kết thì bỏ các dấu ngoặc.',
    }),
  ],
  'link-broken': [
    error,
    (address: string, nearest?: string, meant?: 'picture' | 'elsewhere'): Words => ({
      message: `Liên kết ${quoted(address)} dẫn tới một trang không có.`,
      fix:
        meant === 'picture'
          ? 'Muốn hiện ảnh thì thêm dấu ! ở đầu, trước ngoặc vuông.'
          : meant === 'elsewhere'
            ? `Trang ở nơi khác thì thêm https:// ở đầu: ${quoted(`https://${address}`)}.`
            : nearest
              ? `Có phải ${quoted(nearest)}?`
              : 'Xem lại địa chỉ, hoặc bỏ liên kết.',
    }),
  ],
  'link-hidden': [
    warning,
    (address: string): Words => ({
      message: `Liên kết ${quoted(address)} dẫn tới một bài chưa đăng; bạn đọc sẽ gặp trang lỗi.`,
      fix: 'Đăng bài kia trước, hoặc bỏ liên kết cho tới khi bài ấy đăng.',
    }),
  ],
  'anchor-broken': [
    error,
    (address: string, nearest?: string): Words => ({
      message: `Liên kết ${quoted(address)} chỉ tới một mục không có trong trang ấy.`,
      fix: nearest
        ? `Có phải ${quoted(nearest)}?`
        : 'Phần sau dấu # là tiêu đề mục viết thường, không dấu, nối bằng dấu gạch.',
    }),
  ],
  'picture-missing': [
    error,
    (address: string, nearest?: string): Words => ({
      message: `Không thấy tệp ảnh ${quoted(address)}.`,
      fix: nearest
        ? `Có phải ${quoted(nearest)}? Tên tệp phải đúng từng chữ, kể cả chữ hoa, chữ thường.`
        : 'Chép tệp ảnh vào cạnh bài, hoặc sửa tên cho đúng (kể cả chữ hoa, chữ thường).',
    }),
  ],
  'alt-missing': [
    warning,
    (address: string): Words => ({
      message: `Ảnh ${quoted(address)} chưa có lời mô tả cho người không nhìn thấy ảnh.`,
      fix: 'Viết một câu tả ảnh: trong dấu ngoặc vuông ![…], hoặc ở khóa “alt” của “image”.',
    }),
  ],
  'credit-missing': [
    warning,
    (address: string): Words => ({
      message: `Ảnh ${quoted(address)} chưa ghi nguồn.`,
      fix: 'Thêm “Ảnh: Tên người chụp” vào cuối chú thích, hoặc khóa “credit” của “image”.',
    }),
  ],
  'picture-foreign': [
    warning,
    (address: string): Words => ({
      message: `Ảnh ${quoted(address)} không nằm cạnh bài nên không được hiện.`,
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
  'heading-skipped': [
    warning,
    (written: string, expected: string): Words => ({
      message: `Tít phụ ${written} nhảy bậc: chưa có tít ${expected} ở trên.`,
      fix: `Viết ${expected} ở đây.`,
    }),
  ],
  'heading-underlined': [
    warning,
    (): Words => ({
      message: 'Dòng --- ngay dưới đoạn văn biến cả đoạn thành tít phụ.',
      fix: 'Để một dòng trống trên ---; nếu đúng là tít phụ thì viết ## ở đầu dòng và xóa ---.',
    }),
  ],
  'heading-literal': [
    warning,
    (written: string, hashes: string): Words => ({
      message: `Dòng ${quoted(written)} không thành tít phụ; dấu ${hashes} hiện nguyên trên trang.`,
      fix: `Thêm một dấu cách sau ${hashes}.`,
    }),
  ],
  'list-literal': [
    warning,
    (marker: string, cause: 'blank' | 'dash'): Words => ({
      message: `Các dòng có dấu đầu dòng “${marker}” không thành danh sách mà dồn vào một đoạn.`,
      fix:
        cause === 'blank'
          ? 'Thêm một dấu cách sau dấu đầu dòng ở mỗi dòng.'
          : 'Thay dấu ấy ở mỗi dòng bằng một dấu gạch và một dấu cách: “- ”.',
    }),
  ],
  'table-literal': [
    warning,
    (): Words => ({
      message: 'Các dòng này không thành bảng; dấu | hiện nguyên trên trang.',
      fix: 'Dưới dòng đầu của bảng viết | --- | --- |, đủ số cột như dòng đầu.',
    }),
  ],
  'markup-literal': [
    warning,
    (written: string, cause: MarkupCause): Words => ({
      message: `${quoted(written)} hiện nguyên trên trang, không thành ${written.startsWith('!') ? 'ảnh' : 'liên kết'}.`,
      fix: markupFixes[cause],
    }),
  ],
  'emphasis-literal': [
    warning,
    (mark: string, words: string, cause: EmphasisCause): Words => ({
      message:
        cause === 'unpaired'
          ? `Dấu ${mark} trước ${quoted(words)} thiếu dấu đóng nên hiện nguyên trên trang.`
          : `Các dấu ${mark}${words ? ` quanh ${quoted(words)}` : ''} hiện nguyên trên trang.`,
      fix: emphasisFixes[cause](mark),
    }),
  ],
  'footnote-missing': [
    warning,
    (written: string): Words => ({
      message: `Dấu ${quoted(written)} hiện nguyên trên trang vì không có chú thích nào tên như thế.`,
      fix: /\s/.test(written)
        ? 'Đặt tên chú thích không có dấu cách, như [^1], ở cả hai chỗ.'
        : `Thêm vào cuối bài một dòng ${quoted(`${written}: nội dung`)}, hoặc xóa dấu này.`,
    }),
  ],
  'footnote-unused': [
    warning,
    (name: string): Words => ({
      message: `Chú thích ${quoted(`[^${name}]`)} không hiện vì trong bài không có dấu nào dẫn tới.`,
      fix: `Viết [^${name}] vào chỗ cần chú thích, hoặc xóa dòng này.`,
    }),
  ],
  'comment-unclosed': [
    warning,
    (effect: 'hidden' | 'shown'): Words => ({
      message:
        effect === 'hidden'
          ? 'Ghi chú <!-- không có dấu --> đóng nên mọi chữ phía dưới không hiện.'
          : 'Ghi chú <!-- không có dấu --> đóng trong cùng đoạn nên hiện nguyên trên trang.',
      fix:
        effect === 'hidden'
          ? 'Thêm --> vào cuối ghi chú.'
          : 'Thêm --> vào cuối ghi chú; ghi chú dài thì bắt đầu ở một dòng riêng.',
    }),
  ],
  'fence-unclosed': [
    warning,
    (fence: string): Words => ({
      message: `Dấu ${fence} không có dấu đóng nên mọi chữ phía dưới hiện thành mã.`,
      fix: `Thêm một dòng ${fence} ở cuối đoạn mã, hoặc xóa dấu này.`,
    }),
  ],
  'indented-code': [
    warning,
    (): Words => ({
      message: 'Đoạn thụt vào đầu dòng hiện thành mã, không thành đoạn văn.',
      fix: 'Bỏ các dấu cách ở đầu dòng; nếu đúng là mã thì đặt giữa hai dòng ```.',
    }),
  ],
  'picture-in-text': [
    warning,
    (address: string): Words => ({
      message: `Ảnh ${quoted(address)} dính vào đoạn văn nên không có chú thích và nguồn ảnh.`,
      fix: 'Để một dòng trống trên và dưới ảnh.',
    }),
  ],
  'photograph-to-come': [
    warning,
    (): Words => ({
      message: 'Ảnh này chưa có tệp; trang hiện chú thích với ô “Ảnh sẽ bổ sung”.',
      fix: 'Khi có ảnh, viết tên tệp vào giữa hai dấu ngoặc tròn.',
    }),
  ],
  'problems-more': [
    warning,
    (count: string): Words => ({
      message: `Còn ${count} chỗ nữa trong tệp này.`,
      fix: 'Sửa những chỗ trên rồi kiểm tra lại.',
    }),
  ],
} as const;

/** How a value is to be written, for the fix of 'value-type'. */
export const forms = {
  line: 'một dòng chữ; nếu chỉ có chữ số, hay là true/false, thì đặt trong dấu nháy thẳng',
  integer: 'một số nguyên từ 1',
  boolean: 'true hoặc false, không có dấu nháy',
  date: 'ngày theo mẫu 2020-12-24 hoặc 2020-12-24 07:00',
  list: 'một danh sách, mỗi dòng bắt đầu bằng “- ”',
  names: 'một danh sách trong ngoặc vuông, ví dụ [tên thứ nhất, tên thứ hai]',
  lineOfNames: (key: string, names: string) => `một danh sách: ${key}: [${names}]`,
  map: 'các khóa con, mỗi khóa một dòng thụt vào',
  webAddress: 'một địa chỉ bắt đầu bằng https:// hoặc http://',
  key: 'chữ thường không dấu, nối bằng dấu gạch, ví dụ thoi-su',
  picture: 'tên tệp ảnh cạnh bài hoặc đường dẫn trong trang này, không phải địa chỉ của trang khác',
  characters: (most: number) => `không quá ${most} ký tự`,
  items: (most: number) => `không quá ${most} mục`,
  oneOf: (values: readonly string[]) => `một trong: ${values.join(', ')}`,
  other: 'đúng như trong hướng dẫn',
} as const;

/** What to do about YAML that is not understood, by what the machine sees in its line. */
export const remedies = {
  tab: 'Thụt dòng bằng dấu cách, không dùng phím Tab.',
  hardSpace:
    'Sau dấu hai chấm là một dấu cách lạ, thường do dán từ Word: xóa đi rồi gõ lại dấu cách.',
  wideColon: 'Dấu hai chấm này là dấu của bộ gõ chữ Hán: gõ lại “:” rồi một dấu cách.',
  glued: 'Thêm một dấu cách sau dấu hai chấm.',
  unclosedQuote: 'Thiếu dấu nháy đóng: thêm vào cuối câu đúng loại dấu đã mở.',
  unclosedList: 'Thiếu dấu ] ở cuối danh sách.',
  notIndented:
    'Dòng này nối tiếp dòng trên thì thụt vào hai dấu cách; là khóa mới thì thêm dấu hai chấm.',
  misaligned: 'Các khóa cùng bậc phải thẳng cột: xem lại dấu cách ở đầu dòng này và dòng dưới.',
  mended: (line: string) => `Đặt cả câu trong dấu nháy: ${line}`,
  straightQuotes: (line: string) => `Dùng dấu nháy thẳng: ${line}`,
  other:
    'Xem lại dấu hai chấm, thụt dòng và dấu nháy; chữ có “: ” hay “ #”, hoặc bắt đầu bằng một dấu như * & ! @ [, thì đặt trong dấu nháy thẳng.',
} as const;
