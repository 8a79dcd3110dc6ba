import fc from 'fast-check';
import { isObject, type OpenApiDocument } from '../../server/contract-check/open-api-document.ts';
import type { OperationEntry } from '../../server/contract-check/read-operations.ts';
import type { HttpRequest } from '../api/format/curl-request.ts';
import { formAbuse } from './form-abuse.ts';
import { hostileValue, nearly, schemaArbitrary } from './schema-arbitrary.ts';

/** What requests are made of beside the document. */
export interface FuzzWorld {
  readonly url: string;
  readonly key: string;
  /** Ids of things that are there, the partner's own and another's. */
  readonly ids: readonly string[];
  readonly clip: Uint8Array;
  /** Signed links to pictures that are there, without the server's address. */
  readonly links: readonly string[];
}

export interface FuzzRequest extends HttpRequest {
  /** How the key was given: a right one, none, or a wrong one. */
  readonly keyed: 'right' | 'missing' | 'wrong';
}

/** Requests of one operation: right ones, nearly right ones and hostile ones. */
export function requestArbitrary(
  document: OpenApiDocument,
  operation: OperationEntry,
  world: FuzzWorld,
): fc.Arbitrary<FuzzRequest> {
  return fc
    .record({
      method: fc.oneof({ arbitrary: fc.constant(operation.method), weight: 20 }, oddMethod),
      place: placeArbitrary(operation, world),
      headers: fc.oneof({ arbitrary: fc.constant<Headers>([]), weight: 3 }, oddHeaders),
      body: bodyArbitrary(document, operation, world),
    })
    .map(({ method, place: { path, query }, headers, body }) => ({
      method,
      url: `${world.url}${path}${query.text}`,
      keyed: query.keyed,
      headers: [...body.headers, ...headers],
      body: body.bytes,
    }));
}

type Headers = readonly (readonly [string, string])[];

const oddMethod = fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'TRACE', 'SEARCH');

interface Place {
  readonly path: string;
  readonly query: { readonly text: string; readonly keyed: FuzzRequest['keyed'] };
}

/** A path and its query; of an operation with signed links half of them are links, right ones and spoilt ones. */
function placeArbitrary(operation: OperationEntry, world: FuzzWorld): fc.Arbitrary<Place> {
  const plain = fc.record({ path: pathArbitrary(operation, world), query: queryArbitrary(operation, world) });
  return operation.parameters.some(({ name }) => name === 'signature') ? fc.oneof(plain, linkArbitrary(world)) : plain;
}

function linkArbitrary({ links, ids }: FuzzWorld): fc.Arbitrary<Place> {
  const spoilt = fc.constantFrom<(link: string) => string>(
    (link) => link.replace(/signature=./, 'signature=_'),
    (link) => link.replace(/(expires=[0-9]+)/, '$10'),
    (link) => link.replace(/expires=/, 'expires=-'),
    (link) => link.replace(/&.*/, ''),
    (link) => link.replace(/[0-9a-f-]{36}/g, ids[0] ?? ''),
    (link) => link.replace('_thumbnail.jpg', '_frame_data.ndjson'),
    (link) => link.replace(/\/[^/?]+\?/, '/..%2f..%2fmedia.key?'),
    (link) => `${link}&signature=x`,
    (link) => link.toUpperCase(),
  );
  const same = fc.constant((link: string) => link);
  return fc
    .tuple(fc.constantFrom(...links), fc.oneof({ arbitrary: same, weight: 3 }, { arbitrary: spoilt, weight: 2 }))
    .map(([link, change]) => {
      const [path, query = ''] = change(link).split('?');
      return { path, query: { text: query === '' ? '' : `?${query}`, keyed: 'missing' } };
    });
}

function pathArbitrary({ path }: OperationEntry, { ids }: FuzzWorld): fc.Arbitrary<string> {
  const id = fc.oneof(
    { arbitrary: fc.constantFrom(...ids), weight: 12 },
    fc.uuid(),
    { arbitrary: fc.constantFrom(...ids).map((one) => one.toUpperCase()), weight: 1 },
    hostileValue.map((value) => encode(textOf(value)).slice(0, 1500) || '-'),
    fc.constantFrom('%', '%zz', '%c3%28', '..%2f..', '%2e%2e', '%00', ';a=b', '*', '{}', '%F0%9F%8F%83'),
  );
  const parts = path.split(/\{[^}]*\}/);
  const filled = fc
    .array(id, { minLength: parts.length - 1, maxLength: parts.length - 1 })
    .map((values) => parts.map((part, i) => part + (values[i] ?? '')).join(''));
  return fc
    .tuple(
      filled,
      fc.oneof({ arbitrary: fc.constantFrom('', '/'), weight: 12 }, fc.constantFrom('//', '/.', '%2F', '/x')),
    )
    .map(([text, tail]) => text + tail);
}

