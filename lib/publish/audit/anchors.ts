import { findNearest } from '../../vietnamese/nearest';
import { slug as slugOf } from '../../vietnamese/slug';

/** Ids that the page around an article's body has; a test compares them with its components. */
export const pageAnchors: ReadonlySet<string> = new Set([...['noi_dung', 'doc_them', 'ghi_chu']]);

/**
 * Whether a fragment leads somewhere on the page of an article.
 * @param fragment decoded; every page has its top (HTML Living Standard §7.4.6.3)
 */
export function hasAnchor(fragment: string, anchors: readonly string[]): boolean {
  return /^(?:top)?$/i.test(fragment) || anchors.includes(fragment) || pageAnchors.has(fragment);
}

/** The anchor that was most likely meant: that of the words themselves, or the nearest. */
export function suggestAnchor(fragment: string, anchors: readonly string[]): string | undefined {
  const slug = slugOf(fragment);
  return anchors.includes(slug) ? slug : findNearest(fragment, anchors);
}
