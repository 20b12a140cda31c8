import { readSearchRequest, type SearchRequest } from '../../site/search-address';

/**
 * What the target of a request looks for. Any query is read, however it is written: what cannot be
 * decoded stands for itself.
 * @param target as it came, for example `/tim-kiem?q=k%E1%BB%B3+anh`
 * @example readSearchTarget('/tim-kiem?q=%E0%A4%A') // { text: '\ufffd%A', order: 'relevance', page: 1 }
 */
export function readSearchTarget(target: string): SearchRequest {
  const start = target.indexOf('?');
  return readSearchRequest(new URLSearchParams(start === -1 ? '' : target.slice(start)));
}
