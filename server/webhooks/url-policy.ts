import { type AddressPolicy, isAllowedAddress, literalAddress } from './address-policy.ts';

/**
 * Why events cannot be posted to an address; null when they can. Names are looked up when events are sent, not here.
 * The URL parser has already brought decimal, octal and hexadecimal forms of IPv4 to dots.
 */
export function webhookUrlRefusal(text: string, policy: AddressPolicy): string | null {
  const url = parse(text);
  if (url === null) return 'the URL cannot be read';
  if (url.protocol !== 'https:' && !(policy.allowHttp && url.protocol === 'http:'))
    return policy.allowHttp ? 'the URL must begin with https:// or http://' : 'the URL must begin with https://';
  if (url.username !== '' || url.password !== '') return 'the URL must not hold a user name or password';
  const host = url.hostname.toLowerCase();
  if (policy.hosts.has(host)) return null;
  const address = literalAddress(host);
  if (address !== null) return isAllowedAddress(address, policy) ? null : 'the URL must name a public address';
  return isLocalName(host) ? 'the URL must name a public host' : null;
}

function parse(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

/** Names that never leave the machine or its network. */
const isLocalName = (host: string): boolean => {
  const name = host.replace(/\.$/, '');
  return !name.includes('.') || /\.(localhost|local|internal|home\.arpa)$/.test(name);
};
