import { type AddressPolicy, addressPolicy, isAllowedAddress, literalAddress } from '../../webhooks/address-policy.ts';

/** Networks and names that are this machine. */
export const thisMachine = ['127.0.0.0/8', '::1', 'localhost'] as const;

/**
 * Says why nothing is posted to an address, null when it is: this machine, and what is allowed beside it. A public address is accepted
 * where a client saves it, as the real server accepts it, but no test should reach it.
 *
 * @param allowed Networks, addresses and host names.
 * @throws StrideError `invalid_option`.
 */
export function unreachableReason(allowed: readonly string[]): (url: string) => string | null {
  const policy = addressPolicy(true, [...thisMachine, ...allowed]);
  return (url) => {
    const host = new URL(url).hostname.toLowerCase();
    const address = literalAddress(host);
    if (policy.hosts.has(host) || (address !== null && isTrusted(address, policy))) return null;
    return 'not posted: the emulator reaches this machine alone unless it is told otherwise';
  };
}

/** Public addresses are allowed by every policy, and are not meant. */
const isTrusted = (address: string, policy: AddressPolicy): boolean =>
  isAllowedAddress(address, policy) && !isAllowedAddress(address, { ...policy, networks: [] });
