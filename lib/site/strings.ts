import { insideSentence } from '../vietnamese/dates';
import type { Initial } from '../vietnamese/initials';
import { formatNumber } from '../vietnamese/numbers';

const grades = { error: 'lỗi', warning: 'cảnh báo' } as const;

/** A sentence around words that somebody typed. */
type Halves = readonly [before: string, after: string];

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

  previousPage: 'Trang trước',
  nextPage: 'Trang sau',

  // Search. What was typed stands between the two halves of a sentence.
  search: 'Tìm kiếm',
  searchIn: (site: string) => `Tìm trong ${site}`,
  searchOf: (site: string) => `Tìm bài trên ${site}.`,
  searchTitle: (text: string) => `Tìm “${withinQuotes(text)}”`,
  withinQuotes,
  seek: 'Tìm',
  filter: 'Lọc',
  everySection: 'Mọi chuyên mục',
  year: 'Năm',
  everyYear: 'Mọi năm',
  order: 'Xếp theo',
  relevance: 'Liên quan nhất',
  newest: 'Mới nhất',
  suggestions: 'Gợi ý',
  /** `{count}` is filled in where the suggestions come. */
  suggestionsFound: '{count} gợi ý',
  suggestionsNone: 'Không có gợi ý',
  results: 'Kết quả',
  found: (count: number, page: number): Halves => [
    `${formatNumber(count, 'kết quả')} cho “`,
    page > 1 ? `”, trang ${formatNumber(page)}.` : '”. Gõ không dấu cũng tìm được.',
  ],
  /** There were more words than are looked for. */
  searchCut: 'Câu tìm dài, nên chỉ tìm theo những chữ đầu.',
  /** After the last page that a search shows. */
  searchEnds: 'Chỉ xem được đến đây. Thêm chữ, hoặc lọc theo năm, để tìm hẹp hơn.',
  /** Lists whose names hold what was typed. */
  namesFound: 'Các tên có chữ này',
  notFound: ['Chưa có bài nào về “', '”'] satisfies Halves,
  nearest: 'Có phải bạn tìm:',
  onlyInPart: 'Mới tìm trong phần đã lọc.',
  searchEverywhere: 'Tìm trong tất cả các bài',
  searchAdvice: {
    words: 'Thử ít chữ hơn, hoặc xem lại chính tả. Cũng có thể xem theo',
    topics: 'chủ đề',
    or: 'hay theo',
    days: 'ngày đăng',
  },
  nothingToSearch: 'Hãy gõ ít nhất một chữ cái hay chữ số để tìm.',
  howToSearch: 'Cách tìm',
  searchLanguage: [
    ['quoc phong', 'Không dấu cũng tìm được. Có dấu thì bài đúng dấu đứng trước.'],
    ['“quốc phòng toàn dân”', 'Trong ngoặc kép là đúng cụm từ ấy, các chữ đứng liền nhau.'],
    ['hội nghị -“tổng kết”', 'Dấu trừ sát trước một chữ hay một cụm từ: bỏ những bài có chữ ấy.'],
  ] satisfies readonly (readonly [example: string, meaning: string])[],

  // Section, tag, author, archive, corrections.
  topicTitle: (name: string) => `${name} – chủ đề`,
  authorTitle: (name: string) => `${name} – tác giả`,
  articlesAbout: (name: string) => `Các bài về ${name}.`,
  articlesIn: (name: string) => `Các bài trong chuyên mục ${name}.`,
  articlesBy: (name: string) => `Các bài của ${name}.`,
  allTopics: 'Tất cả chủ đề, xếp theo vần.',
  topicCount: (count: number) => formatNumber(count, 'chủ đề'),
  /** Over the names that have it. */
  initial: (initial: Initial): string =>
    initial === 'signs' ? 'Số và ký hiệu' : initial === 'foreign' ? 'Chữ viết khác' : initial,
  byInitial: (what: string) => `${what} theo vần`,
  allAuthors: 'Tác giả và các ban có bài trên trang.',
  persons: 'Người viết',
  desks: 'Các ban',
  years: 'Các năm',
  months: 'Các tháng',
  allYears: 'Mọi bài đã đăng, theo năm, tháng và ngày.',
  articlesOfYear: (year: number) => `Các bài đăng năm ${year}, theo tháng.`,
  archiveOfYear: (year: number) => `Lưu trữ năm ${year}`,
  archiveOf: (time: string) => `Lưu trữ: ${time}`,
  articlesOf: (time: string) => `Các bài đăng ${insideSentence(time)}.`,
  day: (day: number) => String(day).padStart(2, '0'),
  dayAndCount: (day: number, count: number) =>
    `Ngày ${String(day).padStart(2, '0')}: ${formatNumber(count, 'bài')}`,
  days: 'Các ngày có bài',
  correctionsIntro: 'Mọi chỗ sai đã sửa sau khi đăng, ghi ngày tháng, không xóa dấu vết.',
  noCorrections: 'Chưa có đính chính nào.',

  // Article.
  credit: (name: string) => `Ảnh: ${name}`,
  photographToCome: 'Ảnh sẽ bổ sung',
  updatedOn: 'Cập nhật:',
  /** Which part of how many; parts that are still to come are not counted. */
  series: (name: string, part: number, total: number) =>
    total > 1 && total >= part
      ? `Loạt bài ${name}, kỳ ${formatNumber(part)}/${formatNumber(total)}`
      : `Loạt bài ${name}, kỳ ${formatNumber(part)}`,
  partsOf: (series: string) => `Các kỳ của loạt bài ${series}`,
  previousPart: 'Kỳ trước',
  nextPart: 'Kỳ sau',
  oldArticle: (date: string) =>
    `Bài đăng ngày ${date}, đã hơn một năm. Một số thông tin có thể không còn đúng.`,
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
  withdrawnReason: 'Lý do rút bài',
  /** The day follows. */
  withdrawnOn: 'Rút ngày',
  table: (number: number) => `Bảng ${formatNumber(number)}, có thể cuộn ngang`,
  listing: (number: number) => `Đoạn mã ${formatNumber(number)}, có thể cuộn ngang`,
  footnote: (number: number) => `Chú thích ${formatNumber(number)}`,
  footnotes: 'Chú thích',
  footnoteBack: (number: number) => `Về chỗ đặt chú thích ${formatNumber(number)}`,

  // Feeds and texts for programs.
  feedsOf: (site: string) => `Nguồn tin của ${site}`,
  publishedOn: 'Đăng:',
  howToGetText:
    'Mỗi bài có một bản Markdown: thêm `.md` vào cuối địa chỉ của bài. Các liên kết tới bài dưới đây dẫn thẳng tới bản ấy.',
  machineFiles: {
    heading: 'Nguồn tin và sơ đồ trang',
    names: {
      rss: 'RSS',
      atom: 'Atom',
      json: 'JSON Feed',
      opml: 'Mọi nguồn tin (OPML)',
      sitemap: 'Sơ đồ trang (XML)',
    },
  },

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
  busyTitle: 'Chưa tìm được lúc này',
  busyText:
    'Đang có quá nhiều lượt tìm. Xin đợi ít giây rồi tìm lại; câu ngắn tìm nhanh hơn câu dài.',
  unsearchableTitle: 'Bản này của trang không có tìm kiếm',
  unsearchableText: 'Bạn vẫn tìm được bài theo chủ đề, theo chuyên mục hay theo ngày đăng.',
  waysOn: 'Xem tiếp',
  malformed: 'Địa chỉ này viết sai, không mở được.',
  notAllowed: 'Trang này chỉ để đọc.',

  // To whoever publishes by a request.
  publishByPost: 'Muốn xuất bản thì gửi yêu cầu bằng POST.',
  publishUnproven: 'Thiếu hoặc sai mã bí mật.',
  publishTooOften: (seconds: number) =>
    `Gửi quá nhiều lần. Hãy đợi ${formatNumber(seconds, 'giây')} rồi gửi lại.`,
  publishTooLarge: 'Yêu cầu quá lớn.',
  publishTooSlow: 'Yêu cầu đến quá chậm.',
  publishReady: 'Đã sẵn sàng xuất bản.',

  // Beside the pages while an editor writes; readers never see them.
  preview: 'Xem trước',
  draftNotice: (date?: string) =>
    date === undefined
      ? 'Bản nháp: bạn đọc không thấy bài này. Xóa dòng draft: true để đăng.'
      : `Bản nháp: bạn đọc không thấy bài này. Xóa dòng draft: true thì bài sẽ đăng ${date}.`,
  embargoNotice: (date: string) => `Hẹn giờ: bài sẽ đăng ${date}.`,
  withdrawalNotice: 'Đã rút: bạn đọc chỉ thấy lời báo này. Xóa khóa withdrawn thì bài hiện lại.',
  fromTime: (date: string) => `vào ${insideSentence(date)}`,
  fromDay: (date: string) => `từ 0 giờ ${insideSentence(date)}`,
  correctionsToCome: 'Có đính chính ghi ngày chưa tới; đến ngày ấy mới hiện.',
  updateUnshown:
    'Dòng “Cập nhật” không hiện: thời điểm chưa tới, hoặc gần lúc đăng quá để có ý nghĩa.',
  lastGoodForReaders:
    'Tệp đang có lỗi: bạn đọc vẫn thấy bản tốt gần nhất, là bản dưới đây. Sửa xong rồi lưu, bản mới sẽ thay.',
  lastGoodForEditors: 'Tệp đang có lỗi: dưới đây là bản tốt gần nhất.',
  neverGoodTitle: 'Tệp này chưa thành trang',
  neverGoodText: 'Sửa các lỗi ghi ở đầu trang rồi lưu lại; trang sẽ tự mở.',
  /** How grave a problem is: on consoles, and at the head of a line. */
  grades,
  gradeAtHead: (grade: keyof typeof grades) => upperFirst(grades[grade]),
  problems: (errors: number, warnings: number) =>
    [
      ...(errors > 0 ? [formatNumber(errors, grades.error)] : []),
      ...(warnings > 0 ? [formatNumber(warnings, grades.warning)] : []),
    ].join(', '),
  unpublished: 'Chưa đăng',
  draft: 'Bản nháp',
  comesOut: (date: string) => `Sẽ đăng ${date}`,

  // What the server says on the console of whoever started it.
  reading: (done: number, total: number) =>
    `Đang đọc nội dung: ${formatNumber(done)} trên ${formatNumber(total)} tệp`,
  serving: (address: string) => `Trang đang mở ở ${address}`,
  contentChanged: (changed: number, removed: number) =>
    `Nội dung đã đổi: đọc lại ${formatNumber(changed, 'tệp')}, bỏ ${formatNumber(removed, 'tệp')}`,
  renderingFailed: (path: string) => `Không dựng được trang ${path}:`,
  documentsNotKept: (reason: string) =>
    `Không ghi được trang đã dựng vào đĩa (${reason}). Bạn đọc vẫn xem được mọi trang, chỉ là trang nằm trong bộ nhớ; một phút nữa sẽ thử lại. Xem đĩa còn chỗ không, và DATA_DIR có ghi được không.`,
  announced: (to: string, count: number) =>
    `Đã báo cho ${to}: ${formatNumber(count, 'địa chỉ')} vừa đổi.`,
  announcingFailed: (to: string, reason: string) =>
    `Chưa báo được cho ${to} (${reason}). Bài vẫn đăng như thường; sẽ thử báo lại.`,
  announcingRefused: (to: string, status: number) =>
    `${to} không nhận tin báo (mã ${status}) nên tin ấy bị bỏ. Xem lại INDEXNOW_KEY, INDEXNOW_ENDPOINT hoặc WEBSUB_HUB; các tin đã báo nằm ở announcements.jsonl trong DATA_DIR.`,
  announcingFromNow: (to: string) =>
    `Không rõ trang nào đã đổi từ lần báo trước nên không báo gì cho ${to}; những thay đổi từ bây giờ sẽ được báo.`,
  announcingBroke: (to: string) => `Không báo được cho ${to}:`,
  announcementsUnwritten: 'Không ghi được vào DATA_DIR những gì đã báo ra ngoài:',
  browserFound: (path: string) => `Trình duyệt cho các bài kiểm tra: ${path}`,
  nginxMissing:
    'Không có nginx của Debian kèm libnginx-mod-http-brotli-static; các phép thử với nginx được bỏ qua.',
  browserMissing:
    'Không có trình duyệt nào. Hãy cài gói chromium của hệ điều hành (Debian: apt-get install chromium), rồi chạy lại.',
  connectionRefused: 'Không nhận được kết nối mới:',
  contentUnread: 'Không đọc được thư mục nội dung; trang giữ bản đang có:',

  // What every command says to someone whose options are wrong.
  wrongOption: (written: string, nearest?: string) =>
    `Không hiểu “${written}”.${nearest === undefined ? '' : ` Có phải “${nearest}”?`}`,

  // What `npm run new` asks and says.
  newUsage: `Cách dùng: npm run new -- [--kind article|author|page] [tùy chọn]
Không có tùy chọn nào thì các câu hỏi hiện lần lượt.

Bài viết (article):
  --title "Tiêu đề bài"      bắt buộc; tên tệp và địa chỉ của bài làm từ đây
  --description "Sapo"       bắt buộc
  --section thoi-su          bắt buộc; một "key" trong site.yaml
  --tags "Kỳ Anh,Hà Tĩnh"    chủ đề, cách nhau bằng dấu phẩy
  --authors toa-soan         tên tệp trong authors/, cách nhau bằng dấu phẩy
  --date "2020-12-24 07:30"  ngày giờ đăng; không ghi là lúc này
  --no-draft                 không phải bản nháp: đăng ngay khi đến ngày giờ ấy
Tác giả (author):
  --name "Tên ký"            bắt buộc
  --role, --email            chức danh, thư điện tử
  --desk                     một ban, không phải một người
Trang riêng (page):
  --title, --description     bắt buộc cả hai`,
  newQuestions: {
    title: 'Tiêu đề: ',
    description: 'Sapo (của trang riêng: lời giới thiệu), một hoặc hai câu: ',
    section: 'Chuyên mục: ',
    tags: 'Chủ đề, cách nhau bằng dấu phẩy (không có thì Enter): ',
    authors: 'Tác giả, cách nhau bằng dấu phẩy (không có thì Enter): ',
    date: 'Ngày giờ đăng (Enter: lúc này): ',
    name: 'Tên ký dưới bài: ',
    role: 'Chức danh (không có thì Enter): ',
    email: 'Thư điện tử (không có thì Enter): ',
  },
  newChoices: (names: readonly string[]) => `  Có: ${names.join(', ')}`,
  newMissing: (options: readonly string[]) => `Còn thiếu: ${options.join(', ')}`,
  newRequired: 'Mục này không để trống được.',
  newNothingWritten: 'Chưa ghi tệp nào.',
  newWithoutLetters: (name: string) =>
    `Từ “${name}” không làm được địa chỉ. Hãy viết bằng chữ cái hoặc chữ số.`,
  newReserved: (slug: string) =>
    `Tên “${slug}” dành cho một địa chỉ khác của trang. Hãy đặt tên trang khác.`,
  newUnread: (file: string) =>
    `Trang không đọc tệp nào tên “${file}”: tên ấy dành cho bản hướng dẫn. Hãy đặt tên khác.`,
  newTaken: (slug: string, file: string) =>
    `Địa chỉ “${slug}” đã thuộc về tệp ${file}. Hãy mở tệp ấy để sửa, hoặc đặt tên khác.`,
  newUnwritable: (file: string, reason: string) => `Không ghi được tệp ${file} (${reason}).`,
  newFirstAuthor:
    'Đây là tệp tác giả đầu tiên: từ nay khóa “authors” của mọi bài phải ghi tên tệp trong authors/, không ghi thẳng tên người. Chạy npm run check để thấy bài nào cần sửa.',
  newMade: (file: string) => `Đã tạo ${file}`,
  newAddress: (address: string) => `Địa chỉ: ${address}`,
  newNextDraft:
    'Việc tiếp theo: mở tệp, viết bài dưới dòng “---” thứ hai, xem trước bằng npm run dev, kiểm tra bằng npm run check. Khi đăng, xóa dòng “draft: true” và sửa “date” thành giờ đăng.',
  newNext:
    'Việc tiếp theo: mở tệp, viết dưới dòng “---” thứ hai, xem trước bằng npm run dev, kiểm tra bằng npm run check.',

  // What `npm run check` says.
  checkUsage: `Cách dùng: npm run check -- [tùy chọn] [tệp hay thư mục …]
Không ghi tệp nào thì kiểm tra tất cả.

  --fix                 sửa những gì luôn an toàn: BOM, Unicode dựng sẵn, xuống dòng, dấu cách cuối dòng
  --against main        mọi địa chỉ có ở nhánh (hay commit) ấy nay phải còn mở được
  --format text         cho người đọc; json: cho chương trình; github: cho GitHub Actions

Kết thúc bằng 0 khi không có lỗi, 1 khi có lỗi, 2 khi không kiểm tra được.`,
  checkClean: (files: number) => `Không có lỗi nào trong ${formatNumber(files, 'tệp')}.`,
  checkSummary: (problems: string, files: number, all: number) =>
    `${problems} ở ${formatNumber(files, 'tệp')}, trong ${formatNumber(all, 'tệp')} đã kiểm tra.`,
  checkReading: (done: number, total: number) =>
    `Đang đọc: ${formatNumber(done)} trên ${formatNumber(total)} tệp`,
  checkFixed: (file: string) => `Đã sửa ${file}`,
  checkUnfixed: (file: string, reason: string) => `Không ghi được ${file} (${reason})`,
  checkNoneOfContent: (written: string, directory: string) =>
    `“${written}” không phải tệp nội dung nào của thư mục ${directory}. Xem lại đường dẫn; tệp phải có đuôi .md, hoặc là site.yaml, tags.yaml.`,
  checkAgainst: {
    'git-missing': () => 'Không chạy được git. Hãy cài git rồi chạy lại.',
    'no-repository': () => 'Thư mục nội dung không nằm trong kho git nào, nên không so sánh được.',
    'commit-unknown': (ref: string) =>
      `Kho git không có nhánh hay commit nào tên “${ref}”. Xem lại tên, hoặc chạy git fetch trước.`,
    shallow: (ref: string) =>
      `Kho git này chỉ chép phần cuối của lịch sử nên không có “${ref}”. Chạy git fetch --unshallow trước (ở GitHub Actions: fetch-depth: 0).`,
    partial: (ref: string) =>
      `Kho git này là bản chép thiếu nội dung tệp (partial clone) nên không đọc được “${ref}”. Chép lại kho, không dùng --filter.`,
    'no-folder': (ref: string) =>
      `Ở “${ref}” chưa có thư mục nội dung này, nên không có gì để so sánh.`,
  },
  checkRemedies: {
    moved: (path: string, file: string) =>
      `Bài hay trang ấy nay ở ${file}. Thêm vào phần khai báo của tệp đó: “aliases: [${path}]”; đã có “aliases” thì thêm một dòng “- ${path}” ở dưới.`,
    movedHidden: (path: string, file: string) =>
      `Bài nay ở ${file} nhưng chưa đăng. Thêm vào phần khai báo của tệp đó “aliases: [${path}]”, và xóa “draft: true” hay giờ hẹn.`,
    draft:
      'Bài đã đăng không trở lại làm bản nháp được. Xóa dòng “draft: true”; nếu rút bài, thêm khóa “withdrawn” có “date” và “reason”.',
    embargoed:
      'Bài đã đăng không hẹn giờ lại được. Sửa “date” về ngày giờ cũ; nếu rút bài, thêm khóa “withdrawn” có “date” và “reason”.',
    broken: (file: string) => `Sửa các lỗi khác của ${file}; địa chỉ sẽ mở lại.`,
    articleGone: (path: string, file: string) =>
      `Trả lại tệp ${file}; nếu rút bài, thêm vào tệp ấy khóa “withdrawn” có “date” và “reason”. Nếu bài khác thay nó, thêm vào bài khác “aliases: [${path}]”.`,
    fileGone: (path: string, file: string) =>
      `Trả lại tệp ${file}, hoặc thêm “aliases: [${path}]” vào phần khai báo của tệp thay nó.`,
    aliasGone: (path: string) =>
      `Đó là một địa chỉ cũ vẫn còn người dùng. Thêm “aliases: [${path}]” vào phần khai báo của bài hay trang thay nó.`,
    section: (path: string, heir?: string) =>
      heir === undefined
        ? `Trong site.yaml, thêm “aliases: [${path}]” vào chuyên mục thay nó.`
        : `Trong site.yaml, thêm “aliases: [${path}]” vào chuyên mục “${heir}”.`,
    tag: (name: string, heir?: string) =>
      heir === undefined
        ? `Trong tags.yaml, thêm “${name}” vào “synonyms” của chủ đề thay nó; không có chủ đề nào thay thì thêm “- name: ${name}”.`
        : `Trong tags.yaml, thêm “${name}” vào “synonyms” của chủ đề “${heir}”.`,
  },

  // What `npm run export` says.
  exportUsage: `Cách dùng: npm run export -- [tùy chọn]
Ghi cả trang thành một thư mục tệp, để đặt lên bất kỳ máy chủ tệp hay kho tệp nào. Lần sau chỉ ghi những
tệp đã đổi. Địa chỉ gốc lấy từ SITE_URL, nội dung từ CONTENT_DIR; cần npm run build trước.

  --out dist            thư mục để ghi
  --compress            ghi thêm tệp nén .br và .gz cạnh mỗi trang, cho nginx (gzip_static, brotli_static)
  --force               dùng cả thư mục đã có sẵn tệp khác; tệp trùng tên bị ghi đè, tệp khác giữ nguyên

Kết thúc bằng 0 khi mọi tệp đã đúng, 1 khi có tệp không ghi được hoặc bị dừng, 2 khi không bắt đầu được.`,
  exportPrinting: (done: number, total: number) =>
    `Đang in: ${formatNumber(done)} trên ${formatNumber(total)} trang`,
  exportDone: (
    counts: Readonly<Record<'written' | 'unchanged' | 'removed' | 'failed', number>>,
    seconds: number,
    directory: string,
  ) => {
    const failed = counts.failed > 0 ? `, ${formatNumber(counts.failed)} không ghi được` : '';
    return `Đã xuất ra ${directory} trong ${formatNumber(Math.round(seconds * 10) / 10, 'giây')}: ghi ${formatNumber(counts.written, 'tệp')}, giữ nguyên ${formatNumber(counts.unchanged)}, bỏ ${formatNumber(counts.removed)}${failed}.`;
  },
  exportFailed: (file: string, reason: string) =>
    `Không làm được ${file}, nên tệp cũ (nếu có) vẫn giữ nguyên: ${reason}`,
  exportNotEmpty: (directory: string) =>
    `Thư mục ${directory} đã có tệp, và không phải do lệnh này ghi. Chọn thư mục khác bằng --out, hoặc thêm --force để ghi vào đó; tệp trùng tên sẽ bị ghi đè.`,
  exportRunning: (dataDirectory: string) =>
    `Một lần xuất khác đang chạy với DATA_DIR là ${dataDirectory}. Đợi lần ấy xong rồi chạy lại, hoặc chọn DATA_DIR khác.`,
  exportOverlaps: (directory: string, other: string) =>
    `Không xuất vào ${directory} được: thư mục ấy là ${other}, nằm trong đó, hay chứa nó. Chọn thư mục khác bằng --out.`,
  exportNoFolder: (path: string) =>
    `${path} không phải thư mục (một tệp, hay một liên kết). Bỏ nó đi rồi chạy lại.`,
  exportUnwritable: (directory: string, code: string) =>
    `Không ghi được vào ${directory} (${code}). Xem lại quyền của thư mục rồi chạy lại.`,
  exportDiskFull: (directory: string) =>
    `Hết chỗ trên đĩa của ${directory}. Các tệp đã ghi vẫn nguyên vẹn; dọn chỗ rồi chạy lại để làm tiếp.`,
  exportBroken: (reason: string) =>
    `Một tiến trình in bị dừng giữa chừng (${reason}), có thể vì thiếu bộ nhớ. Các tệp đã ghi vẫn nguyên vẹn; chạy lại để làm tiếp.`,
  exportStopped: (directory: string) =>
    `Đã dừng. Các tệp trong ${directory} vẫn nguyên vẹn; chạy lại để làm tiếp.`,
} as const;

/** A text as it stands within “ ”: a phrase of it that has quotation marks gets the inner ones. */
function withinQuotes(text: string): string {
  return text.replace(/["“”„]([^"“”„]*)["“”„]/g, '‘$1’');
}

function upperFirst(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
