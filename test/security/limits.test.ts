import { connect } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { defaultHttpLimits, type HttpLimits } from '../../server/http/http-limits.ts';
import { securityHeaders } from '../../server/http/security-headers.ts';
import { frozenServer } from '../support/frozen-server.ts';

/** A server on a port of this machine with limits that can be waited for. */
async function listening(limits: Partial<HttpLimits> = {}): Promise<string> {
  const { app, close } = await frozenServer({ ...defaultHttpLimits, ...limits });
  onTestFinished(() => {
    app.server.closeAllConnections();
    return close();
  });
  return app.listen({ port: 0, host: '127.0.0.1' });
}

/** Sends pieces one after the other until the server closes. @returns What it said. */
function drip(url: string, first: string, piece: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(first));
    const timer = setInterval(() => socket.write(piece), 50);
    socket.on('data', (data) => {
      answer += data.toString('latin1');
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      clearInterval(timer);
      resolve(answer);
    });
    socket.setTimeout(15_000, () => reject(new Error('the server waits on')));
  });
}

const said = (answer: string): string[] => answer.toLowerCase().split('\r\n');

it('ends connections whose headers or bodies come too slowly', { timeout: 30_000 }, async () => {
  const url = await listening({ headersTimeoutMs: 500, requestTimeoutMs: 1500 });
  const [headers, body] = await Promise.all([
    drip(url, 'GET /healthz HTTP/1.1\r\nHost: x\r\n', 'A: b\r\n'),
    drip(url, 'POST /subjects?apiKey=slk_key HTTP/1.1\r\nHost: x\r\nContent-Length: 9999\r\n\r\n', ' '),
  ]);
  for (const answer of [headers, body]) expect(answer).toContain('request_timeout');
});

it('ends a connection that is kept and not used', { timeout: 30_000 }, async () => {
  const url = await listening({ keepAliveTimeoutMs: 300 });
  expect(await drip(url, 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n', '')).toContain('200 OK');
});

it.each([
  ['a path', `GET /${'a'.repeat(17_000)} HTTP/1.1\r\nHost: x\r\n\r\n`],
  ['a header', `GET /healthz HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(17_000)}\r\n\r\n`],
  ['many headers', `GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${'A: b\r\n'.repeat(101)}\r\n`],
  ['very many headers', `GET /healthz HTTP/1.1\r\nHost: x\r\n${'A: b\r\n'.repeat(9000)}\r\n`],
])('refuses %s beyond the limit', async (_, bytes) => {
  const lines = said(await drip(await listening(), bytes, ''));
  expect(lines[0]).toBe('http/1.1 431 request header fields too large');
  expect(lines.at(-1)).toContain('header_too_large');
});

it.each([
  ['an answer', 'GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', '200'],
  ['a document', 'GET /llms.txt HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', '200'],
  ['no key', 'GET /analysis HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', '401'],
  ['no route', 'GET /nowhere HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', '404'],
  ['another method', 'DELETE /analysis HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', '405'],
  ['a path that cannot be read', 'GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', '404'],
  ['no Host', 'GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n', '400'],
  ['an expectation', 'POST /subjects HTTP/1.1\r\nHost: x\r\nExpect: more\r\n\r\n', '417'],
  ['no HTTP', 'hello\r\n\r\n', '400'],
  ['too much', `GET /${'a'.repeat(17_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, '431'],
  ['no link', 'GET /media/a/b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', '403'],
])('has the security headers on %s', async (_, bytes, status) => {
  const lines = said(await drip(await listening(), bytes, ''));
  expect(lines[0]).toContain(` ${status} `);
  for (const [name, value] of Object.entries(securityHeaders)) expect(lines).toContain(`${name}: ${value}`);
});
