// Long, because it is one list: what every key means, in an editor's words, and nothing else.
import type {
  ArticleFrontMatter,
  AuthorFrontMatter,
  SiteFile,
  SitePageFrontMatter,
  TagsFile,
} from './schema';

/** What the content folder has kinds of files for, each with keys of its own. */
export interface KindsOfKeys {
  readonly article: ArticleFrontMatter;
  readonly author: AuthorFrontMatter;
  readonly page: SitePageFrontMatter;
  readonly site: SiteFile;
  readonly tags: TagsFile;
}

/** A kind of file of the content folder. */
export type KindOfFile = keyof KindsOfKeys;

/** Every key of a value with keys; one inside another as `image.src`, of a list as of its entries. */
type KeyPath<T> = T extends readonly (infer Entry)[]
  ? KeyPath<Entry>
  : T extends object
    ? { [Key in keyof T & string]-?: Key | `${Key}.${KeyPath<NonNullable<T[Key]>>}` }[keyof T &
        string]
    : never;

/** What a key means, and how it is written; a key of keys is shown by those in it. */
export interface KeyWords {
  /** Begins with a capital letter and ends with a full stop. */
  readonly meaning: string;
  /** One key with its value, as an editor types it. */
  readonly example?: string;
}

/** What each kind of file is. */
export const kindWords: Readonly<Record<KindOfFile, { title: string; meaning: string }>> = {
  article: {
    title: 'Bài viết',
    meaning: 'Phần khai báo ở đầu một bài trong thư mục articles.',
  },
  author: {
    title: 'Tác giả',
    meaning: 'Phần khai báo ở đầu một tệp trong thư mục authors: một người hay một ban.',
  },
  page: {
    title: 'Trang riêng',
    meaning: 'Phần khai báo ở đầu một tệp trong thư mục pages, như trang Giới thiệu.',
  },
  site: {
    title: 'Cấu hình của trang',
    meaning:
      'Tệp site.yaml: tên trang, chuyên mục, đơn vị xuất bản. Khóa để trống thì không in gì.',
  },
  tags: {
    title: 'Chủ đề',
    meaning: 'Tệp tags.yaml: tên chuẩn của mỗi chủ đề và những cách viết khác.',
  },
};

/** What stands before an example. */
export const exampleLabel = 'Ví dụ';

/** What heads the columns of the tables of keys in the editors' handbook. */
export const keyColumns = ['Khóa', 'Bắt buộc', 'Nghĩa', exampleLabel] as const;

