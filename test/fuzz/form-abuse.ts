import fc from 'fast-check';

/** A form's boundary as its type says it, and its bytes. */
export interface AbusedForm {
  readonly type: string;
  readonly bytes: Buffer;
}

const boundaries = ['x', '-', '--', "a'()+_,-./:=?b", 'x'.repeat(70), 'x'.repeat(5000), 'x y', 'ü', '"x"', '%0d%0a'];

const heads = [
  'Content-Disposition: form-data; name="height"',
  'Content-Disposition: form-data; name=height',
  'content-disposition:form-data;name="height"',
  'Content-Disposition: form-data; name="video"; filename="a.mp4"\r\nContent-Type: video/mp4',
  'Content-Disposition: form-data; name="video"; filename=""',
  'Content-Disposition: form-data; name="video"; filename*=UTF-8\'\'%e8%b5%b0.mp4',
  'Content-Disposition: form-data; name="video"; filename="../../../etc/passwd"',
  'Content-Disposition: form-data; name="video"; filename="a\0b.mp4"',
  "Content-Disposition: form-data; name*=utf-8''video; filename=a",
  'Content-Disposition: form-data; name="__proto__"',
  'Content-Disposition: form-data; name="constructor"; filename="x"',
  'Content-Disposition: form-data; name=""',
  'Content-Disposition: form-data',
  'Content-Disposition: attachment; name="height"',
  'Content-Disposition: form-data; name="a"; name="b"',
  `Content-Disposition: form-data; name="${'n'.repeat(2000)}"`,
  `Content-Disposition: form-data; name="height"\r\nX: ${'x'.repeat(100_000)}`,
  `Content-Disposition: form-data; name="height"${'\r\nX: y'.repeat(3000)}`,
  'Content-Type: application/json\r\nContent-Disposition: form-data; name="height"',
  'Content-Disposition: form-data; name="height"\r\nContent-Transfer-Encoding: base64',
  'Content-Disposition: form-data; name="height"\r\nContent-Type: text/plain; charset=utf-16',
  'Content-Type: multipart/mixed; boundary=y\r\nContent-Disposition: form-data; name="video"',
  'no colon',
  ': empty',
  '',
];

const bodies = ['', '1.7', 'true', '\r\n', '--x', '--x--', '\r\n--', 'n'.repeat(20_000), '--y\r\n\r\n--y--', '\0\xff'];

/** Multipart forms that break the rules of multipart: boundaries, heads of parts, ends that are missing, doubled or nested. */
export function formAbuse(): fc.Arbitrary<AbusedForm> {
  const boundary = fc.constantFrom(...boundaries);
  const newline = fc.oneof({ arbitrary: fc.constant('\r\n'), weight: 6 }, fc.constantFrom('\n', '\r', '\r\r\n', ''));
  const part = fc.record({
    head: fc.constantFrom(...heads),
    body: fc.constantFrom(...bodies),
    times: fc.oneof({ arbitrary: fc.constant(1), weight: 10 }, fc.constantFrom(2, 61, 400)),
  });
  const ending = fc.constantFrom('--B--\r\n', '--B--', '--B', '--B-', '', '\r\n--B--\r\n--B--\r\n', '--B--epilogue');
  const said = fc.constantFrom(
    'boundary=B',
    'boundary="B"',
    'boundary=B; boundary=z',
    'BOUNDARY=B',
    'boundary = B',
    '',
  );
  return fc
    .record({
      boundary,
      newline,
      parts: fc.array(part, { maxLength: 5 }),
      ending,
      said,
      preamble: fc.constantFrom('', 'hello\r\n'),
    })
    .map(({ boundary: b, newline: nl, parts, ending: end, said: s, preamble }) => ({
      type: `multipart/form-data; ${s.replaceAll('B', () => headerSafe(b))}`,
      bytes: Buffer.from(
        preamble +
          parts
            .map(({ head, body, times }) => `--${b}${nl}${head}${nl}${nl}${body}${nl}`.repeat(times))
            .join('')
            .slice(0, 300_000) +
          end.replaceAll('B', () => b),
        'latin1',
      ),
    }));
}

/** Node sends no other characters in a header. */
const headerSafe = (text: string): string => text.replace(/[^\t\x20-\x7e\x80-\xff]/g, '?');
