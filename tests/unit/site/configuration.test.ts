import { describe, expect, test } from 'vitest';
import { parseConfiguration } from '@/lib/site/configuration';

test('nothing set: this machine, port 3000, content/ and .data/', () => {
  expect(parseConfiguration({})).toEqual({
    ok: true,
    configuration: {
      port: 3000,
      hostname: '127.0.0.1',
      contentDirectory: 'content',
      dataDirectory: '.data',
      siteUrl: 'http://localhost:3000',
      indexable: false,
    },
  });
});

test('what is set is taken', () => {
  const parsed = parseConfiguration({
    PORT: '8080',
    HOSTNAME: '0.0.0.0',
    CONTENT_DIR: '/bao/noi-dung',
    DATA_DIR: '/bao/du-lieu',
    SITE_URL: 'https://vi-du.vn',
  });
  expect(parsed).toEqual({
    ok: true,
    configuration: {
      port: 8080,
      hostname: '0.0.0.0',
      contentDirectory: '/bao/noi-dung',
      dataDirectory: '/bao/du-lieu',
      siteUrl: 'https://vi-du.vn',
      indexable: true,
    },
  });
});

test('empty means not set', () => {
  const empty = { PORT: '', HOSTNAME: '', CONTENT_DIR: '', DATA_DIR: '', SITE_URL: '' };
  expect(parseConfiguration(empty)).toEqual(parseConfiguration({}));
});

describe('PORT', () => {
  test.each([
    ['0', 0],
    ['1', 1],
    ['3000', 3000],
    ['65535', 65535],
  ])('%j is a port', (written, port) => {
    expect(parseConfiguration({ PORT: written })).toMatchObject({ configuration: { port } });
  });

  test.each(['65536', '-1', '3000.5', '3e3', '0x1F', ' 3000', 'ba nghìn', '３０００', 'NaN'])(
    '%j is none',
    (written) => {
      expect(parseConfiguration({ PORT: written })).toEqual({
        ok: false,
        code: 'port-invalid',
        written,
      });
    },
  );
});

describe('SITE_URL', () => {
  test.each([
    ['https://vi-du.vn', 'https://vi-du.vn', true],
    ['https://vi-du.vn/', 'https://vi-du.vn', true],
    ['HTTPS://Vi-Du.VN:443', 'https://vi-du.vn', true],
    ['https://vi-du.vn:8443', 'https://vi-du.vn:8443', true],
    ['https://báo.vn', 'https://xn--bo-mia.vn', true],
    ['https://192.0.2.7', 'https://192.0.2.7', true],
    ['https://localhost.vn', 'https://localhost.vn', true],
    ['http://vi-du.vn', 'http://vi-du.vn', false],
    ['http://localhost:3000', 'http://localhost:3000', false],
    ['https://localhost', 'https://localhost', false],
    ['https://bao.localhost', 'https://bao.localhost', false],
    ['https://127.0.0.1', 'https://127.0.0.1', false],
    ['https://127.255.0.9', 'https://127.255.0.9', false],
    ['https://0x7f.1', 'https://127.0.0.1', false],
    ['https://0.0.0.0', 'https://0.0.0.0', false],
    ['https://[::1]:3000', 'https://[::1]:3000', false],
    ['https://[::ffff:127.0.0.1]', 'https://[::ffff:7f00:1]', false],
  ])('%j is the origin %j; search engines may index: %j', (written, siteUrl, indexable) => {
    expect(parseConfiguration({ SITE_URL: written })).toMatchObject({
      configuration: { siteUrl, indexable },
    });
  });

  test.each([
    'vi-du.vn',
    '//vi-du.vn',
    'ftp://vi-du.vn',
    'https://vi-du.vn/bao',
    'https://vi-du.vn/?a=1',
    'https://vi-du.vn/?',
    'https://vi-du.vn/#dau',
    'https://ten:mat-khau@vi-du.vn',
    'https://',
    'javascript:alert(1)',
  ])('%j is not only a scheme and a host', (written) => {
    expect(parseConfiguration({ SITE_URL: written })).toEqual({
      ok: false,
      code: 'site-url-invalid',
      written,
    });
  });
});
