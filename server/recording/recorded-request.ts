import type { IncomingHttpHeaders } from 'node:http';
import type { RecordedRequest } from './exchange.ts';
import { readBody } from './read-body.ts';
import type { Scrubber } from './scrubber.ts';

/** The query's name of an API key. */
const keyName = 'apiKey';

/**
 * What is kept of a request.
 *
 * @param url Path and query as they came.
 */
export async function recordedRequest(
  method: string,
  url: string,
  headers: IncomingHttpHeaders,
  body: Buffer,
  scrubber: Scrubber,
): Promise<RecordedRequest> {
  const [path, query = ''] = url.split(/\?(.*)/s);
  const asked = new URLSearchParams(query);
  const key = scrubber.key(asked.get(keyName));
  asked.delete(keyName);
  const clean = [...asked].map(([name, value]) => [name, scrubber.field(name, value)] as const);
  return {
    method,
    path: scrubber.text(path),
    query: clean.toSorted(([a, x], [b, y]) => (a === b ? compare(x, y) : compare(a, b))),
    key,
    accept: headers.accept ?? null,
    body: await readBody(headers['content-type'] ?? null, body, scrubber),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
