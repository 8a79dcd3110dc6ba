import fc from 'fast-check';

const requests = [
  'GET /analysis?apiKey=k HTTP/1.1\r\nHost: x\r\n\r\n',
  'POST /subjects?apiKey=k HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Type: application/json\r\n\r\n{"a":',
  'POST /analysis/start?apiKey=k HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n',
  'PUT /webhook?apiKey=k HTTP/1.0\r\nContent-Length: 2\r\n\r\n{}',
  // Two ways to say where a body ends, of which a proxy and a server may each believe another.
  'POST /subjects?apiKey=k HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: x\r\n\r\n',
  'POST /subjects?apiKey=k HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 9\r\n\r\n{}',
  'POST /subjects?apiKey=k HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n',
  'POST /subjects?apiKey=k HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n',
  'POST /subjects?apiKey=k HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n',
  'POST /subjects?apiKey=k HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n2;a="b\r\n{}\r\n0\r\nX: y\r\n\r\n',
  'GET http://x/healthz HTTP/1.1\r\nHost: y\r\n\r\n',
  'GET //x/healthz HTTP/1.1\r\nHost: y\r\n\r\n',
  'OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n',
  'CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET /healthz HTTP/1.1\r\nHost: x\r\nUpgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABk\r\n\r\n',
  'GET /healthz HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'get /healthz HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET /healthz HTTP/1.1\r\nHost: x\r\n folded: y\r\n\r\n',
  'GET /healthz HTTP/1.1\r\nHost : x\r\n\r\n',
  'GET /healthz HTTP/1.1\nHost: x\n\n',
  'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\nGET /analysis HTTP/1.1\r\nHost: x\r\n\r\n',
  'POST /subjects HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n{}',
  'POST /subjects HTTP/1.1\r\nHost: x\r\nExpect: more\r\nContent-Length: 2\r\n\r\n{}',
  `GET /${'a'.repeat(9000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
  `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
  `GET /healthz HTTP/1.1\r\nHost: x\r\n${'A: b\r\n'.repeat(500)}\r\n`,
  `GET /healthz HTTP/1.1\r\nHost: x\r\n${'A: b\r\n'.repeat(5000)}\r\n`,
  '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
];

/** Requests with something cut off, doubled or exchanged, whole ones that are hostile, and plain noise. */
export function rawRequest(): fc.Arbitrary<Buffer> {
  const whole = fc.constantFrom(...requests);
  const bad = fc.oneof(
    fc.uint8Array({ maxLength: 20 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
    fc.constantFrom(
      '\r\n',
      '\0',
      'Content-Length: 9\r\n',
      'Transfer-Encoding: gzip\r\n',
      'Host: y\r\n',
      ' ',
      ':',
      'HTTP/9.9',
      `X: ${'x'.repeat(20_000)}\r\n`,
    ),
  );
  const altered = fc.tuple(whole, fc.nat(), fc.nat({ max: 30 }), bad).map(([text, at, length, piece]) => {
    const from = at % text.length;
    return Buffer.from(text.slice(0, from) + piece + text.slice(from + length), 'latin1');
  });
  return fc.oneof(
    { arbitrary: altered, weight: 5 },
    { arbitrary: whole.map((text) => Buffer.from(text, 'latin1')), weight: 2 },
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  );
}