function queryArbitrary(
  operation: OperationEntry,
  { key }: FuzzWorld,
): fc.Arbitrary<{ text: string; keyed: FuzzRequest['keyed'] }> {
  const wrong = fc
    .oneof(fc.constantFrom('slk_', 'wrong', `${key}x`), hostileValue.map(textOf))
    .filter((text) => text !== '' && text !== key);
  const keys = fc.oneof(
    { arbitrary: fc.constant({ keys: [key], keyed: 'right' as const }), weight: 8 },
    { arbitrary: fc.constant({ keys: [] as string[], keyed: 'missing' as const }), weight: 1 },
    { arbitrary: wrong.map((one) => ({ keys: [one], keyed: 'wrong' as const })), weight: 1 },
    { arbitrary: wrong.map((one) => ({ keys: [one, key], keyed: 'right' as const })), weight: 1 },
  );
  const named = operation.parameters
    .filter(({ in: where, name }) => where === 'query' && name !== 'apiKey')
    .map(({ name }) => name);
  const others = fc.array(
    fc.tuple(fc.constantFrom('limit', 'apikey', '__proto__', 'apiKey[]', 'a', ...named), hostileValue),
    { maxLength: 3 },
  );
  return fc.tuple(keys, others).map(([{ keys: given, keyed }, more]) => ({
    keyed,
    text: `?${[
      ...more.map(([name, value]) => [name, textOf(value)] as const),
      ...given.map((one) => ['apiKey', one] as const),
    ]
      .map(([name, value]) => `${encode(name)}=${encode(value)}`)
      .join('&')}`,
  }));
}

const oddHeaders: fc.Arbitrary<Headers> = fc.array(
  fc.oneof(
    fc
      .constantFrom('*/*', 'application/x-ndjson', 'text/html;q=0', ';;;', ',', 'application/json;q=abc')
      .map((value) => ['Accept', value] as const),
    fc
      .constantFrom('bytes=0-', 'bytes=-1', 'bytes=9-1', 'lines=1', 'bytes=0-1,3-4', 'bytes=99999999999999999999-')
      .map((value) => ['Range', value] as const),
    fc.constantFrom('gzip', 'identity', 'br;q=1').map((value) => ['Accept-Encoding', value] as const),
    fc.constantFrom('gzip', 'deflate', 'nonsense').map((value) => ['Content-Encoding', value] as const),
    fc.constantFrom('"x"', '*', 'W/"1"').map((value) => ['If-None-Match', value] as const),
    fc.constantFrom('a=b', '=', `x=${'y'.repeat(2000)}`).map((value) => ['Cookie', value] as const),
    fc.constantFrom('evil.example', 'a b', '').map((value) => ['X-Forwarded-Host', value] as const),
    fc
      .constantFrom('de', 'en-GB,en;q=0.5', '*', 'xx-invalid', ';q=', `${'en,'.repeat(500)}`)
      .map((value) => ['Accept-Language', value] as const),
    fc.constantFrom('Wed, 21 Oct 2015 07:28:00 GMT', 'never').map((value) => ['If-Modified-Since', value] as const),
    fc.constantFrom('"x"', 'Wed, 21 Oct 2015 07:28:00 GMT', '').map((value) => ['If-Range', value] as const),
    fc.constantFrom('a', 'x'.repeat(200), 'a b', 'slk_0123456789').map((value) => ['X-Request-Id', value] as const),
    fc.constantFrom('PUT', 'DELETE').map((value) => ['X-HTTP-Method-Override', value] as const),
    fc.constantFrom('Bearer x', 'Basic eDp5').map((value) => ['Authorization', value] as const),
    fc.constantFrom('https://evil.example', 'null').map((value) => ['Origin', value] as const),
  ),
  { maxLength: 3 },
);

