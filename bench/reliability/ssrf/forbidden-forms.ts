/** One way to make a webhook go where it must not. */
export interface ForbiddenForm {
  readonly what: string;
  /** As a partner saves it. */
  readonly url: string;
  /** What its name is looked up to, one list for each time that it is asked; the last list goes on. None for an address. */
  readonly found?: readonly (readonly string[])[];
  /** Where the receiver, which is allowed, sends the request on to. */
  readonly redirectsTo?: string;
}

const literal = (what: string, ...hosts: readonly string[]): ForbiddenForm[] =>
  hosts.map((host) => ({ what, url: `https://${host}/hook` }));

const literals: readonly ForbiddenForm[] = [
  ...literal('loopback', '127.0.0.1', '127.255.255.254', '127.0.0.1:22', '[::1]', '[0:0:0:0:0:0:0:1]', '[::]'),
  ...literal('private', '10.0.0.1', '10.255.255.255', '172.16.0.1', '172.31.255.254', '192.168.0.1', '192.168.255.254'),
  ...literal('link-local', '169.254.0.1', '[fe80::1]', '[febf::1]'),
  ...literal('metadata', '169.254.169.254', '169.254.170.2', '100.100.100.200', '192.0.0.192', '[fd00:ec2::254]'),
  ...literal('shared by a carrier', '100.64.0.1', '100.127.255.254'),
  ...literal('benchmarking', '198.18.0.1', '198.19.255.254', '[2001:2::1]'),
  ...literal('documentation', '192.0.2.1', '198.51.100.1', '203.0.113.1', '[2001:db8::1]', '[3fff::1]'),
  ...literal('of protocols', '192.0.0.1', '192.88.99.1', '[2001:10::1]', '[2001:20::1]', '[5f00::1]', '[100::1]'),
  ...literal('multicast', '224.0.0.1', '239.255.255.255', '[ff02::1]', '[ff0e::1]'),
  ...literal('reserved and broadcast', '240.0.0.1', '255.255.255.255'),
  ...literal('this network', '0.0.0.0', '0.1.2.3', '0'),
  ...literal('unique local, site-local', '[fc00::1]', '[fd12:3456:789a::1]', '[fec0::1]'),
  ...literal('decimal', '2130706433', '2852039166', '3232235521', '167772161'),
  ...literal('hexadecimal', '0x7f000001', '0x7f.0x0.0x0.0x1', '0xa9fea9fe', '0xA9.0xFE.0xA9.0xFE', '0x0a000001'),
  ...literal('octal', '0177.0.0.1', '017700000001', '0251.0376.0251.0376', '00000012.0.0.1'),
  ...literal('mixed', '0x7f.1', '127.0x1', '0xa9.254.0251.254', '169.0376.43518'),
  ...literal('short', '127.1', '127.0.1', '10.1', '192.168.1', '169.254.43518'),
  ...literal('trailing dots', '127.0.0.1.', '169.254.169.254.', 'localhost.', '0x7f000001.'),
  ...literal('IPv4 in IPv6', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::ffff:a9fe:a9fe]', '[::ffff:10.0.0.1]'),
  ...literal('old IPv4 in IPv6', '[::127.0.0.1]', '[::a9fe:a9fe]', '[::ffff:0:127.0.0.1]'),
  ...literal('NAT64', '[64:ff9b::127.0.0.1]', '[64:ff9b::a9fe:a9fe]', '[64:ff9b:1::7f00:1]'),
  ...literal('6to4', '[2002:7f00:1::]', '[2002:a9fe:a9fe::1]'),
  ...literal('Teredo', '[2001:0:7f00:1::]', '[2001:0:4136:e378:8000:63bf:3fff:fdd2]'),
  ...literal('other digits', '１２７.0.0.1', '①②⑦.0.0.1', '127。0。0。1', '𝟏𝟐𝟕.𝟎.𝟎.𝟏', '%31%32%37.0.0.1'),
  ...literal('other letters', 'ⓛocalhost', 'ＬＯＣＡＬＨＯＳＴ', 'loc%61lhost'),
  ...literal('with a scope', '[fe80::1%25eth0]', '[fe80::1%eth0]'),
  ...literal(
    'credentials',
    'user:password@127.0.0.1',
    'client.example.com@127.0.0.1',
    'client.example.com%40@169.254.169.254',
  ),
  ...literal(
    'hidden host',
    '127.0.0.1#@client.example.com',
    '127.0.0.1\\@client.example.com',
    '127.0.0.1\t',
    '\n127.0.0.1',
  ),
];

const named = (what: string, host: string, ...found: readonly (readonly string[])[]): ForbiddenForm => ({
  what,
  url: `https://${host}/hook`,
  found,
});

/** Ordinary ones, which some of the names have beside. */
export const publicAddresses = ['93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946'] as const;
const [open, openV6] = publicAddresses;

const names: readonly ForbiddenForm[] = [
  named('name of this machine', 'localhost', ['127.0.0.1', '::1']),
  named('name of this machine', 'hooks.localhost', ['127.0.0.1']),
  named('name without a dot', 'printer', ['192.168.0.9']),
  named('name of the metadata service', 'metadata.google.internal', ['169.254.169.254']),
  named('name of the metadata service', 'metadata.google.internal.', ['169.254.169.254']),
  named('name of the metadata service', 'instance-data.ec2.internal', ['fd00:ec2::254']),
  named('name of a network', 'nas.local', ['192.168.0.9']),
  ...[
    '127.0.0.1',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '198.18.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fe80::1%lo',
    'fd00:ec2::254',
    'fec0::1',
    '::ffff:127.0.0.1',
    '::ffff:a9fe:a9fe',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:0:7f00:1::',
  ].map((address) => named(`name that leads to ${address}`, 'client.example.com', [address])),
  named('one of its addresses', 'client.example.com', [open, '127.0.0.1']),
  named('one of its addresses', 'client.example.com', [open, openV6, 'fe80::1']),
  named('one of its addresses', 'client.example.com', ['::ffff:127.0.0.1', open]),
  named('no address', 'client.example.com', []),
  named('no address but text', 'client.example.com', ['127.0.0.1.example.com']),
  named('address in the name', '127.0.0.1.nip.example', ['127.0.0.1']),
  named('rebinds after the first look', 'client.example.com', [open], ['127.0.0.1']),
  named('rebinds between two attempts', 'client.example.com', [open], [open], ['169.254.169.254']),
];

/** The receiver of the redirects stands on this machine, which the operator allows for them alone. */
export const receiverHost = '127.0.0.1';

const redirects: readonly ForbiddenForm[] = [
  'http://169.254.169.254/latest/meta-data/',
  'https://10.0.0.1/',
  'http://[::1]/',
  'http://0x7f000002/',
  'http://metadata.google.internal/',
  '//127.0.0.2/',
  'gopher://127.0.0.2:70/',
  'file:///etc/passwd',
].map((redirectsTo) => ({ what: 'redirect', url: `http://${receiverHost}/hook`, redirectsTo }));

/** Every form that is tried. */
export const forbiddenForms: readonly ForbiddenForm[] = [...literals, ...names, ...redirects];
