import { describe, expect, test } from 'vitest';
import { forms, remedies } from '@/lib/content/problems/catalogue';
import {
  comparePlaces,
  describeProblem,
  formatProblem,
  type ProblemCode,
  problem,
  problemCodes,
} from '@/lib/content/problems/problems';

const at = { file: 'articles/a.md', line: 3, column: 7 };

/** Severity, then message and fix as an editor reads them. */
const golden: Readonly<Record<ProblemCode, readonly [severity: string, problem: string]>> = {
  'port-invalid': ['error', 'PORT phải là số từ 0 đến 65535, không phải “abc”. Ví dụ: PORT=3000.'],
  'site-url-invalid': [
    'error',
    'SITE_URL chỉ gồm giao thức và tên miền, không phải “vi-du.vn”. Ví dụ: SITE_URL=https://vi-du.vn.',
  ],
  'publish-secret-invalid': [
    'error',
    'PUBLISH_SECRET phải dài từ 16 đến 256 ký tự ASCII, không có dấu cách. Tạo một chuỗi ngẫu nhiên, ví dụ bằng lệnh: openssl rand -hex 32.',
  ],
  'publish-pull-invalid': [
    'error',
    'PUBLISH_PULL chỉ nhận true hoặc false, không phải “có”. Ví dụ: PUBLISH_PULL=true.',
  ],
  'trust-proxy-invalid': [
    'error',
    'TRUST_PROXY phải gồm các địa chỉ IP hoặc dải mạng, cách nhau bằng dấu phẩy, không phải “nginx”. Ví dụ: TRUST_PROXY=loopback hoặc TRUST_PROXY=10.0.0.2,10.1.0.0/16.',
  ],
  'documents-memory-invalid': [
    'error',
    'DOCUMENTS_MEMORY_MB phải là số nguyên từ 1 đến 9999999, không phải “64 MB”. Ví dụ: DOCUMENTS_MEMORY_MB=64.',
  ],
  'documents-disk-invalid': [
    'error',
    'DOCUMENTS_DISK_MB phải là số nguyên từ 0 đến 999999999, không phải “-1”. Ví dụ: DOCUMENTS_DISK_MB=1024; 0 là không giữ trang nào trên đĩa.',
  ],
  'cache-tag-header-invalid': [
    'error',
    'CACHE_TAG_HEADER phải là Cache-Tag, Surrogate-Key hoặc xkey, không phải “Tags”. Xem tài liệu của CDN để biết nó đọc tên nào; không có CDN thì bỏ biến này.',
  ],
  'indexnow-key-invalid': [
    'error',
    'INDEXNOW_KEY phải dài từ 8 đến 128 ký tự, chỉ gồm chữ không dấu, chữ số và gạch nối, không phải “khóa”. Tạo một khóa, ví dụ bằng lệnh: openssl rand -hex 16.',
  ],
  'indexnow-endpoint-invalid': [
    'error',
    'INDEXNOW_ENDPOINT phải là một địa chỉ http hoặc https, không phải “indexnow.org”. Ví dụ: INDEXNOW_ENDPOINT=https://api.indexnow.org/indexnow; bỏ biến này thì dùng địa chỉ ấy.',
  ],
  'websub-hub-invalid': [
    'error',
    'WEBSUB_HUB phải là một địa chỉ http hoặc https, không phải “hub”. Ví dụ: WEBSUB_HUB=https://pubsubhubbub.appspot.com/.',
  ],
  'pull-no-git': [
    'error',
    'Không kéo được bài mới vì máy chủ không có chương trình git. Cài git, hoặc bỏ PUBLISH_PULL.',
  ],
  'pull-no-repository': [
    'error',
    'Không kéo được bài mới vì thư mục nội dung không nằm trong kho git nào. Đặt CONTENT_DIR là một bản git clone, hoặc bỏ PUBLISH_PULL.',
  ],
  'pull-no-upstream': [
    'error',
    'Không kéo được bài mới vì nhánh hiện tại của kho nội dung không theo nhánh nào ở xa. Chạy git branch --set-upstream-to=origin/main trong kho ấy.',
  ],
  'pull-unreachable': [
    'error',
    'Không kéo được bài mới vì git không lấy được gì từ kho ở xa. Xem lời của git trong nhật ký máy chủ; xem lại địa chỉ và quyền đọc của kho ấy.',
  ],
  'pull-too-slow': [
    'error',
    'Không kéo được bài mới vì git chưa xong sau 60 giây. Gửi lại yêu cầu sau ít phút; nếu vẫn vậy thì chạy git fetch trên máy chủ một lần.',
  ],
  'pull-diverged': [
    'error',
    'Không kéo được bài mới vì kho trên máy chủ có commit mà kho ở xa không có. Đẩy những commit ấy lên bằng git push, hoặc bỏ chúng đi, rồi gửi lại yêu cầu.',
  ],
  'pull-blocked': [
    'error',
    'Đã lấy được bài mới nhưng git không ghi được vào thư mục nội dung. Xem lời của git trong nhật ký máy chủ; thường là có tệp đã sửa trên máy chủ mà chưa commit.',
  ],
  'publish-failed': [
    'error',
    'Không đọc được thư mục nội dung; trang vẫn như trước. Xem nhật ký máy chủ. Máy chủ tự thử lại; cũng có thể gửi lại yêu cầu.',
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
    'Máy không hiểu phần khai báo ở chỗ này. Xem lại dấu hai chấm, thụt dòng và dấu nháy; chữ có “: ” hay “ #”, hoặc bắt đầu bằng một dấu như * & ! @ [, thì đặt trong dấu nháy thẳng.',
  ],
  'key-duplicate': ['error', 'Khóa “title” được khai báo hai lần. Giữ lại một dòng, xóa dòng kia.'],
  'key-unknown': [
    'error',
    'Không có khóa nào tên “drafts”. Sửa tên khóa cho đúng, hoặc xóa dòng này.',
  ],
  'key-missing': ['error', 'Thiếu khóa “corrections.text”. Thêm một dòng “text: …”.'],
  'value-empty': [
    'error',
    'Khóa “title” để trống. Viết giá trị sau dấu hai chấm; khóa này bắt buộc.',
  ],
  'value-type': ['error', '“series.part” viết chưa đúng cách. Viết một số nguyên từ 1.'],
  'date-unreadable': [
    'error',
    'Không đọc được ngày “24/12/2020”. Viết theo mẫu 2020-12-24 hoặc 2020-12-24 07:00.',
  ],
  'date-impossible': [
    'error',
    'Không có ngày giờ nào là “2020-02-30”. Xem lại năm, tháng, ngày, giờ; mẫu là 2020-12-24 hoặc 2020-12-24 07:00.',
  ],
  'updated-too-early': [
    'warning',
    'Ngày cập nhật “2020-12-23” sớm hơn ngày đăng “2020-12-24” nên không được dùng. Sửa một trong hai ngày, hoặc xóa dòng “updated”.',
  ],
  'correction-too-early': [
    'warning',
    'Ngày đính chính “2020-12-23” sớm hơn ngày đăng “2020-12-24”. Xem lại hai ngày; đính chính chỉ có thể đến sau khi bài đăng.',
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
    'Chủ đề “kỹ luật” trùng địa chỉ với “kỷ luật” nhưng viết khác. Viết “kỷ luật”, hoặc đặt tên khác hẳn.',
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
    'Địa chỉ “/bai-viet/tin-moi” đã thuộc về tệp articles/tin-moi.md. Đổi tên một trong hai tệp.',
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
    'Ảnh “https://vi-du.com/a.jpg” không nằm cạnh bài nên không được hiện. Chép tệp ảnh vào cạnh bài rồi viết tên tệp.',
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
  'file-empty': [
    'error',
    'Tệp trống. Viết bài vào tệp (npm run new tạo sẵn khung bài), hoặc xóa tệp.',
  ],
  'encoding-legacy': [
    'error',
    'Chữ trong tệp viết theo bảng mã cũ TCVN3 (ABC), không phải Unicode. Chuyển sang Unicode bằng công cụ của UniKey (Ctrl+Shift+F6), rồi lưu với bảng mã UTF-8.',
  ],
  'file-utf16': ['error', 'Tệp lưu kiểu UTF-16. Mở lại tệp, chọn Lưu thành…, bảng mã UTF-8.'],
  'text-garbled': [
    'error',
    'Chữ trong tệp đã vỡ vì có lần mở nhầm bảng mã: “Ká»³” lẽ ra là “Kỳ”. Lấy lại bản gốc, mở với bảng mã UTF-8, rồi lưu lại với UTF-8.',
  ],
  'merge-conflict': [
    'error',
    'Tệp còn dấu trộn của git. Giữ một trong hai bản giữa <<<<<<< và >>>>>>>, xóa ba dòng dấu.',
  ],
  'replacement-character': [
    'error',
    'Có dấu \ufffd: một chữ đã mất khi tệp được lưu. Gõ lại chữ ấy; nếu có nhiều chỗ thì lấy lại bản gốc và lưu với bảng mã UTF-8.',
  ],
  'private-character': [
    'warning',
    'Có ký tự riêng của một phông chữ U+F0B7; máy của bạn đọc không hiện được. Xóa rồi gõ lại ký tự ấy; dán từ Word thì đó thường là dấu đầu dòng.',
  ],
  'comment-in-value': [
    'error',
    "Chữ từ dấu # trở đi bị bỏ. Đặt cả câu trong dấu nháy: title: 'Kỳ Anh #1'",
  ],
  'symbolic-link': [
    'error',
    'Đây là liên kết tượng trưng (symbolic link) nên không được đọc. Chép tệp hay thư mục thật vào đây thay cho liên kết.',
  ],
  'file-ignored': [
    'warning',
    'Tệp này không được đọc nên không có gì của nó lên trang. Đổi tên tệp thành “tin.md”.',
  ],
  'parsing-stopped': [
    'error',
    'Tệp này quá rối, đọc mãi không xong nên phải dừng. Tìm chỗ lặp lại quá nhiều dấu như * _ [ ] ( ) > hoặc lồng nhau quá sâu và xóa bớt, hoặc chia tệp thành nhiều phần.',
  ],
  'byte-order-mark': [
    'warning',
    'Đầu tệp có dấu BOM, một ký tự không ai thấy. Lưu lại với bảng mã “UTF-8” (không phải “UTF-8 with BOM”), hoặc chạy npm run check -- --fix.',
  ],
  'line-ends': [
    'warning',
    'Dòng kết thúc kiểu Windows (CRLF) hoặc Mac cũ (CR). Chọn kiểu xuống dòng LF trong trình soạn thảo, hoặc chạy npm run check -- --fix.',
  ],
  'not-nfc': [
    'warning',
    'Chữ “Kỷ” viết bằng dấu rời (Unicode tổ hợp). Chọn “Unicode dựng sẵn” trong bộ gõ, hoặc chạy npm run check -- --fix.',
  ],
  'invisible-character': [
    'warning',
    'Có ký tự không nhìn thấy U+200B. Xóa ký tự ấy: gõ lại hai chữ ở hai bên.',
  ],
  'bidirectional-character': [
    'warning',
    'Có ký tự đổi chiều chữ U+202E: người đọc có thể thấy chữ khác với chữ trong tệp. Xóa ký tự ấy: gõ lại đoạn chữ ở chỗ đó.',
  ],
  'look-alike-letter': [
    'warning',
    'Chữ “\u0430” (U+0430) không phải chữ Việt, chỉ trông giống “a”. Xóa rồi gõ lại “a”.',
  ],
  'letter-eth': [
    'warning',
    'Chữ “\u00f0” (U+00F0) là chữ Iceland, không phải chữ “đ” của tiếng Việt. Gõ lại thành “đ”.',
  ],
  'yaml-tag': [
    'error',
    'Nhãn YAML “!!js/function” không được đọc. Xóa nhãn; chữ bắt đầu bằng dấu ! thì đặt trong dấu nháy.',
  ],
  'yaml-alias': [
    'error',
    'Tham chiếu YAML “*a” không được dùng ở đây. Viết thẳng giá trị ra; chữ bắt đầu bằng dấu * hay & thì đặt trong dấu nháy.',
  ],
  'date-order': [
    'error',
    'Ngày “5/6/2020” không bắt đầu bằng năm nên dễ hiểu lầm. Viết 2020-06-05 nếu là ngày 5 tháng 6, viết 2020-05-06 nếu là ngày 6 tháng 5.',
  ],
  'date-without-time': [
    'warning',
    'Bài mới đăng “2020-12-24” chưa có giờ; các trang tin tức cần cả ngày lẫn giờ. Thêm giờ, ví dụ 2020-12-24 07:30.',
  ],
  'tag-merged': [
    'warning',
    'Chủ đề “thị xã Kỳ Anh” được gộp vào “Kỳ Anh” theo tags.yaml. Viết “Kỳ Anh”.',
  ],
  'tag-misspelt': [
    'warning',
    'Chủ đề “Kỳ Anhh” chỉ khác một chữ cái với “Kỳ Anh”. Viết “Kỳ Anh” nếu gõ nhầm; nếu là chủ đề khác thì thêm vào tags.yaml.',
  ],
  'alias-reserved': [
    'error',
    'Địa chỉ cũ “/rss.xml” nằm trong phần trang này dành cho việc khác. Xóa dòng này: địa chỉ ấy không chuyển hướng được.',
  ],
  'alias-loop': [
    'error',
    'Địa chỉ cũ “/bai-viet/a” dẫn vòng về chính nó. Xóa dòng này: địa chỉ ấy đang là địa chỉ của bài.',
  ],
  'alias-taken': [
    'error',
    'Địa chỉ cũ “/bai-viet/a” đã được khai báo trong articles/b.md. Giữ lại một chỗ, xóa chỗ kia.',
  ],
  'alias-shadowed': [
    'error',
    'Địa chỉ cũ “/bai-viet/a” đang là địa chỉ của một trang khác nên không chuyển hướng được. Xóa dòng này, hoặc đổi tên tệp của trang kia.',
  ],
  'address-vanished': ['error', 'Địa chỉ “/bai-viet/a” trước đây có, nay không còn. Thêm lại tệp.'],
  'series-part-taken': [
    'warning',
    'Kỳ 2 của loạt bài “Tổng kết” đã có ở articles/b.md. Sửa “part” của một trong hai bài.',
  ],
  'link-empty': [
    'warning',
    'Liên kết không có chữ nào để bấm. Viết đủ cả hai phần: [chữ để bấm](/địa-chỉ); không cần liên kết thì bỏ các dấu ngoặc.',
  ],
  'link-broken': [
    'error',
    'Liên kết “/bai-viet/a” dẫn tới một trang không có. Xem lại địa chỉ, hoặc bỏ liên kết.',
  ],
  'link-hidden': [
    'warning',
    'Liên kết “/bai-viet/a” dẫn tới một bài chưa đăng; bạn đọc sẽ gặp trang lỗi. Đăng bài kia trước, hoặc bỏ liên kết cho tới khi bài ấy đăng.',
  ],
  'anchor-broken': [
    'error',
    'Liên kết “#muc” chỉ tới một mục không có trong trang ấy. Phần sau dấu # là tiêu đề mục viết thường, không dấu, nối bằng dấu gạch.',
  ],
  'picture-missing': [
    'error',
    'Không thấy tệp ảnh “a.JPG”. Chép tệp ảnh vào cạnh bài, hoặc sửa tên cho đúng (kể cả chữ hoa, chữ thường).',
  ],
  'alt-missing': [
    'warning',
    'Ảnh “a.jpg” chưa có lời mô tả cho người không nhìn thấy ảnh. Viết một câu tả ảnh: trong dấu ngoặc vuông ![…], hoặc ở khóa “alt” của “image”.',
  ],
  'credit-missing': [
    'warning',
    'Ảnh “a.jpg” chưa ghi nguồn. Thêm “Ảnh: Tên người chụp” vào cuối chú thích, hoặc khóa “credit” của “image”.',
  ],
  'heading-skipped': ['warning', 'Tít phụ #### nhảy bậc: chưa có tít ### ở trên. Viết ### ở đây.'],
  'heading-underlined': [
    'warning',
    'Dòng --- ngay dưới đoạn văn biến cả đoạn thành tít phụ. Để một dòng trống trên ---; nếu đúng là tít phụ thì viết ## ở đầu dòng và xóa ---.',
  ],
  'heading-literal': [
    'warning',
    'Dòng “##Tít phụ” không thành tít phụ; dấu ## hiện nguyên trên trang. Thêm một dấu cách sau ##.',
  ],
  'list-literal': [
    'warning',
    'Các dòng có dấu đầu dòng “-” không thành danh sách mà dồn vào một đoạn. Thêm một dấu cách sau dấu đầu dòng ở mỗi dòng.',
  ],
  'table-literal': [
    'warning',
    'Các dòng này không thành bảng; dấu | hiện nguyên trên trang. Dưới dòng đầu của bảng viết | --- | --- |, đủ số cột như dòng đầu.',
  ],
  'markup-literal': [
    'warning',
    '“![Chú thích](hoi nghi.jpg)” hiện nguyên trên trang, không thành ảnh. Đổi tên tệp ảnh cho không có dấu cách, rồi viết tên mới ở đây.',
  ],
  'emphasis-literal': [
    'warning',
    'Các dấu ** quanh “đậm” hiện nguyên trên trang. Đặt dấu ** bên trong dấu nháy, sát chữ: “**chữ**”; muốn hiện dấu ấy thì viết \\*.',
  ],
  'footnote-missing': [
    'warning',
    'Dấu “[^1]” hiện nguyên trên trang vì không có chú thích nào tên như thế. Thêm vào cuối bài một dòng “[^1]: nội dung”, hoặc xóa dấu này.',
  ],
  'footnote-unused': [
    'warning',
    'Chú thích “[^1]” không hiện vì trong bài không có dấu nào dẫn tới. Viết [^1] vào chỗ cần chú thích, hoặc xóa dòng này.',
  ],
  'comment-unclosed': [
    'warning',
    'Ghi chú <!-- không có dấu --> đóng nên mọi chữ phía dưới không hiện. Thêm --> vào cuối ghi chú.',
  ],
  'fence-unclosed': [
    'warning',
    'Dấu ``` không có dấu đóng nên mọi chữ phía dưới hiện thành mã. Thêm một dòng ``` ở cuối đoạn mã, hoặc xóa dấu này.',
  ],
  'indented-code': [
    'warning',
    'Đoạn thụt vào đầu dòng hiện thành mã, không thành đoạn văn. Bỏ các dấu cách ở đầu dòng; nếu đúng là mã thì đặt giữa hai dòng ```.',
  ],
  'picture-in-text': [
    'warning',
    'Ảnh “a.jpg” dính vào đoạn văn nên không có chú thích và nguồn ảnh. Để một dòng trống trên và dưới ảnh.',
  ],
  'problems-more': ['warning', 'Còn 5 chỗ nữa trong tệp này. Sửa những chỗ trên rồi kiểm tra lại.'],
};

/** What was written in the file, for each code. */
const problems = [
  problem('port-invalid', at, 'abc'),
  problem('site-url-invalid', at, 'vi-du.vn'),
  problem('publish-secret-invalid', at),
  problem('publish-pull-invalid', at, 'có'),
  problem('trust-proxy-invalid', at, 'nginx'),
  problem('documents-memory-invalid', at, '64 MB'),
  problem('documents-disk-invalid', at, '-1'),
  problem('cache-tag-header-invalid', at, 'Tags'),
  problem('indexnow-key-invalid', at, 'khóa'),
  problem('indexnow-endpoint-invalid', at, 'indexnow.org'),
  problem('websub-hub-invalid', at, 'hub'),
  problem('pull-no-git', at),
  problem('pull-no-repository', at),
  problem('pull-no-upstream', at),
  problem('pull-unreachable', at),
  problem('pull-too-slow', at, '60'),
  problem('pull-diverged', at),
  problem('pull-blocked', at),
  problem('publish-failed', at),
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
  problem('correction-too-early', at, '2020-12-23', '2020-12-24'),
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
  problem('slug-taken', at, '/bai-viet/tin-moi', 'articles/tin-moi.md'),
  problem('slug-reserved', at, 'tim-kiem'),
  problem('alias-invalid', at, 'https://vi-du.vn/a'),
  problem('link-unsafe', at, 'javascript:alert(1)'),
  problem('picture-foreign', at, 'https://vi-du.com/a.jpg'),
  problem('html-dropped', at, '<br>'),
  problem('heading-too-high', at),
  problem('photograph-to-come', at),
  problem('file-empty', at),
  problem('encoding-legacy', at, 'TCVN3 (ABC)'),
  problem('file-utf16', at),
  problem('text-garbled', at, 'Ká»³', 'Kỳ'),
  problem('merge-conflict', at),
  problem('replacement-character', at),
  problem('private-character', at, 'U+F0B7'),
  problem('comment-in-value', at, "title: 'Kỳ Anh #1'"),
  problem('alias-reserved', at, '/rss.xml'),
  problem('symbolic-link', at),
  problem('file-ignored', at, 'rename', 'tin.md'),
  problem('parsing-stopped', at),
  problem('byte-order-mark', at),
  problem('line-ends', at),
  problem('not-nfc', at, 'Kỷ'),
  problem('invisible-character', at, 'U+200B'),
  problem('bidirectional-character', at, 'U+202E'),
  problem('look-alike-letter', at, '\u0430', 'U+0430', 'a'),
  problem('letter-eth', at, '\u00f0', 'U+00F0', 'đ'),
  problem('yaml-tag', at, '!!js/function'),
  problem('yaml-alias', at, '*a'),
  problem('date-order', at, '5/6/2020', '2020-06-05', '2020-05-06'),
  problem('date-without-time', at, '2020-12-24'),
  problem('tag-merged', at, 'thị xã Kỳ Anh', 'Kỳ Anh'),
  problem('tag-misspelt', at, 'Kỳ Anhh', 'Kỳ Anh'),
  problem('alias-loop', at, '/bai-viet/a'),
  problem('alias-taken', at, '/bai-viet/a', 'articles/b.md'),
  problem('alias-shadowed', at, '/bai-viet/a'),
  problem('address-vanished', at, '/bai-viet/a', 'Thêm lại tệp.'),
  problem('series-part-taken', at, 'Tổng kết', '2', 'articles/b.md'),
  problem('link-empty', at, ''),
  problem('link-broken', at, '/bai-viet/a'),
  problem('link-hidden', at, '/bai-viet/a'),
  problem('anchor-broken', at, '#muc'),
  problem('picture-missing', at, 'a.JPG'),
  problem('alt-missing', at, 'a.jpg'),
  problem('credit-missing', at, 'a.jpg'),
  problem('heading-skipped', at, '####', '###'),
  problem('heading-underlined', at),
  problem('heading-literal', at, '##Tít phụ', '##'),
  problem('list-literal', at, '-', 'blank'),
  problem('table-literal', at),
  problem('markup-literal', at, '![Chú thích](hoi nghi.jpg)', 'picture-name'),
  problem('emphasis-literal', at, '**', 'đậm', 'quotes'),
  problem('footnote-missing', at, '[^1]'),
  problem('footnote-unused', at, '1'),
  problem('comment-unclosed', at, 'hidden'),
  problem('fence-unclosed', at, '```'),
  problem('indented-code', at),
  problem('picture-in-text', at, 'a.jpg'),
  problem('problems-more', at, '5'),
];

test.each(problems)(
  '$code says what is wrong and what to type',
  ({ code, severity, message, fix }) => {
    expect([severity, `${message} ${fix}`]).toEqual(golden[code]);
  },
);

describe('words that depend on what is known', () => {
  test.each([
    [
      problem('tag-collision', at, 'kỹ luật', 'kỷ luật', 'undecided'),
      'Chủ đề “kỹ luật” trùng địa chỉ với “kỷ luật” nhưng viết khác. Chọn một cách viết cho mọi bài, hoặc đặt tên khác hẳn cho một chủ đề.',
    ],
    [
      problem('picture-missing', at, 'Cang.jpg', 'cang.jpg'),
      'Không thấy tệp ảnh “Cang.jpg”. Có phải “cang.jpg”? Tên tệp phải đúng từng chữ, kể cả chữ hoa, chữ thường.',
    ],
    [
      problem('link-broken', at, 'www.vi-du.vn', undefined, 'elsewhere'),
      'Liên kết “www.vi-du.vn” dẫn tới một trang không có. Trang ở nơi khác thì thêm https:// ở đầu: “https://www.vi-du.vn”.',
    ],
    [
      problem('link-broken', at, 'cang.jpg', undefined, 'picture'),
      'Liên kết “cang.jpg” dẫn tới một trang không có. Muốn hiện ảnh thì thêm dấu ! ở đầu, trước ngoặc vuông.',
    ],
    [
      problem('file-ignored', at, 'extension', 'tin.md'),
      'Tệp này không được đọc nên không có gì của nó lên trang. Đổi tên tệp thành “tin.md”; trên Windows, bật hiện đuôi tên tệp trước đã.',
    ],
    [
      problem('file-ignored', at, 'move', 'articles/tin.md'),
      'Tệp này không được đọc nên không có gì của nó lên trang. Chuyển tệp tới “articles/tin.md”; không phải để đăng thì cất ngoài thư mục nội dung.',
    ],
    [
      problem('file-ignored', at, 'retype', 'tin.md'),
      'Tệp này không được đọc nên không có gì của nó lên trang. Chép chữ sang một tệp văn bản tên là “tin.md”, rồi xóa tệp này.',
    ],
    [
      problem('file-ignored', at, 'remove'),
      'Tệp này không được đọc nên không có gì của nó lên trang. Chuyển tệp ra khỏi thư mục nội dung: ở đây chỉ đọc tệp .md, site.yaml, tags.yaml và ảnh.',
    ],
    [
      problem('front-matter-missing', at, 'blank-line'),
      'Tệp không có phần khai báo ở đầu. Xóa dòng trống ở đầu tệp: “---” phải là dòng đầu tiên.',
    ],
    [
      problem('front-matter-missing', at, 'other-mark'),
      'Tệp không có phần khai báo ở đầu. Dòng 1 phải là đúng ba dấu gạch nối “---”, không có gì ở trước; dòng kết thúc phần khai báo cũng vậy.',
    ],
    [
      problem('yaml-invalid', at, remedies.mended("title: 'a: b'")),
      "Máy không hiểu phần khai báo ở chỗ này. Đặt cả câu trong dấu nháy: title: 'a: b'",
    ],
    [
      problem('value-empty', at, 'tags', 'optional'),
      'Khóa “tags” để trống. Viết giá trị sau dấu hai chấm, hoặc xóa dòng này.',
    ],
    [
      problem('value-type', at, 'tags', forms.lineOfNames('tags', 'Kỳ Anh, Hà Tĩnh')),
      '“tags” viết chưa đúng cách. Viết một danh sách: tags: [Kỳ Anh, Hà Tĩnh].',
    ],
    [
      problem('value-type', at, 'date', forms.date),
      '“date” viết chưa đúng cách. Viết ngày theo mẫu 2020-12-24 hoặc 2020-12-24 07:00.',
    ],
    [
      problem('date-unreadable', at, '2026/11/20', '2026-11-20'),
      'Không đọc được ngày “2026/11/20”. Viết 2026-11-20.',
    ],
    [
      problem('key-unknown', at, 'titel', 'title'),
      'Không có khóa nào tên “titel”. Có phải “title”? Sửa tên khóa, hoặc xóa dòng này.',
    ],
    [
      problem('section-unknown', at, 'thoi-sư', 'thoi-su, phap-luat', 'thoi-su'),
      'Không có chuyên mục “thoi-sư” trong site.yaml. Có phải “thoi-su”?',
    ],
    [
      problem('author-unknown', at, 'thu-tarng', 'authors/thu-tarng.md', 'thu-trang'),
      'Không có tác giả “thu-tarng” trong thư mục authors. Có phải “thu-trang”? Nếu không, thêm tệp authors/thu-tarng.md.',
    ],
    [
      problem('date-order', at, '24/12/2020 07:30', '2020-12-24 07:30'),
      'Ngày “24/12/2020 07:30” không bắt đầu bằng năm nên dễ hiểu lầm. Viết năm, tháng, rồi ngày: 2020-12-24 07:30.',
    ],
    [
      problem('link-empty', at, 'ở đây'),
      'Liên kết “ở đây” không có địa chỉ. Viết đủ cả hai phần: [chữ để bấm](/địa-chỉ); không cần liên kết thì bỏ các dấu ngoặc.',
    ],
    [
      problem('link-broken', at, '/bai-viet/a', '/bai-viet/b'),
      'Liên kết “/bai-viet/a” dẫn tới một trang không có. Có phải “/bai-viet/b”?',
    ],
    [
      problem('anchor-broken', at, '#muc', '#muc-1'),
      'Liên kết “#muc” chỉ tới một mục không có trong trang ấy. Có phải “#muc-1”?',
    ],
    [
      problem('list-literal', at, '•', 'dash'),
      'Các dòng có dấu đầu dòng “•” không thành danh sách mà dồn vào một đoạn. Thay dấu ấy ở mỗi dòng bằng một dấu gạch và một dấu cách: “- ”.',
    ],
    [
      problem('markup-literal', at, '[bài] (/bai)', 'gap'),
      '“[bài] (/bai)” hiện nguyên trên trang, không thành liên kết. Bỏ dấu cách giữa ] và (.',
    ],
    [
      problem('markup-literal', at, '(bài)[/bai]', 'turned-round'),
      '“(bài)[/bai]” hiện nguyên trên trang, không thành liên kết. Viết chữ trong ngoặc vuông trước, địa chỉ trong ngoặc tròn sau: [chữ](/địa-chỉ).',
    ],
    [
      problem('markup-literal', at, '![a](b.jpg “c”)', 'title'),
      '“![a](b.jpg “c”)” hiện nguyên trên trang, không thành ảnh. Đặt chú thích trong một cặp dấu nháy thẳng; bên trong dùng “ ”: (anh.jpg "chú thích").',
    ],
    [
      problem('emphasis-literal', at, '**', 'đậm', 'unpaired'),
      'Dấu ** trước “đậm” thiếu dấu đóng nên hiện nguyên trên trang. Thêm dấu ** đóng vào cuối chữ đậm, trong cùng đoạn; không cần chữ đậm thì xóa dấu này.',
    ],
    [
      problem('emphasis-literal', at, '**', 'Mục tiêu:', 'punctuation'),
      'Các dấu ** quanh “Mục tiêu:” hiện nguyên trên trang. Thêm dấu cách ngoài hai dấu ấy, hoặc đưa dấu câu ra ngoài, như **chữ**: chữ.',
    ],
    [
      problem('footnote-missing', at, '[^ghi chú]'),
      'Dấu “[^ghi chú]” hiện nguyên trên trang vì không có chú thích nào tên như thế. Đặt tên chú thích không có dấu cách, như [^1], ở cả hai chỗ.',
    ],
    [
      problem('comment-unclosed', at, 'shown'),
      'Ghi chú <!-- không có dấu --> đóng trong cùng đoạn nên hiện nguyên trên trang. Thêm --> vào cuối ghi chú; ghi chú dài thì bắt đầu ở một dòng riêng.',
    ],
  ])('$0.code: $0.fix', ({ message, fix }, expected) => {
    expect(`${message} ${fix}`).toBe(expected);
  });
});

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

test('neither the name of a file nor what is quoted of it orders a console about', () => {
  const file = 'n\u001b[31mred\n::error::inj.md';
  const line = formatProblem(problem('date-unreadable', { ...at, file }, 'hôm\u202e qua'));
  expect(line).toContain('n\\u001b[31mred\\u000a::error::inj.md:3:7 lỗi date-unreadable: ');
  expect(line).toContain('“hôm\\u202e qua”');
});

test('what keeps the server from starting has no place', () => {
  expect(describeProblem('port-invalid', 'abc')).toBe(
    'PORT phải là số từ 0 đến 65535, không phải “abc”. Ví dụ: PORT=3000.',
  );
});

test('places are ordered by file, line and column, and without files by line and column', () => {
  const place = (line: number, column: number) => ({ line, column });
  const inOrder = [place(2, 9), place(10, 1), place(10, 3)];
  expect(inOrder.toReversed().sort(comparePlaces)).toEqual(inOrder);
  const filed = [
    { file: 'a.md', ...place(9, 9) },
    { file: 'b.md', ...place(1, 1) },
  ];
  expect(filed.toReversed().sort(comparePlaces)).toEqual(filed);
});
