import { randomBytes } from 'node:crypto';
import { extname } from 'node:path';

/** A request as curl would send it. */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer | null;
}

/** Gives the bytes of a file that a command names. */
export type ReadFile = (name: string) => Promise<Uint8Array>;

interface Draft {
  method: string | null;
  url: string | null;
  head: boolean;
  get: boolean;
  readonly headers: [string, string | null][];
  readonly data: Promise<Buffer>[];
  readonly parts: Promise<Buffer>[];
  readonly boundary: string;
}

/** Does what one option says, and whether it takes a value. */
type Option = (draft: Draft, value: string, readFile: ReadFile) => void;

const quiet: Option = () => undefined;
const flags: Readonly<Record<string, Option>> = {
  '-s': quiet,
  '-S': quiet,
  '-sS': quiet,
  '-i': quiet,
  '-f': quiet,
  '-I': (draft) => {
    draft.head = true;
  },
  '-G': (draft) => {
    draft.get = true;
  },
};
const options: Readonly<Record<string, Option>> = {
  '-X': (draft, value) => {
    draft.method = value;
  },
  '-H': (draft, value) => void draft.headers.push(header(value)),
  '-r': (draft, value) => void draft.headers.push(['Range', `bytes=${value}`]),
  '-F': (draft, value, readFile) => void draft.parts.push(formPart(draft.boundary, value, readFile)),
  '--form-string': (draft, value) => void draft.parts.push(Promise.resolve(textPart(draft.boundary, value))),
  '-d': (draft, value, readFile) => void draft.data.push(data(value, readFile, true)),
  '--data-binary': (draft, value, readFile) => void draft.data.push(data(value, readFile, false)),
  '--data-raw': (draft, value) => void draft.data.push(Promise.resolve(Buffer.from(value))),
  '--data-urlencode': (draft, value) => void draft.data.push(Promise.resolve(Buffer.from(urlEncoded(value)))),
  '--json': (draft, value, readFile) => {
    draft.data.push(data(value, readFile, false));
    draft.headers.unshift(['Content-Type', 'application/json'], ['Accept', 'application/json']);
  },
};
const longNames: Readonly<Record<string, string>> = {
  '--silent': '-s',
  '--show-error': '-S',
  '--include': '-i',
  '--fail': '-f',
  '--head': '-I',
  '--get': '-G',
  '--request': '-X',
  '--header': '-H',
  '--range': '-r',
  '--form': '-F',
  '--data': '-d',
};

/**
 * Reads a curl command: `-X -H -F --form-string -d --data-raw --data-binary --data-urlencode --json -G -I -r` and the
 * options that only change what curl prints.
 *
 * @param words The command's words, `curl` first.
 * @throws Error for anything that is not understood; nothing is skipped in silence.
 */
export async function curlRequest(words: readonly string[], readFile: ReadFile): Promise<HttpRequest> {
  const draft: Draft = {
    method: null,
    url: null,
    head: false,
    get: false,
    headers: [],
    data: [],
    parts: [],
    boundary: `------------------------${randomBytes(11).toString('hex')}`,
  };
  for (let i = 1; i < words.length; i++) {
    const word = longNames[words[i]] ?? words[i];
    if (!word.startsWith('-')) {
      if (draft.url !== null) throw new Error(`two addresses: ${draft.url} and ${word}`);
      draft.url = word;
    } else if (flags[word] !== undefined) {
      flags[word](draft, '', readFile);
    } else {
      const option = options[word];
      const value = words[++i];
      if (option === undefined || value === undefined) throw new Error(`curl’s ${word} is not known here`);
      option(draft, value, readFile);
    }
  }
  return finish(draft);
}

async function finish(draft: Draft): Promise<HttpRequest> {
  if (draft.url === null) throw new Error('no address');
  if (draft.parts.length > 0 && draft.data.length > 0) throw new Error('-F and -d do not go together');
  const fields = Buffer.concat(
    (await Promise.all(draft.data)).flatMap((bytes, i) => (i === 0 ? [bytes] : [Buffer.from('&'), bytes])),
  );
  const url =
    draft.get && draft.data.length > 0 ? `${draft.url}${draft.url.includes('?') ? '&' : '?'}${fields}` : draft.url;
  const defaults: [string, string][] = [
    ['User-Agent', 'curl/8.0'],
    ['Accept', '*/*'],
  ];
  let body: Buffer | null = null;
  if (draft.parts.length > 0) {
    body = Buffer.concat([...(await Promise.all(draft.parts)), Buffer.from(`--${draft.boundary}--\r\n`)]);
    defaults.push(['Content-Type', `multipart/form-data; boundary=${draft.boundary}`]);
  } else if (draft.data.length > 0 && !draft.get) {
    body = fields;
    defaults.push(['Content-Type', 'application/x-www-form-urlencoded']);
  }
  const method = draft.method ?? (draft.head ? 'HEAD' : body === null ? 'GET' : 'POST');
  if (body !== null) defaults.push(['Content-Length', String(body.length)]);
  return { method, url, headers: mergedHeaders(defaults, draft.headers), body };
}

