/** Properties of schema.org that name a page on how an organisation works (IPTC Trust Indicators). */
type TrustProperty =
  | 'publishingPrinciples'
  | 'ethicsPolicy'
  | 'correctionsPolicy'
  | 'masthead'
  | 'ownershipFundingInfo'
  | 'unnamedSourcesPolicy'
  | 'noBylinesPolicy'
  | 'verificationFactCheckingPolicy'
  | 'actionableFeedbackPolicy'
  | 'diversityPolicy';

/** Slugs of pages about the site, and what each is for search engines; the editors' handbook has them. */
export const trustPages: Readonly<Record<string, TrustProperty>> = {
  'nguyen-tac-bien-tap': 'publishingPrinciples',
  'dao-duc-bao-chi': 'ethicsPolicy',
  'chinh-sach-dinh-chinh': 'correctionsPolicy',
  'ban-bien-tap': 'masthead',
  'so-huu-va-tai-chinh': 'ownershipFundingInfo',
  'nguon-tin-giau-ten': 'unnamedSourcesPolicy',
  'bai-khong-ky-ten': 'noBylinesPolicy',
  'kiem-chung-thong-tin': 'verificationFactCheckingPolicy',
  'phan-hoi-ban-doc': 'actionableFeedbackPolicy',
  'da-dang': 'diversityPolicy',
};

/** Slug of the page on how to reach the newsroom: its `contactPoint`, which has more than an address. */
export const contactPage = 'lien-he';
