import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv6 } from 'node:net';

/** Tells who asks. @returns an IP address in lower case, or `unknown` when the connection is gone */
export type ClientAddress = (request: IncomingMessage) => string;

/**
 * Makes what tells the address of a client: that of the connection, or behind a proxy that is
 * trusted the last in `X-Forwarded-For` that is not a trusted proxy's own. What stands before that
 * one anyone may have written.
 * @param trusted addresses and networks, as in the configuration
 */
export function createClientAddress(trusted: readonly string[]): ClientAddress {
  const list = new BlockList();
  for (const written of trusted) trust(list, written);
  const isTrusted = (address: string) =>
    isIP(address) !== 0 && list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');

  return (request) => {
    let address = plainAddress(request.socket.remoteAddress ?? '');
    const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
    for (const written of forwarded.reverse()) {
      if (!isTrusted(address)) break;
      const before = plainAddress(written);
      // A proxy that writes no address tells of nobody: it is the last that is known.
      if (isIP(before) === 0) break;
      address = before;
    }
    return address || 'unknown';
  };
}

/**
 * What a limit counts as one client: an IPv4 address, or the network of 64 bits that one connection
 * is given in IPv6.
 * @example networkOf('2001:db8:1:2::3') // '2001:db8:1:2::/64'
 */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  const behind = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - behind.length);
  const groups = [...before, ...Array<string>(zeros).fill('0'), ...behind];
  return `${groups.slice(0, 4).join(':')}::/64`;
}

/** An address without brackets, port and zone, IPv4 as IPv4 (RFC 4291 §2.5.5.2). */
function plainAddress(written: string): string {
  return written
    .trim()
    .toLowerCase()
    .replace(/^\[([^\]]*)\](?::\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/%.*$/, '')
    .replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/, '')
    .replace(/^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/, (_, high: string, low: string) =>
      [high, low].flatMap((group) => bytesOf(Number.parseInt(group, 16))).join('.'),
    );
}

function bytesOf(group: number): readonly number[] {
  return [group >> 8, group & 255];
}

function trust(list: BlockList, written: string): void {
  const [address = '', prefix] = written.split('/');
  const plain = plainAddress(address);
  const family = isIPv6(plain) ? 'ipv6' : 'ipv4';
  if (prefix === undefined) list.addAddress(plain, family);
  // Of a network of mapped addresses only what stands behind the 96 bits is IPv4.
  else if (plain === address.toLowerCase()) list.addSubnet(plain, Number(prefix), family);
  else list.addSubnet(plain, Math.max(0, Number(prefix) - 96), family);
}
