// Ordinary Vietnamese words, of which the generated newsroom is made: no name of a person or a
// place, nothing that has happened. How often each letter and mark comes is about that of prose.

type Words = readonly [string, ...string[]];

/** Who does something. */
export const doers: Words = [
  ...(['người dân', 'bà con', 'cô giáo', 'thầy thuốc', 'bác nông dân', 'đội thợ mộc'] as const),
  ...['nhóm học sinh', 'ban tổ chức', 'những người lái đò', 'chủ quán nước', 'khách đường xa'],
  ...['hợp tác xã', 'thư viện nhỏ', 'xưởng dệt', 'đội bóng trẻ', 'câu lạc bộ sách', 'trường làng'],
  ...['trạm y tế', 'bưu điện', 'nhà văn hóa', 'mấy gia đình bên sông', 'các kỹ sư trẻ'],
  ...['người làm vườn', 'đoàn kịch', 'hội phụ nữ', 'lớp học buổi tối', 'những tay thợ giỏi'],
  ...['nhiều bạn trẻ', 'các cụ cao tuổi', 'người bán hàng', 'nhóm vẽ tranh', 'tổ sửa đường'],
];

/** What they do. */
export const deeds: Words = [
  ...(['sửa lại', 'dựng thêm', 'trồng', 'mở cửa', 'đón nhận', 'tìm thấy', 'vẽ lại'] as const),
  ...['ghi chép về', 'chuẩn bị', 'thử nghiệm', 'kể chuyện về', 'giữ gìn', 'chăm sóc', 'đo đạc'],
  ...[
    'quét dọn',
    'góp sức làm',
    'bàn nhau về',
    'đặt tên cho',
    'chụp ảnh',
    'nghiên cứu',
    'thắp sáng',
  ],
  ...['giới thiệu', 'bảo vệ', 'hoàn thành', 'tiếp tục', 'khởi đầu', 'thống kê', 'học cách làm'],
];

/** What is done. */
export const things: Words = [
  ...(['cây cầu nhỏ', 'mái đình cũ', 'vườn rau chung', 'lớp học vẽ', 'phiên chợ sớm'] as const),
  ...['con đường đất', 'hàng cây ven sông', 'bến đò ngang', 'giếng nước trong', 'ruộng lúa nước'],
  ...['tủ sách cũ', 'khu vui chơi', 'bãi cỏ rộng', 'nghề đan lưới', 'mùa quả ngọt', 'lễ hội trăng'],
  ...['chiếc thuyền gỗ', 'ngôi nhà sàn', 'bức tường gạch', 'cánh diều giấy', 'món bánh nếp'],
  ...['tiếng trống trường', 'vở kịch ngắn', 'bản đồ cây xanh', 'đèn đường mới', 'sân bóng nhỏ'],
  ...['luống hoa cúc', 'kênh dẫn nước', 'xưởng gốm', 'trạm đo mưa', 'đường chạy bộ', 'kho thóc'],
];

/** Where. */
export const places: Words = [
  ...(['ở đầu làng', 'bên bờ sông', 'dưới chân núi', 'giữa cánh đồng', 'gần bến xe'] as const),
  ...['trong khu phố cũ', 'cạnh sân trường', 'trên đồi chè', 'ven con suối', 'ở cuối con dốc'],
  ...['phía sau chợ', 'dọc bờ biển', 'quanh hồ nước', 'bên ngã ba đường', 'trong xóm nhỏ'],
];

/** When. */
export const times: Words = [
  ...(['buổi sáng sớm', 'sau cơn mưa đầu mùa', 'trước mùa gặt', 'mỗi chiều thứ bảy'] as const),
  ...['trong ba tháng liền', 'từ đầu mùa xuân', 'khi trời vừa tạnh', 'suốt kỳ nghỉ hè'],
  ...['vào tuần đầu của năm', 'vào những ngày nắng', 'ngay đầu năm học', 'lúc nước lên'],
];

/** Why, and how. */
export const ends: Words = [
  ...([
    'để ai đi qua cũng thấy vui',
    'với sự kiên nhẫn của nhiều người',
    'mà không cần vội',
  ] as const),
  ...['để trẻ nhỏ có chỗ học bài', 'theo cách của người xưa', 'bằng những vật liệu có sẵn'],
  ...['để việc đi lại dễ dàng hơn', 'và ghi lại từng bước một', 'như đã hẹn với nhau từ trước'],
  ...['để mùa sau đỡ vất vả', 'nhờ công sức của cả xóm', 'cho kịp ngày mở cửa'],
  ...[
    'dù gió thổi khá mạnh',
    'và chia đều phần việc cho mọi người',
    'để nước không còn ngập lối đi',
  ],
];

/** How a sentence may begin after another. */
export const links: Words = [
  ...(['', '', '', '', 'Cũng vì thế, ', 'Trong khi đó, ', 'Theo sổ ghi chép của làng, '] as const),
  ...['Sau vài lần thử, ', 'Đến nay, ', 'Ngoài ra, ', 'Nói một cách giản dị, ', 'Như mọi năm, '],
];

/** Each of these before each of those is a tag: 400 of them, no two of one slug. */
export const tagHeads: Words = [
  ...(['chợ', 'vườn', 'đường', 'ruộng', 'sách', 'nghề', 'thuyền', 'trường', 'cầu', 'hội'] as const),
  ...['mùa', 'nước', 'gạch', 'bếp', 'tranh', 'nhạc', 'sân', 'kho', 'xưởng', 'hoa'],
];
export const tagTails: Words = [
  ...(['làng', 'sông', 'núi', 'biển', 'phố', 'xuân', 'hè', 'thu', 'đông', 'sớm'] as const),
  ...['khuya', 'xanh', 'trắng', 'mới', 'cũ', 'nhỏ', 'lớn', 'chung', 'xa', 'gần'],
];

/** The sections of the newsroom; the first has the most articles. */
export const sections: readonly (readonly [key: string, name: string])[] = [
  ['doi-song', 'Đời sống'],
  ['lang-xom', 'Làng xóm'],
  ['hoc-tap', 'Học tập'],
  ['nghe-nghiep', 'Nghề nghiệp'],
  ['san-choi', 'Sân chơi'],
  ['thien-nhien', 'Thiên nhiên'],
  ['van-nghe', 'Văn nghệ'],
  ['di-lai', 'Đi lại'],
];
