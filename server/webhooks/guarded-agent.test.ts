import { request } from 'undici';
import { expect, it, onTestFinished, vi } from 'vitest';
import { type AddressPolicy, addressPolicy } from './address-policy.ts';
import { guardedAgent, guardedConnector, guardedLookup, type Resolve } from './guarded-agent.ts';
import { webhookUrlRefusal } from './url-policy.ts';

const strict = addressPolicy(false, []);
const refusedHosts = [
  ...[
    '127.0.0.1',
    '127.1',
    '127.255.255.254',
    '0.0.0.0',
    '0',
    '10.0.0.1',
    '10.255.255.255',
    '172.16.0.1',
    '172.31.9.9',
  ],
  ...[
    '192.168.0.1',
    '192.168.1',
    '169.254.169.254',
    '169.254.0.1',
    '100.64.0.1',
    '192.0.0.1',
    '198.18.0.1',
    '224.0.0.1',
  ],
  ...[
    '240.0.0.1',
    '255.255.255.255',
    '2130706433',
    '0x7f000001',
    '0x7f.0.0.1',
    '017700000001',
    '0177.0.0.1',
    '127.0.1',
  ],
  ...['2852039166', '0xa9fea9fe', '0xa9.0xfe.0xa9.0xfe', '0251.0376.0251.0376', '10.1', '0x0a000001', '3232235521'],
  ...['[::1]', '[::]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::ffff:10.0.0.1]', '[::ffff:a9fe:a9fe]', '[fe80::1]'],
  ...['[fc00::1]', '[fd12:3456:789a::1]', '[ff02::1]', '[fec0::1]', '[64:ff9b::7f00:1]', '[64:ff9b::a9fe:a9fe]'],
  ...['[2002:7f00:1::]', '[2002:a9fe:a9fe::1]', '[2001:0:7f00:1::]', '[100::1]', '[2001:db8::1]', '[::127.0.0.1]'],
  ...['[0:0:0:0:0:0:0:1]', '[0000:0000:0000:0000:0000:ffff:7f00:0001]', '[::ffff:0:127.0.0.1]', '[2001:10::1]'],
  ...['１２７.0.0.1', '①②⑦.0.0.1', '127。0。0。1'],
];
const refusedNames = [
  'localhost',
  'LOCALHOST',
  'localhost.',
  'a.localhost',
  'printer',
  'db.internal',
  'nas.local',
  'x.home.arpa',
];

it.each([...refusedHosts, ...refusedNames])('refuses to save https://%s/', (host) => {
  expect(webhookUrlRefusal(`https://${host}/hook`, strict)).not.toBeNull();
});

it('counts sixty forms and more', () => {
  expect(new Set(refusedHosts).size + refusedNames.length).toBeGreaterThanOrEqual(60);
});

/** A connector that opens nothing and counts what would have been opened. */
function countingConnector(policy: AddressPolicy) {
  const open = vi.fn((_target: unknown, callback: (error: Error, socket: null) => void) =>
    callback(new Error('let through'), null),
  );
  const connector = guardedConnector({ policy, timeoutMs: 1000, connector: () => open });
  const hostname = (host: string): string => new URL(`https://${host}/`).hostname;
  const attempt = (host: string): Promise<Error | null> =>
    new Promise((resolve) =>
      connector({ hostname: hostname(host), protocol: 'https:', port: '443' }, (...answer) => resolve(answer[0])),
    );
  return { open, attempt };
}

it.each(refusedHosts)('lets no connection through to %s', async (host) => {
  const { open, attempt } = countingConnector(strict);
  expect(await attempt(host)).toMatchObject({ name: 'AddressRefused' });
  expect(open).not.toHaveBeenCalled();
});

it('lets public addresses through', async () => {
  for (const host of ['93.184.216.34', '[2606:2800:220:1:248:1893:25c8:1946]', 'client.example.com']) {
    const { open, attempt } = countingConnector(strict);
    expect((await attempt(host))?.message).toBe('let through');
    expect(open).toHaveBeenCalledOnce();
    expect(webhookUrlRefusal(`https://${host}/hook`, strict)).toBeNull();
  }
});

const lookUp = (policy: AddressPolicy, found: readonly string[]): Promise<unknown> => {
  const resolve: Resolve = async () => found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  return new Promise((settle) =>
    guardedLookup(policy, resolve)('client.example.com', { all: true }, (error, addresses) =>
      settle(error ?? addresses),
    ),
  );
};

it('judges every address that a name has', async () => {
  expect(await lookUp(strict, ['93.184.216.34'])).toEqual([{ address: '93.184.216.34', family: 4 }]);
  for (const found of [['127.0.0.1'], ['93.184.216.34', '10.0.0.1'], ['::ffff:127.0.0.1'], ['fe80::1%eth0'], []])
    expect(await lookUp(strict, found)).toMatchObject({ name: 'AddressRefused' });
});

it('lets through what the operator trusts', async () => {
  const policy = addressPolicy(true, ['10.0.0.0/8', '127.0.0.1', 'fd00::/8', 'Hooks.Lan', 'client.example.com']);
  for (const host of ['10.1.2.3', '127.0.0.1', '[fd00::1]', '[::ffff:10.0.0.1]', 'hooks.lan'])
    expect(webhookUrlRefusal(`http://${host}/hook`, policy)).toBeNull();
  for (const host of ['127.0.0.2', '192.168.0.1', '[fe80::1]', 'other.lan.local'])
    expect(webhookUrlRefusal(`http://${host}/hook`, policy)).not.toBeNull();
  expect(await lookUp(policy, ['192.168.0.1'])).toHaveLength(1);
  expect(() => addressPolicy(false, ['10.0.0.0/40'])).toThrow(expect.objectContaining({ code: 'invalid_option' }));
});

it.each([
  ['http://client.example.com/', 'https://'],
  ['ftp://client.example.com/', 'https://'],
  ['https://user:secret@client.example.com/', 'password'],
  ['client.example.com', 'read'],
  ['https://', 'read'],
])('refuses %s', (url, word) => {
  expect(webhookUrlRefusal(url, strict)).toContain(word);
});

it('calls no http: address that was saved while such were allowed', async () => {
  const closed = guardedAgent({ policy: addressPolicy(false, ['127.0.0.1']), timeoutMs: 1000 });
  onTestFinished(() => closed.close());
  await expect(request('http://127.0.0.1:9/', { dispatcher: closed })).rejects.toThrow('does not begin with https:');
  const open = guardedAgent({ policy: addressPolicy(true, ['127.0.0.1']), timeoutMs: 1000 });
  onTestFinished(() => open.close());
  await expect(request('http://127.0.0.1:9/', { dispatcher: open })).rejects.toThrow('ECONNREFUSED');
});

it('refuses through the whole client, before anything is sent', async () => {
  const agent = guardedAgent({ policy: strict, timeoutMs: 1000 });
  onTestFinished(() => agent.close());
  await expect(request('https://127.0.0.1:9/', { dispatcher: agent })).rejects.toThrow('not a public address');
});