/** Headers given by hand stand in for curl’s own; one without a value takes curl’s own away. */
function mergedHeaders(
  defaults: readonly (readonly [string, string])[],
  given: readonly (readonly [string, string | null])[],
): (readonly [string, string])[] {
  const named = new Set(given.map(([name]) => name.toLowerCase()));
  return [
    ...defaults.filter(([name]) => !named.has(name.toLowerCase())),
    ...given.filter((one): one is readonly [string, string] => one[1] !== null),
  ];
}

function header(text: string): [string, string | null] {
  const empty = /^([^:;]+);$/.exec(text);
  if (empty !== null) return [empty[1], ''];
  const match = /^([^:]+):\s*(.*)$/s.exec(text);
  if (match === null) throw new Error(`“${text}” is no header`);
  return [match[1], match[2] === '' ? null : match[2]];
}

async function data(value: string, readFile: ReadFile, stripLines: boolean): Promise<Buffer> {
  if (!value.startsWith('@')) return Buffer.from(value);
  const bytes = Buffer.from(await readFile(value.slice(1)));
  return stripLines ? Buffer.from(bytes.toString('latin1').replace(/[\r\n\0]/g, ''), 'latin1') : bytes;
}

function urlEncoded(value: string): string {
  const [, name = '', text = value] = /^([^=]*)=(.*)$/s.exec(value) ?? [];
  return `${name}${name === '' ? '' : '='}${encodeURIComponent(text)}`;
}

/** `name=text`, `name=@file` or `name=<file`, with `;type=` and `;filename=` behind it. */
async function formPart(boundary: string, value: string, readFile: ReadFile): Promise<Buffer> {
  const match = /^([^=]+)=([@<]?)([^;]*)((?:;(?:type|filename)=[^;]*)*)$/s.exec(value);
  if (match === null) throw new Error(`-F ${value} is not understood; a text with “;” goes by --form-string`);
  const [, name, mark, text, extras] = match;
  const extra = (word: string): string | undefined => new RegExp(`;${word}=([^;]*)`).exec(extras)?.[1];
  if (mark === '@') {
    const head = { fileName: extra('filename') ?? text, type: extra('type') ?? typeOf(text) };
    return part(boundary, name, await readFile(text), head);
  }
  const bytes = mark === '<' ? await readFile(text) : Buffer.from(text);
  return part(boundary, name, bytes, { fileName: extra('filename'), type: extra('type') });
}

function textPart(boundary: string, value: string): Buffer {
  const at = value.indexOf('=');
  if (at < 1) throw new Error(`--form-string ${value} has no name`);
  return part(boundary, value.slice(0, at), Buffer.from(value.slice(at + 1)), {});
}

const quoted = (text: string): string => `"${text.replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`;

function part(
  boundary: string,
  name: string,
  bytes: Uint8Array,
  { fileName, type }: { readonly fileName?: string | undefined; readonly type?: string | undefined },
): Buffer {
  const disposition = `form-data; name=${quoted(name)}${fileName === undefined ? '' : `; filename=${quoted(fileName)}`}`;
  const lines = [
    `--${boundary}`,
    `Content-Disposition: ${disposition}`,
    ...(type === undefined ? [] : [`Content-Type: ${type}`]),
  ];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), bytes, Buffer.from('\r\n')]);
}

/** By the name’s ending, as curl guesses it. */
function typeOf(name: string): string {
  const types: Readonly<Record<string, string>> = {
    '.jpg': 'image/jpeg',
    '.jpeg': 'image/jpeg',
    '.png': 'image/png',
    '.txt': 'text/plain',
    '.html': 'text/html',
    '.pdf': 'application/pdf',
    '.xml': 'application/xml',
  };
  return types[extname(name).toLowerCase()] ?? 'application/octet-stream';
}
