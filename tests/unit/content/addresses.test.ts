import { describe, expect, test } from 'vitest';
import { absoluteAddress, isFollowable, isWithinSite } from '@/lib/content/addresses';

describe('an address', () => {
  test.each([
    ...[
      '',
      '/',
      '/chu-de/ky-anh',
      'anh.jpg',
      './a',
      '../a',
      '#muc',
      '?q=a:b',
      '/a:b',
      'a/b:c',
      '#a:b',
    ],
    'ảnh 1.jpg',
  ])('%j stays on this site', (address) => {
    expect(isWithinSite(address)).toBe(true);
    expect(isFollowable(address)).toBe(false);
  });

  test.each([
    ...[
      'https://vi-du.com',
      'HTTP://vi-du.com/a?b#c',
      'mailto:a@vi-du.vn',
      'tel:+84239',
      'https:a',
    ],
  ])('%j leads elsewhere and may be followed', (address) => {
    expect(isWithinSite(address)).toBe(false);
    expect(isFollowable(address)).toBe(true);
  });

  test.each([
    ...[
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'data:text/html,a',
      'vbscript:a',
      'file:///a',
    ],
    ...['//vi-du.com', '///vi-du.com', '/\\vi-du.com', '\\\\vi-du.com', 'https://vi-du.com\\a'],
    ...[
      'java\tscript:a',
      '\u0001javascript:a',
      '/\t/vi-du.com',
      '/a\nb',
      'https://vi-du.com/\u007f',
    ],
    ...['chương 1: mở đầu', 'xmpp:a@vi-du.vn', ':a', 'view-source:https://vi-du.com'],
  ])('%j is neither', (address) => {
    expect(isWithinSite(address)).toBe(false);
    expect(isFollowable(address)).toBe(false);
  });
});

describe('an address on a page, written anywhere else,', () => {
  test.each([
    ['/chu-de/ky-anh', 'https://vi-du.vn/chu-de/ky-anh'],
    ['#muc', 'https://vi-du.vn/bai-viet/tin#muc'],
    ['?q=a', 'https://vi-du.vn/bai-viet/tin?q=a'],
    ['ảnh 1.jpg', 'https://vi-du.vn/bai-viet/%E1%BA%A3nh%201.jpg'],
    ['../a', 'https://vi-du.vn/a'],
    ['HTTPS://bao.vn/x', 'https://bao.vn/x'],
    ['mailto:a@vi-du.vn', 'mailto:a@vi-du.vn'],
    ['javascript:alert(1)', undefined],
    ['//bao.vn/x', undefined],
    ['/\\bao.vn', undefined],
    ['https://', undefined],
  ])('%j is %j', (address, expected) => {
    expect(absoluteAddress(address, 'https://vi-du.vn/bai-viet/tin')).toBe(expected);
  });
});
