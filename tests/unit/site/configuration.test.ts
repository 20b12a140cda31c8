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
      publishPulls: false,
      trustProxy: [],
      documentsMemoryMb: 64,
      documentsDiskMb: 1024,
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
    PUBLISH_SECRET: 'chi-toa-soan-biet',
    PUBLISH_PULL: 'true',
    TRUST_PROXY: 'loopback, 10.0.0.2',
    DOCUMENTS_MEMORY_MB: '128',
    DOCUMENTS_DISK_MB: '0',
    CACHE_TAG_HEADER: 'surrogate-key',
    INDEXNOW_KEY: '0a1B-2c3D',
    INDEXNOW_ENDPOINT: 'https://May-Tim.vn/indexnow',
    WEBSUB_HUB: 'https://hub.vi-du.vn',
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
      publishSecret: 'chi-toa-soan-biet',
      publishPulls: true,
      trustProxy: ['127.0.0.0/8', '::1', '10.0.0.2'],
      documentsMemoryMb: 128,
      documentsDiskMb: 0,
      cacheTagHeader: 'Surrogate-Key',
      indexNow: { key: '0a1B-2c3D', endpoint: 'https://may-tim.vn/indexnow' },
      webSubHub: 'https://hub.vi-du.vn/',
    },
  });
});

test('empty means not set', () => {
  const empty = {
    ...{ PORT: '', HOSTNAME: '', CONTENT_DIR: '', DATA_DIR: '', SITE_URL: '', TRUST_PROXY: '' },
    ...{ PUBLISH_SECRET: '', PUBLISH_PULL: '', DOCUMENTS_MEMORY_MB: '', DOCUMENTS_DISK_MB: '' },
    ...{ CACHE_TAG_HEADER: '', INDEXNOW_KEY: '', INDEXNOW_ENDPOINT: '', WEBSUB_HUB: '' },
  };
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

describe('PUBLISH_SECRET', () => {
  test.each(['a'.repeat(16), '~!"#$%&\'()*+,-./'.repeat(16), 'whsec_bWF0LWtoYXU='])(
    '%j is a secret',
    (written) => {
      expect(parseConfiguration({ PUBLISH_SECRET: written })).toMatchObject({
        configuration: { publishSecret: written },
      });
    },
  );

  test.each(['a'.repeat(15), 'a'.repeat(257), 'mật khẩu của tòa soạn', `${'a'.repeat(16)}\n`])(
    '%j is none, and is not repeated',
    (written) => {
      expect(parseConfiguration({ PUBLISH_SECRET: written })).toEqual({
        ok: false,
        code: 'publish-secret-invalid',
        written: '',
      });
    },
  );
});

describe('TRUST_PROXY', () => {
  test.each([
    ['loopback', ['127.0.0.0/8', '::1']],
    ['10.0.0.2', ['10.0.0.2']],
    [' 10.0.0.0/8 ,, 192.0.2.255 ', ['10.0.0.0/8', '192.0.2.255']],
    ['2001:db8::1,fd00::/8,::ffff:10.0.0.2', ['2001:db8::1', 'fd00::/8', '::ffff:10.0.0.2']],
    [',', []],
  ])('%j are the proxies %j', (written, trustProxy) => {
    expect(parseConfiguration({ TRUST_PROXY: written })).toMatchObject({
      configuration: { trustProxy },
    });
  });

  test.each([
    ...['nginx', 'true', '10.0.0', '10.0.0.256', '010.0.0.1', '10.0.0.1.', '0x7f.0.0.1'],
    ...['10.0.0.1/33', '::1/129', '::g', ':::', '[::1]', '10.0.0.1/', '10.0.0.1:80', '::1%eth0'],
  ])('%j is no proxy', (written) => {
    expect(parseConfiguration({ TRUST_PROXY: `loopback,${written}` })).toEqual({
      ok: false,
      code: 'trust-proxy-invalid',
      written,
    });
  });
});

test('search engines are told by the usual address unless another is named, and by none without a key', () => {
  const endpoint = 'https://api.indexnow.org/indexnow';
  expect(parseConfiguration({ INDEXNOW_KEY: 'a'.repeat(8) })).toMatchObject({
    configuration: { indexNow: { key: 'a'.repeat(8), endpoint } },
  });
  const parsed = parseConfiguration({ INDEXNOW_ENDPOINT: endpoint });
  expect(parsed.ok && parsed.configuration).not.toHaveProperty('indexNow');
});

test.each([
  ['PUBLISH_PULL', 'publish-pull-invalid', ['1', 'yes', 'TRUE', 'có']],
  ['DOCUMENTS_MEMORY_MB', 'documents-memory-invalid', ['0', '-1', '64MB', '1.5', '1e3', ' 64']],
  ['DOCUMENTS_DISK_MB', 'documents-disk-invalid', ['00', '-1', '1 GB', '1e3', '9'.repeat(10)]],
  ['CACHE_TAG_HEADER', 'cache-tag-header-invalid', ['Set-Cookie', 'CacheTag', 'xkey, Vary']],
  [
    'INDEXNOW_KEY',
    'indexnow-key-invalid',
    ['a'.repeat(7), 'a'.repeat(129), 'khóa-của-báo', 'a/../b/c/d'],
  ],
  [
    'INDEXNOW_ENDPOINT',
    'indexnow-endpoint-invalid',
    ['indexnow.org', 'ftp://may-tim.vn/', 'https://a:b@c.vn/'],
  ],
  [
    'WEBSUB_HUB',
    'websub-hub-invalid',
    ['hub', '//hub.vn', 'javascript:alert(1)', 'https://hub.vn/#a'],
  ],
] as const)('%s may be wrong: %s', (name, code, wrong) => {
  for (const written of wrong)
    expect(parseConfiguration({ [name]: written })).toEqual({ ok: false, code, written });
});
