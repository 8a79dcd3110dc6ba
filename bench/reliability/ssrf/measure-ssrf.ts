import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, isIP, Socket } from 'node:net';
import { buildConnector } from 'undici';
import { addressPolicy } from '../../../server/webhooks/address-policy.ts';
import { type GuardOptions, guardedAgent } from '../../../server/webhooks/guarded-agent.ts';
import { httpPost } from '../../../server/webhooks/post-message.ts';
import { webhookUrlRefusal } from '../../../server/webhooks/url-policy.ts';
import { generateWebhookSecret } from '../../../server/webhooks/webhook-secret.ts';
import { type ForbiddenForm, forbiddenForms, publicAddresses, receiverHost } from './forbidden-forms.ts';

export interface SsrfResults {
  readonly forms: number;
  /** Forms of which the connector would have opened a connection to where it must not. */
  readonly letThrough: readonly string[];
  /** Forms that were refused when they were saved already. */
  readonly refusedAtSaving: number;
  /** Ordinary addresses that the connector let through, of as many: a guard that refuses everything would show here. */
  readonly ordinary: readonly [passed: number, tried: number];
  /** Connections that any code of this process opened meanwhile to another machine. */
  readonly left: number;
}

/** Attempts of each form: a name server may answer differently each time. */
const attempts = 4;
const timeoutMs = 2000;

/** Where the connector would have gone. */
interface Opened {
  readonly address: string;
}

/**
 * Posts a message to each form as a webhook whose address was saved somehow, and counts at the connector where it would have gone.
 * The connector stands in for the one that opens connections: it looks names up by the guard, as the real one does, and then opens
 * nothing, but for the receiver of redirects on this machine.
 */
export async function measureSsrf(): Promise<SsrfResults> {
  const receiver = await startReceiver();
  const wire = watchSockets();
  try {
    const letThrough: string[] = [];
    for (const form of forbiddenForms) {
      const reached = await reachedBy(form, receiver.port);
      letThrough.push(...reached.map(({ address }) => `${form.what}, ${JSON.stringify(form.url)}: ${address}`));
    }
    const ordinary = [
      { what: 'address', url: 'https://93.184.216.34/hook' },
      { what: 'address', url: 'https://[2606:2800:220:1:248:1893:25c8:1946]/hook' },
      { what: 'name', url: 'https://client.example.com/hook', found: [['93.184.216.34']] },
      { what: 'name in another script', url: 'https://läufer.example/hook', found: [['93.184.216.34']] },
    ];
    let passed = 0;
    for (const form of ordinary) if ((await openedBy(form, receiver.port)).length === attempts) passed++;
    const strict = addressPolicy(false, []);
    return {
      forms: new Set(forbiddenForms.map((form) => JSON.stringify(form))).size,
      letThrough,
      refusedAtSaving: forbiddenForms.filter(({ url }) => webhookUrlRefusal(url, strict) !== null).length,
      ordinary: [passed, ordinary.length],
      left: wire.left(),
    };
  } finally {
    wire.stop();
    await receiver.close();
  }
}

/** Connections to where a form must not lead. The public addresses that some names have beside are no such place. */
async function reachedBy(form: ForbiddenForm, port: number): Promise<readonly Opened[]> {
  const allowed: readonly string[] = form.redirectsTo === undefined ? publicAddresses : [receiverHost];
  return (await openedBy(form, port)).filter(({ address }) => !allowed.includes(address));
}

async function openedBy(form: ForbiddenForm, port: number): Promise<readonly Opened[]> {
  const opened: Opened[] = [];
  const isRedirect = form.redirectsTo !== undefined;
  const policy = addressPolicy(isRedirect, isRedirect ? [receiverHost] : []);
  let looks = 0;
  const resolve: GuardOptions['resolve'] = async () => {
    const found = form.found ?? [];
    const now = found[Math.min(looks++, found.length - 1)] ?? [];
    return now.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  };
  const connector: GuardOptions['connector'] = (look) => countingConnector(look, opened, isRedirect);
  const agent = guardedAgent({ policy, timeoutMs, resolve, connector });
  try {
    const post = httpPost({ agent, timeoutMs, now: () => 0 });
    const url = isRedirect ? form.url.replace(receiverHost, `${receiverHost}:${port}`) : form.url;
    const settings = { url, enabled: true, updatedAtMs: 0, secret: generateWebhookSecret() };
    const headers = { id: form.redirectsTo ?? 'a', body: JSON.stringify({ to: form.redirectsTo }) };
    for (let attempt = 0; attempt < attempts; attempt++) await post(headers, settings, new AbortController().signal);
  } finally {
    await agent.destroy();
  }
  return opened;
}

/** Says where it would have gone and goes nowhere; to the receiver on this machine it does go. */
function countingConnector(
  look: Parameters<NonNullable<GuardOptions['connector']>>[0],
  opened: Opened[],
  isRedirect: boolean,
): buildConnector.connector {
  const real = buildConnector({ timeout: timeoutMs });
  return (target, callback) => {
    const host = target.hostname.replace(/^\[|\]$/g, '');
    const arrive = (address: string): void => {
      opened.push({ address });
      if (isRedirect && address === receiverHost) real(target, callback);
      else callback(new Error('would have been opened'), null);
    };
    if (isIP(host) !== 0) arrive(host);
    else
      look(host, { all: true }, (error, found) => {
        if (error !== null) return callback(error, null);
        for (const { address } of typeof found === 'string' ? [{ address: found }] : found) arrive(address);
      });
  };
}

interface Receiver {
  readonly port: number;
  close(): Promise<void>;
}

/** Sends every request on to where its body says. */
async function startReceiver(): Promise<Receiver> {
  const server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const { to } = JSON.parse(Buffer.concat(chunks).toString()) as { readonly to: string };
    response.writeHead(307, { location: to }).end();
  });
  server.listen(0, receiverHost);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
  };
  return { port, close };
}

/** Watches every socket of this process: one that would leave the machine is counted and not opened. */
function watchSockets(): { left(): number; stop(): void } {
  const { connect } = Socket.prototype;
  let left = 0;
  Socket.prototype.connect = function (this: Socket, ...given: unknown[]): Socket {
    const [first] = given.flat() as [{ readonly host?: string; readonly path?: string } | undefined];
    const host = typeof first === 'object' && first !== null ? (first.host ?? 'localhost') : 'localhost';
    if (/^(127\.|::1$|localhost$)/.test(host)) return Reflect.apply(connect, this, given) as Socket;
    left++;
    return this.destroy(new Error(`a connection to ${host} was not opened`));
  } as typeof connect;
  return {
    left: () => left,
    stop: () => {
      Socket.prototype.connect = connect;
    },
  };
}
