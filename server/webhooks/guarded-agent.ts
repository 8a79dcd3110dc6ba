import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { type AddressPolicy, isAllowedAddress, literalAddress } from './address-policy.ts';
import { NameLookups } from './name-lookups.ts';

/** An address that webhooks may not go to. */
export class AddressRefused extends Error {
  constructor(host: string) {
    super(`${host} is not a public address`);
    this.name = 'AddressRefused';
  }
}

/** An `http:` address, which may have been saved while the operator allowed such. */
export class PlainHttpRefused extends Error {
  constructor(host: string) {
    super(`the address on ${host} does not begin with https:`);
    this.name = 'PlainHttpRefused';
  }
}

export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

/** Finds all addresses of a name. */
export type Resolve = (host: string) => Promise<readonly ResolvedAddress[]>;

export interface GuardOptions {
  readonly policy: AddressPolicy;
  readonly timeoutMs: number;
  /** The system's own by default. */
  readonly resolve?: Resolve;
  /**
   * Makes what opens connections once the guard has let them through, with what it is to look names up by; undici's own by default.
   */
  readonly connector?: (lookup: LookupFunction) => buildConnector.connector;
}

const resolveBySystem: Resolve = (host) => lookup(host, { all: true });

/**
 * An HTTP agent whose connector lets nothing through but what the policy allows today, whatever was saved before. It is the
 * connector that judges, since no other place sees every form: a literal address is never looked up, and a name is connected to
 * at the very address that was judged, so that a second answer of its name server changes nothing.
 */
export function guardedAgent(options: GuardOptions): Agent {
  return new Agent({
    connect: guardedConnector(options),
    headersTimeout: options.timeoutMs,
    bodyTimeout: options.timeoutMs,
    keepAliveTimeout: 1000,
    pipelining: 0,
  });
}

export function guardedConnector({
  policy,
  timeoutMs,
  resolve = resolveBySystem,
  connector = (lookup) => buildConnector({ timeout: timeoutMs, lookup }),
}: GuardOptions): buildConnector.connector {
  const names = new NameLookups(resolve);
  const open = connector(guardedLookup(policy, names.find));
  return (target, callback) => {
    if (target.protocol !== 'https:' && !policy.allowHttp) {
      callback(new PlainHttpRefused(target.hostname), null);
      return;
    }
    const address = literalAddress(target.hostname);
    if (address !== null && !isAllowedAddress(address, policy)) {
      callback(new AddressRefused(target.hostname), null);
      return;
    }
    open(target, callback);
  };
}

/** Looks a name up and refuses it if any of its addresses may not be reached. */
export function guardedLookup(policy: AddressPolicy, resolve: Resolve): LookupFunction {
  return (host, { all }, callback) => {
    resolve(host).then(
      (found) => {
        const trusted = policy.hosts.has(host.toLowerCase());
        const [first] = found;
        if (first === undefined || !(trusted || found.every(({ address }) => isAllowedAddress(address, policy))))
          callback(new AddressRefused(host), '', 0);
        else if (all) callback(null, [...found]);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    );
  };
}