interface Body {
  readonly headers: Headers;
  readonly bytes: Buffer | null;
}

const none: Body = { headers: [], bytes: null };
const oddTypes = [
  'application/json',
  'application/json; charset=utf-16',
  'application/xml',
  'text/plain',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  'application/octet-stream',
  'nonsense',
  ';',
  '/',
];

const sent = (type: string | null, bytes: Buffer): Body => ({
  headers: [
    ...(type === null ? [] : [['Content-Type', type] as const]),
    ['Content-Length', String(bytes.length)] as const,
  ],
  bytes,
});

const oddBody: fc.Arbitrary<Body> = fc
  .tuple(
    fc.option(fc.constantFrom(...oddTypes)),
    fc.oneof(
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
      hostileValue.map((value) => Buffer.from(JSON.stringify(value) ?? 'undefined')),
      fc
        .constantFrom(
          '',
          '{',
          '{"a":',
          '[1,',
          '{"a":1}}',
          '\ufeff{}',
          '--x--',
          '--x\r\n\r\n',
          `${'['.repeat(3000)}`,
          `{"name":"${'n'.repeat(70_000)}"}`,
        )
        .map((text) => Buffer.from(text)),
    ),
  )
  .map(([type, bytes]) => sent(type, bytes));

function bodyArbitrary(
  document: OpenApiDocument,
  { body, method }: OperationEntry,
  world: FuzzWorld,
): fc.Arbitrary<Body> {
  if (body === null) return fc.oneof({ arbitrary: fc.constant(none), weight: method === 'GET' ? 20 : 3 }, oddBody);
  const [[type, schema]] = body.content;
  const right = schemaArbitrary(document.root, schema);
  const either = fc.oneof({ arbitrary: right, weight: 2 }, { arbitrary: nearly(right), weight: 3 });
  const written =
    type === 'application/json'
      ? either.map((value) => sent(type, Buffer.from(JSON.stringify(value))))
      : formArbitrary(either, world);
  const abused = formAbuse().map(({ type: said, bytes }) => sent(said, bytes));
  return fc.oneof(
    { arbitrary: written, weight: 8 },
    { arbitrary: oddBody, weight: 2 },
    { arbitrary: type === 'application/json' ? oddBody : abused, weight: type === 'application/json' ? 1 : 5 },
    { arbitrary: fc.constant(none), weight: 1 },
  );
}

/** Most forms come without a video that could be analysed: looking into one takes a process. */
function formArbitrary(fields: fc.Arbitrary<unknown>, { clip, ids }: FuzzWorld): fc.Arbitrary<Body> {
  const video = fc.oneof(
    { arbitrary: fc.constant(null), weight: 12 },
    { arbitrary: fc.constant(Buffer.from('no video')), weight: 4 },
    { arbitrary: fc.constant(Buffer.from(clip)), weight: 1 },
  );
  const subject = fc.option(fc.oneof(fc.constantFrom(...ids), fc.uuid()), { freq: 3 });
  const spelling = fc.constantFrom('form-data', 'Form-Data', 'form-data; x=y');
  const twice = fc.boolean();
  return fc.tuple(fields, video, subject, spelling, twice).map(([value, bytes, subjectId, disposition, again]) => {
    const entries = Object.entries(isObject(value) ? value : { value }).filter(([name]) => name !== 'video');
    const all = [...entries, ...(subjectId === null ? [] : [['subject_id', subjectId] as const])];
    const parts = [...all, ...(again ? all.slice(0, 1) : [])].map(([name, one]) =>
      part(disposition, name, textOf(one)),
    );
    if (bytes !== null) parts.push(part(`${disposition}; filename="run.mp4"`, 'video', bytes));
    return sent(
      `multipart/form-data; boundary=${boundary}`,
      Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
    );
  });
}

const boundary = 'fuzz7d1a';

function part(disposition: string, name: string, content: string | Buffer): Buffer {
  const quoted = name.replace(/[\r\n"\\\0]/g, '_').slice(0, 150);
  const head = `--${boundary}\r\nContent-Disposition: ${disposition}; name="${quoted}"\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from('\r\n')]);
}

/** Not every object has a text of its own: of JSON any may bring a `toString`. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

/** Percent-encoded, half letters too. */
const encode = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
