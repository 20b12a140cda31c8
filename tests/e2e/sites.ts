/** Origins of the two servers under test. */
export const newsroom = `http://127.0.0.1:${process.env.TEST_NEWSROOM_PORT}`;
export const generated = `http://127.0.0.1:${process.env.TEST_GENERATED_PORT}`;

const seedSlug =
  'xay-dung-nen-quoc-phong-toan-dan-gan-voi-the-tran-an-ninh-nhan-dan-khu-vuc-phia-nam-ha-tinh';

/** Path of the first article. */
export const seedArticle = `/bai-viet/${seedSlug}`;

/** One address of every kind of page, and what it is. */
export const everyKindOfPage: readonly (readonly [
  what: string,
  address: string,
  status: number,
])[] = [
  ['front page', `${newsroom}/`, 200],
  ['article with photographs to come', `${newsroom}${seedArticle}`, 200],
  ['section', `${newsroom}/chuyen-muc/thoi-su`, 200],
  ['all tags', `${newsroom}/chu-de`, 200],
  ['tag', `${newsroom}/chu-de/ky-anh`, 200],
  ['all authors', `${newsroom}/tac-gia`, 200],
  ['person', `${newsroom}/tac-gia/thu-trang`, 200],
  ['desk', `${newsroom}/tac-gia/toa-soan`, 200],
  ['archive', `${newsroom}/luu-tru`, 200],
  ['year', `${newsroom}/luu-tru/2020`, 200],
  ['month', `${newsroom}/luu-tru/2020/12`, 200],
  ['day', `${newsroom}/luu-tru/2020/12/24`, 200],
  ['page about the site', `${newsroom}/gioi-thieu`, 200],
  ['empty corrections', `${newsroom}/dinh-chinh`, 200],
  ['missing page', `${newsroom}/khong-co-trang-nay`, 404],
  ['front page of another newsroom', `${generated}/`, 200],
  ['numbered front page', `${generated}/trang/2`, 200],
  ['numbered section page', `${generated}/chuyen-muc/thu-nghiem/trang/2`, 200],
  ['empty section', `${generated}/chuyen-muc/de-trong`, 200],
  ['article with everything', `${generated}/bai-viet/du-moi-thu`, 200],
  ['withdrawn article', `${generated}/bai-viet/da-rut`, 410],
  ['corrections', `${generated}/dinh-chinh`, 200],
];

const search = (origin: string, query = '') => `${origin}/tim-kiem${query}`;

/** One address of every state of the search; all are answered with 200, and none is an address of its own. */
export const everyKindOfSearch: readonly (readonly [what: string, address: string])[] = [
  ['search, not yet asked', search(newsroom)],
  ['search with marked results', search(newsroom, '?q=quoc+phong')],
  ['search with several pages', search(generated, '?q=bai+thu&chuyen-muc=&nam=2021&trang=2')],
  ['search without results', search(newsroom, '?q=khongcochunaonhuthe&nam=2020')],
  ['search without a word', search(generated, '?q=%3F%21')],
  ['search for one long word, right to left', search(generated, `?q=${'%D7%A9'.repeat(200)}`)],
];
