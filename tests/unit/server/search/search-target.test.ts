import { expect, test } from 'vitest';
import { readSearchTarget } from '@/lib/server/search/search-target';

const form = { text: '', order: 'relevance', page: 1 };

test.each([
  ['/tim-kiem', form],
  ['/tim-kiem?', form],
  ['/tim-kiem?q=k%E1%BB%B3+anh', { ...form, text: 'kỳ anh' }],
  ['/tim-kiem?q=a?b', { ...form, text: 'a?b' }],
  ['/tim-kiem?q=%E0%A4%A', { ...form, text: '\ufffd%A' }],
  ['/tim-kiem?q=a&q=b', { ...form, text: 'a' }],
  ['/tim-kiem?x=1&q=a&sap-xep=moi-nhat&trang=2', { text: 'a', order: 'newest', page: 2 }],
])('%s looks for %j', (target, request) => {
  expect(readSearchTarget(target)).toEqual(request);
});
