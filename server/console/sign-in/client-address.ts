import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';

/**
 * Where a request comes from, as far as guesses are counted: an IPv4 address, or the network of 64 bits that an IPv6 client has to
 * itself. Behind a proxy on this machine it is what that one has added to `X-Forwarded-For`.
 *
 * @param isBehindProxy Whether the operator has said that there is a proxy: elsewhere clients write the header themselves.
 */
export function clientAddress({ headers, socket }: FastifyRequest, isBehindProxy: boolean): string {
  const peer = socket.remoteAddress ?? '';
  const forwarded =
    String(headers['x-forwarded-for'] ?? '')
      .split(',')
      .at(-1)
      ?.trim() ?? '';
  return networkOf(isBehindProxy && isLoopback(peer) && isIP(forwarded) !== 0 ? forwarded : peer);
}

const isLoopback = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback';

function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  return 'parts' in parsed
    ? parsed.parts
        .slice(0, 4)
        .map((part) => part.toString(16))
        .join(':')
    : parsed.toString();
}
