import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { createClientAddress, networkOf } from '@/lib/server/client-address';

function request(remoteAddress: string | undefined, forwarded?: string): IncomingMessage {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  return { socket: { remoteAddress }, headers } as unknown as IncomingMessage;
}

const proxies = ['127.0.0.0/8', '::1', '10.0.0.2', '2001:db8:ff::/48'];

test.each([
  ['nobody is trusted', [], '203.0.113.9', '198.51.100.1', '203.0.113.9'],
  ['no proxy asked', proxies, '203.0.113.9', '198.51.100.1', '203.0.113.9'],
  ['the proxy says who', proxies, '127.0.0.1', '198.51.100.1', '198.51.100.1'],
  ['a client wrote more before it', proxies, '127.0.0.1', '1.2.3.4, 198.51.100.1', '198.51.100.1'],
  ['two proxies', proxies, '127.0.0.1', '1.2.3.4, 198.51.100.1, 10.0.0.2', '198.51.100.1'],
  ['a client calls itself a proxy', proxies, '127.0.0.1', '10.0.0.2, 198.51.100.1', '198.51.100.1'],
  ['a proxy asks for itself', proxies, '10.0.0.2', '127.0.0.1', '127.0.0.1'],
  ['the proxy says nothing', proxies, '127.0.0.1', undefined, '127.0.0.1'],
  ['the proxy says nothing that is an address', proxies, '127.0.0.1', 'unknown', '127.0.0.1'],
  ['nonsense before the last', proxies, '127.0.0.1', 'a, 10.0.0.2', '10.0.0.2'],
  ['an empty list', proxies, '127.0.0.1', ' , ,', '127.0.0.1'],
  ['IPv4 as IPv6', proxies, '::ffff:127.0.0.1', '::ffff:198.51.100.1', '198.51.100.1'],
  ['IPv4 as IPv6 in hexadecimal', proxies, '::ffff:7f00:1', '::FFFF:c633:6401', '198.51.100.1'],
  ['with a port', proxies, '::1', '198.51.100.1:4711', '198.51.100.1'],
  ['IPv6 with a port', proxies, '::1', '[2001:DB8::7]:443', '2001:db8::7'],
  ['a network of IPv6', proxies, '2001:db8:ff::9', '2001:db8::7', '2001:db8::7'],
  ['a zone', ['fe80::1'], 'fe80::1%eth0', '2001:db8::7', '2001:db8::7'],
  ['a mapped address is trusted', ['::ffff:10.0.0.2'], '10.0.0.2', '1.2.3.4', '1.2.3.4'],
  ['a mapped network is trusted', ['::ffff:10.0.0.0/104'], '10.9.9.9', '1.2.3.4', '1.2.3.4'],
  ['and nothing beside it', ['::ffff:10.0.0.0/104'], '11.9.9.9', '1.2.3.4', '11.9.9.9'],
  ['the connection is gone', proxies, undefined, '1.2.3.4', 'unknown'],
])('%s', (_, trusted, remote, forwarded, expected) => {
  expect(createClientAddress(trusted)(request(remote, forwarded))).toBe(expected);
});

test.each([
  ['198.51.100.1', '198.51.100.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::3', '2001:db8:1:2::/64'],
  ['2001:db8::3', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['2001:db8:1:2::', '2001:db8:1:2::/64'],
  ['unknown', 'unknown'],
])('%s counts as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
