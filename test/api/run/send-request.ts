import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { HttpRequest } from '../format/curl-request.ts';

export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const timeoutMs = 60_000;

/**
 * Sends a request with its path and headers exactly as they are written. An answer that comes before the whole request
 * was taken counts.
 *
 * @throws Error when there is no whole answer.
 */
export function sendRequest({ method, url, headers, body }: HttpRequest): Promise<HttpAnswer> {
  const match = /^(https?):\/\/(\[[^\]]+\]|[^/:?#]+)(?::([0-9]+))?([^#]*)/.exec(url);
  if (match === null) throw new Error(`“${url}” is no http address`);
  const [, protocol, host, port = protocol === 'http' ? '80' : '443', path] = match;
  return new Promise((resolve, reject) => {
    const send = protocol === 'http' ? httpRequest : httpsRequest;
    const request = send({
      method,
      host: host.replace(/^\[|\]$/g, ''),
      port: Number(port),
      path: path.startsWith('/') ? path : `/${path}`,
      // The flat form keeps names as written and may hold one of them twice.
      headers: [['Host', `${host}:${port}`], ...headers, ['Connection', 'close']].flat(),
      setHost: false,
      agent: false,
      timeout: timeoutMs,
    });
    request.on('timeout', () => request.destroy(new Error(`no answer within ${timeoutMs / 1000} s`)));
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    // After an early answer the rest of the request breaks off; the promise is settled by then, or the answer follows.
    request.on('error', (error) => setTimeout(() => reject(error), 200));
    request.end(body ?? undefined);
  });
}
