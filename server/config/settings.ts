import { defaultHttpLimits } from '../http/http-limits.ts';
import { address, count, countOf, hostAndPort, network, oneOf, onOff, path, port, text, words } from './kinds.ts';
import { optional, type Reader, type Setting, setting } from './setting.ts';

const serve: readonly Reader[] = ['serve'];
const runners: readonly Reader[] = ['serve', 'worker'];
const all: readonly Reader[] = ['serve', 'worker', 'store'];
const posting: readonly Reader[] = ['serve', 'webhooks'];

/** The levels of the log, from the most talkative. */
const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Hides the password of an address. */
function withoutPassword(given: string): string {
  if (!URL.canParse(given)) return '***';
  const url = new URL(given);
  if (url.password !== '') url.password = '***';
  return url.href;
}

/**
 * Every setting, by the name that the code knows it by. Its flag, its key in a file and its environment variable follow
 * from that name: `rateLimit` is `--rate-limit`, `rate-limit` and `STRIDELAB_RATE_LIMIT`.
 */
export const settings = {
  data: optional('store', all, path, 'folder for the store, the uploads and the results'),
  database: optional(
    'store',
    all,
    address(['postgres:', 'postgresql:'], 'postgres://user:password@host/name'),
    'PostgreSQL database for the store, needed for several machines',
    { initialText: 'a file in the data folder', redact: withoutPassword },
  ),
  media: optional(
    'store',
    all,
    text('place', 'a folder or s3://bucket/prefix'),
    'where uploads and pictures are stored; for this store only',
    { initialText: 'in the data folder' },
  ),
  s3Endpoint: optional(
    'store',
    all,
    address(['http:', 'https:'], 'https://s3.example.org'),
    'address of the S3 storage',
  ),
  s3Region: setting('store', all, text('name', 'a name'), 'us-east-1', 'region of the S3 storage'),
  s3AccessKeyId: optional('store', all, text('id', 'a key id'), 'key id for the S3 storage'),
  s3SecretAccessKey: optional('store', all, text('secret', 'a text'), 'secret key for the S3 storage', {
    secret: true,
  }),

  port: setting('http', serve, port, 8080, 'TCP port, 0 for a free one'),
  host: setting('http', serve, text('address', 'an address'), '127.0.0.1', 'address to listen on'),
  publicUrl: optional(
    'http',
    serve,
    address(['http:', 'https:'], 'https://gait.example.org'),
    'base of the media links, when behind a proxy',
    { initialText: 'as each request says' },
  ),
  linkLifetime: setting('http', serve, countOf('seconds', 1, 604_800), 3600, 'how long a media link is valid, seconds'),
  connectionsPerAddress: setting(
    'http',
    serve,
    count(1, 100_000),
    defaultHttpLimits.connections.perAddress,
    'concurrent connections of one address; those of this machine are not counted',
  ),
  rateLimit: optional('http', serve, count(1, 1e9), 'requests that a partner may send in a minute, to each server', {
    initialText: 'no limit',
  }),

  console: setting('http', serve, onOff, true, 'serve the console for people at /console'),

  workers: optional('analyses', runners, count(0, 256), 'concurrent analyses; 0 leaves them to other processes', {
    initialText: 'one less than the cores, at most 8',
  }),
  threads: optional('analyses', runners, count(1, 64), 'threads of one analysis', {
    initialText: 'as many as fill the cores, at most 8',
  }),
  deadline: setting('analyses', runners, countOf('seconds', 1, 86_400), 300, 'time limit of an analysis, seconds'),
  lease: setting(
    'queue',
    runners,
    countOf('seconds', 5, 3600),
    30,
    'after how long without a sign of life a worker loses its analyses to others, seconds; the same on every machine',
  ),
  attempts: setting(
    'queue',
    runners,
    countOf('runs', 1, 100),
    3,
    'number of runs lost with their workers after which an analysis fails',
  ),
  waitingOfPartner: setting(
    'queue',
    serve,
    countOf('analyses', 1, 1e6),
    1000,
    'analyses of one partner that may wait before more are rejected (429)',
  ),
  waiting: setting(
    'queue',
    serve,
    countOf('analyses', 1, 1e7),
    10_000,
    'analyses of all partners that may wait before more are rejected (429)',
  ),
  uploads: setting(
    'queue',
    serve,
    count(1, 10_000),
    64,
    'concurrent uploads of each server before more are rejected (429); one partner may use at most a quarter',
  ),
  freeDisk: setting(
    'queue',
    serve,
    countOf('MiB', 0, 1e7),
    512,
    'disk space to keep free, beside 30 MB for each upload under way: with less, uploads are rejected (429) and /readyz answers 503, MiB',
  ),
  network: setting('analyses', runners, network, 'blazepose-full', 'pose network'),
  slowMotion: setting(
    'analyses',
    runners,
    onOff,
    false,
    'end annotated videos with the sharpest stride at a quarter of its speed',
  ),
  reasons: setting('analyses', serve, onOff, true, 'say why an analysis failed (the vendor does not)'),
  keepCreditsOfFailed: setting(
    'analyses',
    runners,
    onOff,
    false,
    'keep the credit of an analysis that fails instead of returning it',
  ),

  webhookHttp: setting('webhooks', posting, onOff, false, 'allow webhooks to http: addresses too'),
  webhookAllow: setting(
    'webhooks',
    posting,
    words('networks, addresses and hosts separated by commas, such as 10.0.0.0/8,hooks.lan'),
    [],
    'networks, addresses and hosts allowed for webhooks besides public ones, such as 10.0.0.0/8,hooks.lan',
    { initialText: 'none' },
  ),

  blurFaces: setting(
    'privacy',
    runners,
    onOff,
    false,
    'make runners unrecognisable in annotated videos and thumbnails',
  ),
  retentionDays: optional(
    'privacy',
    serve,
    countOf('days', 1, 36_500),
    'delete analyses with all their files this many days after their start',
    { initialText: 'never' },
  ),

  logLevel: setting('operation', runners, oneOf('level', logLevels), 'info', 'least severe level that is logged'),
  stopDelay: setting(
    'operation',
    serve,
    countOf('seconds', 0, 300),
    0,
    'how long requests are still accepted after /readyz reports that the server is stopping, seconds; whatever stops the server must allow 30 s more before it kills (systemd: TimeoutStopSec)',
  ),
  monitor: optional('operation', runners, hostAndPort, 'separate address and port for /metrics, /healthz and /readyz', {
    initialText: 'off',
  }),
  monitorToken: optional(
    'operation',
    runners,
    text('token', 'a text'),
    'bearer token that readers of /metrics must send',
    { initialText: 'none is required', secret: true },
  ),
} as const satisfies Readonly<Record<string, Setting<unknown, unknown>>>;

/** The name of a setting. */
export type SettingKey = keyof typeof settings;

type ValueOf<S> = S extends Setting<infer T, infer D> ? T | D : never;

/** The value of every setting. */
export type Settings = { readonly [K in SettingKey]: ValueOf<(typeof settings)[K]> };

export const settingKeys = Object.keys(settings) as readonly SettingKey[];

/** One row, whatever its type: what reads and writes texts needs no more. */
export const settingAt = (key: SettingKey): Setting<unknown, unknown> => settings[key];

/** The settings that a command reads. */
export const settingsReadBy = (...readers: readonly Reader[]): readonly SettingKey[] =>
  settingKeys.filter((key) => settingAt(key).readBy.some((reader) => readers.includes(reader)));