/** The words of every key of every kind of file, in the order in which editors meet them. */
export const keyWords: {
  readonly [Kind in KindOfFile]: Readonly<Record<KeyPath<KindsOfKeys[Kind]>, KeyWords>>;
} = {
  article: {
    title: {
      meaning: 'Tiêu đề bài. Viết như một câu, không có dấu chấm cuối.',
      example: 'title: Tiêu đề bài',
    },
    date: {
      meaning:
        'Ngày giờ đăng, theo múi giờ của trang. Ngày giờ còn ở phía trước là hẹn giờ: bài tự hiện khi đến giờ.',
      example: 'date: 2020-12-24 07:30',
    },
    description: {
      meaning: 'Sapo của bài, một hoặc hai câu.',
      example: 'description: Sapo của bài, một hoặc hai câu.',
    },
    section: {
      meaning: 'Chuyên mục của bài: một “key” ở mục “sections” trong site.yaml.',
      example: 'section: thoi-su',
    },
    tags: {
      meaning: 'Các chủ đề của bài, mỗi chủ đề một mục.',
      example: 'tags: [Kỳ Anh, Hà Tĩnh]',
    },
    authors: {
      meaning: 'Ai ký tên: tên tệp trong thư mục authors, không có đuôi .md.',
      example: 'authors: [toa-soan]',
    },
    image: { meaning: 'Ảnh chính của bài.' },
    'image.src': {
      meaning: 'Tên tệp ảnh nằm cạnh bài, hoặc một đường dẫn trong trang này.',
      example: 'src: hoi-nghi.jpg',
    },
    'image.alt': {
      meaning: 'Một câu tả ảnh cho người không nhìn thấy ảnh.',
      example: 'alt: Toàn cảnh hội trường',
    },
    'image.caption': {
      meaning: 'Chú thích in dưới ảnh.',
      example: 'caption: Quang cảnh hội nghị',
    },
    'image.credit': {
      meaning: 'Tên người chụp hoặc nơi có ảnh; trang tự thêm chữ “Ảnh:”.',
      example: 'credit: Tên người chụp',
    },
    'image.focus': {
      meaning: 'Phần phải giữ lại khi ảnh bị cắt cho vừa khung; không ghi là ở giữa.',
      example: 'focus: top',
    },
    updated: {
      meaning: 'Ngày giờ bài được bổ sung thông tin, muộn hơn ngày đăng. Sửa lỗi gõ thì không ghi.',
      example: 'updated: 2020-12-25 09:00',
    },
    corrections: { meaning: 'Các đính chính, mỗi lần một mục; hiện ở cuối bài và ở /dinh-chinh.' },
    'corrections.date': {
      meaning: 'Ngày, hoặc ngày giờ đính chính.',
      example: 'date: 2020-12-25 09:00',
    },
    'corrections.text': {
      meaning: 'Bản trước sai gì, đúng là gì.',
      example: 'text: Bản trước ghi sai ngày họp; đúng là ngày 24/12.',
    },
    withdrawn: { meaning: 'Rút bài: địa chỉ còn lại, chỉ nói bài đã rút, ngày nào và vì sao.' },
    'withdrawn.date': {
      meaning: 'Ngày, hoặc ngày giờ rút bài.',
      example: 'date: 2020-12-26',
    },
    'withdrawn.reason': {
      meaning: 'Lý do, để bạn đọc biết.',
      example: 'reason: Bài đăng trùng.',
    },
    aliases: {
      meaning: 'Những địa chỉ cũ của bài; ai mở địa chỉ cũ được dẫn tới địa chỉ mới.',
      example: 'aliases: [/bai-viet/tieu-de-cu]',
    },
    featured: {
      meaning: 'Bài nổi bật, được ưu tiên đứng đầu trang nhất.',
      example: 'featured: true',
    },
    draft: {
      meaning: 'Bản nháp: bạn đọc không thấy. Xóa dòng này, hoặc ghi false, để đăng.',
      example: 'draft: true',
    },
    series: { meaning: 'Loạt bài mà bài này là một kỳ.' },
    'series.name': {
      meaning: 'Tên loạt bài, viết giống hệt nhau ở mọi kỳ.',
      example: 'name: Tên loạt bài',
    },
    'series.part': { meaning: 'Kỳ thứ mấy, đếm từ 1.', example: 'part: 1' },
    source: { meaning: 'Nơi bài được đăng lần đầu, khi đăng lại bài của nơi khác.' },
    'source.name': { meaning: 'Tên nơi ấy.', example: 'name: Tên báo' },
    'source.url': {
      meaning: 'Địa chỉ của bài ở nơi ấy.',
      example: 'url: https://vi-du.vn/bai-goc',
    },
    'source.author': { meaning: 'Tác giả ở nơi ấy.', example: 'author: Tên tác giả' },
    'source.publishedAt': {
      meaning: 'Ngày, hoặc ngày giờ bài đăng ở nơi ấy.',
      example: 'publishedAt: 2020-12-24',
    },
    canonical: {
      meaning: 'Địa chỉ mà máy tìm kiếm nên coi là bản chính, khi bản chính ở trang khác.',
      example: 'canonical: https://vi-du.vn/bai-goc',
    },
  },
  author: {
    name: { meaning: 'Tên ký dưới bài.', example: 'name: Tên tác giả' },
    kind: {
      meaning: 'Một người (person) hay một ban (desk); không ghi là một người.',
      example: 'kind: person',
    },
    role: { meaning: 'Chức danh.', example: 'role: Phóng viên' },
    email: { meaning: 'Thư điện tử, hiện cho bạn đọc.', example: 'email: toa-soan@vi-du.vn' },
    aliases: {
      meaning: 'Những địa chỉ cũ của tác giả này.',
      example: 'aliases: [/tac-gia/ten-cu]',
    },
  },
  page: {
    title: { meaning: 'Tên trang.', example: 'title: Liên hệ' },
    description: {
      meaning: 'Một câu nói trang có gì.',
      example: 'description: Cách liên hệ với tòa soạn.',
    },
    aliases: {
      meaning: 'Những địa chỉ cũ của trang này.',
      example: 'aliases: [/lien-he-cu]',
    },
  },
  site: {
    name: { meaning: 'Tên trang.', example: 'name: Tòa Soạn' },
    description: {
      meaning: 'Một câu nói trang viết về gì.',
      example: 'description: Một câu nói trang viết về gì.',
    },
    timeZone: {
      meaning: 'Múi giờ của mọi ngày giờ trong bài; không ghi là giờ Việt Nam.',
      example: 'timeZone: Asia/Ho_Chi_Minh',
    },
    sections: { meaning: 'Các chuyên mục, theo thứ tự xuất hiện trên trang.' },
    'sections.key': {
      meaning: 'Tên trong địa chỉ và ở khóa “section” của mỗi bài.',
      example: 'key: thoi-su',
    },
    'sections.name': { meaning: 'Tên bạn đọc thấy.', example: 'name: Thời sự' },
    'sections.description': {
      meaning: 'Một câu nói chuyên mục có gì.',
      example: 'description: Một câu nói chuyên mục có gì.',
    },
    'sections.aliases': {
      meaning: 'Những địa chỉ cũ của chuyên mục này.',
      example: 'aliases: [/chuyen-muc/ten-cu]',
    },
    publisher: { meaning: 'Đơn vị xuất bản. Chỉ điền điều có thật; mục trống thì không in gì.' },
    'publisher.kind': { meaning: 'Loại hình.', example: 'kind: báo điện tử' },
    'publisher.name': { meaning: 'Tên đơn vị quản lý trang.', example: 'name: Tên đơn vị' },
    'publisher.governingBody': {
      meaning: 'Cơ quan chủ quản, nếu có.',
      example: 'governingBody: Tên cơ quan chủ quản',
    },
    'publisher.address': {
      meaning: 'Địa chỉ liên hệ.',
      example: 'address: Số nhà, đường, xã hoặc phường, tỉnh',
    },
    'publisher.email': { meaning: 'Thư điện tử.', example: 'email: toa-soan@vi-du.vn' },
    'publisher.phone': {
      meaning: 'Điện thoại; đặt trong dấu nháy nếu chỉ có chữ số.',
      example: 'phone: "0239123456"',
    },
    'publisher.responsible': { meaning: 'Người chịu trách nhiệm nội dung.' },
    'publisher.responsible.name': { meaning: 'Họ và tên.', example: 'name: Họ và tên' },
    'publisher.responsible.role': { meaning: 'Chức danh.', example: 'role: Tổng Biên tập' },
    'publisher.licence': { meaning: 'Giấy phép.' },
    'publisher.licence.number': { meaning: 'Số giấy phép.', example: 'number: Số giấy phép' },
    'publisher.licence.date': { meaning: 'Ngày cấp.', example: 'date: Ngày cấp' },
    'publisher.licence.issuer': { meaning: 'Cơ quan cấp.', example: 'issuer: Tên cơ quan cấp' },
    links: { meaning: 'Liên kết tới các trang khác, in ở chân trang.' },
    'links.name': { meaning: 'Chữ để bấm.', example: 'name: Tên trang kia' },
    'links.url': { meaning: 'Địa chỉ của trang ấy.', example: 'url: https://vi-du.vn/' },
    corrections: { meaning: 'Trang gom mọi đính chính.' },
    'corrections.heading': {
      meaning: 'Tên của trang ấy; không ghi là “Đính chính”.',
      example: 'heading: Thông tin cải chính',
    },
  },
  tags: {
    name: { meaning: 'Tên chuẩn của chủ đề, in trên trang.', example: 'name: Kỳ Anh' },
    synonyms: {
      meaning: 'Những cách viết khác, được gộp vào tên chuẩn; địa chỉ của chúng dẫn về đây.',
      example: 'synonyms: [TX Kỳ Anh, thị xã Kỳ Anh]',
    },
    description: {
      meaning: 'Một câu nói chủ đề có gì.',
      example: 'description: Thị xã Kỳ Anh, tỉnh Hà Tĩnh.',
    },
  },
};
