import { formatNumber } from '../vietnamese/numbers';

/**
 * Every word that a reader sees and no editor wrote. Quotation marks “ ” outside and ‘ ’ inside,
 * an en dash between spaces, … as one character.
 */
export const strings = {
  // Around every page.
  /** The name of the site that is drawn and not set. */
  drawnName: 'Tòa Soạn',
  defaultDescription: 'Trang tin dựng từ một thư mục Markdown.',
  skipToContent: 'Bỏ qua đến nội dung',
  homeOf: (site: string) => `${site}, về trang nhất`,
  topics: 'Chủ đề',
  sections: 'Chuyên mục',
  allSections: 'Các chuyên mục',
  lookUp: 'Tra cứu',
  authors: 'Tác giả',
  archive: 'Lưu trữ',
  corrections: 'Đính chính',
  about: (site: string) => `Về ${site}`,
  links: 'Liên kết',
  breadcrumb: 'Vị trí trang',
  front: 'Trang nhất',
  newestOn: 'Bài mới nhất:',
  titleOf: (page: string, site: string) => `${page} – ${site}`,

  // Lists.
  pagination: 'Phân trang',
  newer: 'Bài mới hơn',
  older: 'Bài cũ hơn',
  omitted: '…',
  /** What a page of a list says of itself beside its words; the first says nothing. */
  numbered: (words: string, page: number) =>
    page > 1 ? `${words}, trang ${formatNumber(page)}` : words,
  numberedSentence: (sentence: string, page: number) =>
    page > 1 ? `${sentence} Trang ${formatNumber(page)}.` : sentence,
  articleCount: (count: number) => formatNumber(count, 'bài'),
  countAndNewest: (count: string) => `${count}, mới nhất`,
  emptyList: 'Chưa có bài nào ở đây.',
  emptySite: 'Trang chưa có bài nào.',
  yearHeading: (year: number) => `Năm ${year}`,
  news: 'Tin mới',
  otherArticles: 'Các bài khác',
  newestArticles: 'Bài mới nhất',

  // Section, tag, author, archive, corrections.
  topicTitle: (name: string) => `${name} – chủ đề`,
  authorTitle: (name: string) => `${name} – tác giả`,
  articlesAbout: (name: string) => `Các bài về ${name}.`,
  articlesIn: (name: string) => `Các bài trong chuyên mục ${name}.`,
  articlesBy: (name: string) => `Các bài của ${name}.`,
  allTopics: 'Tất cả chủ đề, xếp theo vần.',
  topicCount: (count: number) => formatNumber(count, 'chủ đề'),
  allAuthors: 'Những tác giả và ban biên tập có bài trên trang.',
  persons: 'Người viết',
  desks: 'Ban biên tập',
  years: 'Các năm',
  months: 'Các tháng',
  allYears: 'Mọi bài đã đăng, theo năm, tháng và ngày.',
  articlesOfYear: (year: number) => `Các bài đăng năm ${year}, theo tháng.`,
  archiveOfYear: (year: number) => `Lưu trữ năm ${year}`,
  archiveOf: (time: string) => `Lưu trữ: ${time}`,
  articlesOf: (time: string) => `Các bài đăng ${lowerFirst(time)}.`,
  day: (day: number) => String(day).padStart(2, '0'),
  dayAndCount: (day: number, count: number) =>
    `Ngày ${String(day).padStart(2, '0')}: ${formatNumber(count, 'bài')}`,
  days: 'Các ngày có bài',
  correctionsIntro: 'Mọi chỗ đã sửa sau khi đăng, ghi ngày tháng, không xóa dấu vết.',
  noCorrections: 'Chưa có đính chính nào.',

  // Article.
  credit: (name: string) => `Ảnh: ${name}`,
  photographToCome: 'Ảnh sẽ bổ sung',
  updatedOn: 'Cập nhật:',
  series: (name: string, part: number) => `Loạt bài ${name}, kỳ ${part}`,
  according: (source: string, author?: string) =>
    author ? `Theo ${source} (${author})` : `Theo ${source}`,
  topicsOfArticle: 'Chủ đề của bài',
  readOn: 'Đọc thêm',
  inSection: 'Trong chuyên mục',
  previousInSection: 'Bài trước',
  nextInSection: 'Bài sau',
  reportMistake: 'Báo lỗi bài viết',
  reportSubject: (title: string) => `Báo lỗi bài viết: ${title}`,
  withdrawnTitle: 'Bài viết đã được rút',
  withdrawnHead: (title: string) => `Đã rút: ${title}`,
  table: (number: number) => `Bảng ${number}, có thể cuộn ngang`,
  listing: (number: number) => `Đoạn mã ${number}, có thể cuộn ngang`,
  footnote: (number: number) => `Chú thích ${number}`,
  footnotes: 'Chú thích',
  footnoteBack: (number: number) => `Về vị trí trích dẫn ${number}`,

  // Publisher's particulars in the footer.
  governingBody: (name: string) => `Cơ quan chủ quản: ${name}`,
  responsible: (name: string, role?: string) =>
    `Chịu trách nhiệm nội dung: ${role ? `${name}, ${role}` : name}`,
  licence: (number: string, date?: string, issuer?: string) =>
    `Giấy phép số ${number}${issuer ? ` do ${issuer} cấp` : ''}${date ? ` ngày ${date}` : ''}`,
  address: (address: string) => `Địa chỉ: ${address}`,
  phone: (phone: string) => `Điện thoại: ${phone}`,
  email: 'Thư điện tử:',

  // Pages that are answers.
  missingKicker: 'Lỗi 404',
  missingTitle: 'Trang này không có trong số báo',
  missingText: 'Địa chỉ có thể đã gõ thiếu một chữ, hoặc bài chưa từng đăng ở đây.',
  failedKicker: 'Lỗi 500',
  failedTitle: 'Trang này đang trục trặc',
  failedText: 'Lỗi ở phía chúng tôi, không phải ở máy của bạn. Xin thử lại sau ít phút.',
  waysOn: 'Xem tiếp',
  malformed: 'Địa chỉ này viết sai, không mở được.',
  notAllowed: 'Trang này chỉ để đọc.',

  // What the server says on the console of whoever started it.
  reading: (done: number, total: number) =>
    `Đang đọc nội dung: ${formatNumber(done)} trên ${formatNumber(total)} tệp`,
  serving: (address: string) => `Trang đang mở ở ${address}`,
  contentChanged: (changed: number, removed: number) =>
    `Nội dung đã đổi: đọc lại ${formatNumber(changed, 'tệp')}, bỏ ${formatNumber(removed, 'tệp')}`,
  renderingFailed: (path: string) => `Không dựng được trang ${path}:`,
  browserFound: (path: string) => `Trình duyệt cho các bài kiểm tra: ${path}`,
  browserMissing:
    'Không có trình duyệt nào. Hãy cài gói chromium của hệ điều hành (Debian: apt-get install chromium), rồi chạy lại.',
  connectionRefused: 'Không nhận được kết nối mới:',
  contentUnread: 'Không đọc được thư mục nội dung; trang giữ bản đang có:',
} as const;

/** "Thứ Năm" at the head of a line is "thứ Năm" inside a sentence. */
function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
