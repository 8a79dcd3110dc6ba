import ipaddr from 'ipaddr.js';
import { StrideError } from '../../engine/errors/stride-error.ts';

/** Which addresses webhooks may go to. */
export interface AddressPolicy {
  /** Whether `http:` is allowed beside `https:`. */
  readonly allowHttp: boolean;
  /** Host names that the operator trusts, lower case; they may resolve to any address. */
  readonly hosts: ReadonlySet<string>;
  /** Networks that the operator trusts, beside all public ones. */
  readonly networks: readonly (readonly [ipaddr.IPv4 | ipaddr.IPv6, number])[];
}

/**
 * Reads what the operator allows: networks such as `10.0.0.0/8`, addresses, and host names.
 *
 * @throws StrideError `invalid_option`.
 */
export function addressPolicy(allowHttp: boolean, allowed: readonly string[]): AddressPolicy {
  const hosts = new Set<string>();
  const networks: (readonly [ipaddr.IPv4 | ipaddr.IPv6, number])[] = [];
  for (const entry of allowed) {
    if (ipaddr.isValidCIDR(entry)) networks.push(ipaddr.parseCIDR(entry));
    else if (ipaddr.isValid(entry)) networks.push(ipaddr.parseCIDR(`${entry}/${entry.includes(':') ? 128 : 32}`));
    else if (/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(entry) && !/^[0-9.]+$/.test(entry))
      hosts.add(entry.toLowerCase());
    else throw new StrideError('invalid_option', `${entry} is no network, address or host name`);
  }
  return { allowHttp, hosts, networks };
}

/**
 * Whether webhooks may go to an address: public unicast ones and what the operator trusts. An IPv4 address written as an
 * IPv6 one is judged as what it is; other IPv6 addresses that carry an IPv4 one (6to4, Teredo, NAT64) are not public.
 */
export function isAllowedAddress(address: string, { networks }: AddressPolicy): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() === 'unicast' && isGlobal(parsed)) return true;
  return networks.some(([network, bits]) => network.kind() === parsed.kind() && parsed.match([network, bits] as never));
}

/** Of IPv6, 2000::/3 is all that has been given out; old forms that carry an IPv4 address lie outside of it. */
function isGlobal(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  return !('parts' in address) || (address.zoneId === undefined && address.parts[0] >> 13 === 1);
}

/** The address that a URL's host is, without brackets; null for a name. */
export function literalAddress(host: string): string | null {
  const bare = host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host;
  return ipaddr.isValid(bare) ? bare : null;
}
