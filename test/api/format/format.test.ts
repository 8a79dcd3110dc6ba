import { describe, expect, it } from 'vitest';
import { parsePattern } from './body-pattern.ts';
import { parseCaseFile } from './case-file.ts';
import { curlRequest } from './curl-request.ts';
import { matchPattern } from './match-pattern.ts';
import { shellWords } from './shell-words.ts';

const variables = new Map([
  ['KEY', 'slk_1'],
  ['RUN', '0b2f5d2e-6a4c-4a57-9d53-0d7c9c4f2a11'],
]);

describe('a case file', () => {
  it('is read with its lines', () => {
    const file = parseCaseFile(
      'a.case',
      '# remark\nserver idle\ngiven a partner\n\n== one\ngiven 2 credits\ncurl "$URL" \\\n  -d x\nHTTP 200 within 5 s\nx-a: b\n{"a":\n\n1}\n\n== two\ncurl "$URL"\nHTTP 404\n',
    );
    expect(file).toMatchObject({ server: ['idle'], given: [{ text: 'a partner', line: 3 }] });
    expect(file.cases.map(({ title, line }) => [title, line])).toEqual([
      ['one', 5],
      ['two', 15],
    ]);
    expect(file.cases[0].steps[1]).toMatchObject({
      line: 7,
      command: 'curl "$URL"   -d x',
      expected: {
        status: 200,
        withinS: 5,
        line: 9,
        headers: [{ name: 'x-a', value: 'b' }],
        body: ['{"a":', '', '1}'],
        bodyLine: 11,
      },
    });
  });

  it.each([
    ['curl x\nHTTP 200', 'a.case:1: a request belongs to a case'],
    ['== a\ncurl x', 'a.case:2: the request says nothing of its answer'],
    ['== a\n', 'a.case:1: the case “a” asks nothing'],
    ['== a\nHTTP 200', 'a.case:2: `HTTP` belongs below a request'],
    ['== a\ncurl x\nHTTP ok', 'a.case:3: write `HTTP 200`'],
    ['== a\nlook here', 'a.case:2: “look here” is neither'],
    ['== a\ncurl x\nHTTP 200\n== a\ncurl x\nHTTP 200', 'a.case:4: a second case called “a”'],
  ])('is refused: %j', (text, message) => {
    expect(() => parseCaseFile('a.case', text)).toThrow(message);
  });
});

describe('a command', () => {
  it.each<[string, string[]]>([
    ['curl  a\tb', ['curl', 'a', 'b']],
    [`curl 'a $KEY "b"' "a $KEY 'b'" $KEY\${KEY}`, ['curl', 'a $KEY "b"', "a slk_1 'b'", 'slk_1slk_1']],
    [`curl "a\\"b\\$KEY" a\\ b $'x\\r\\n\\u8d70'`, ['curl', 'a"b$KEY', 'a b', 'x\r\n走']],
    [`curl '' ""`, ['curl', '', '']],
    [`curl \${RUN^^}`, ['curl', '0B2F5D2E-6A4C-4A57-9D53-0D7C9C4F2A11']],
  ])('%s', (text, words) => {
    expect(shellWords(text, variables)).toEqual(words);
  });

  it.each(['curl a&b', 'curl a | b', 'curl "a', "curl 'a", 'curl $(ls)', 'curl $NOTHING', 'curl `ls`'])(
    'refuses %s',
    (text) => {
      expect(() => shellWords(text, variables)).toThrow();
    },
  );

  const request = async (text: string) =>
    curlRequest(shellWords(text, variables), async (name) => Buffer.from(`<${name}>\n`));

  it('has curl’s defaults', async () => {
    expect(await request('curl http://h/a')).toMatchObject({ method: 'GET', url: 'http://h/a', body: null });
    expect((await request('curl http://h -d a=1 -d b=2')).body?.toString()).toBe('a=1&b=2');
    expect((await request('curl http://h -d @f')).body?.toString()).toBe('<f>');
    expect((await request('curl http://h --data-binary @f')).body?.toString()).toBe('<f>\n');
    expect((await request('curl http://h/?x=1 -G -d a=1')).url).toBe('http://h/?x=1&a=1');
    expect((await request('curl -I http://h')).method).toBe('HEAD');
  });

  it('gives headers as curl does', async () => {
    const { headers } = await request('curl http://h --json {} -H "Accept:" -H "X-Empty;" -H "User-Agent: me"');
    expect(headers).toEqual([
      ['Content-Length', '2'],
      ['Content-Type', 'application/json'],
      ['Accept', 'application/json'],
      ['X-Empty', ''],
      ['User-Agent', 'me'],
    ]);
  });

  it('writes a form', async () => {
    const { method, body, headers } = await request(
      `curl http://h -F a=1 -F "v=@f.mp4;type=video/mp4;filename=x\\"y" --form-string 'b=@;'`,
    );
    const boundary = /boundary=(.*)/.exec(headers.find(([name]) => name === 'Content-Type')?.[1] ?? '')?.[1];
    expect(method).toBe('POST');
    expect(body?.toString().replaceAll(boundary ?? '', 'B')).toBe(
      [
        '--B\r\nContent-Disposition: form-data; name="a"\r\n\r\n1',
        '--B\r\nContent-Disposition: form-data; name="v"; filename="x\\"y"\r\nContent-Type: video/mp4\r\n\r\n<f.mp4>\n',
        '--B\r\nContent-Disposition: form-data; name="b"\r\n\r\n@;',
        '--B--\r\n',
      ].join('\r\n'),
    );
  });

  it.each([
    'curl',
    'curl a b',
    'curl a --proxy b',
    'curl a -X',
    'curl a -F x=1 -d y',
    'curl a -H broken',
    'curl a -F "x=1;y"',
  ])('refuses %s', async (text) => {
    await expect(request(text)).rejects.toThrow();
  });
});

describe('a pattern', () => {
  const places = (pattern: string, value: unknown): string[] =>
    matchPattern(parsePattern(pattern), value, variables).mismatches.map(({ path }) => path);

  it.each<[string, unknown, string[]]>([
    ['{"a": 1, "b": [true, null]}', { b: [true, null], a: 1 }, []],
    ['{"a": 1}', { a: 2 }, ['$.a']],
    ['{"a": 1}', { a: '1' }, ['$.a']],
    ['{"a": 1}', { a: 1, b: 2 }, ['$.b']],
    ['{"a": 1, ...}', { a: 1, b: 2 }, []],
    ['{"a": 1}', {}, ['$.a']],
    ['{"a": <any>}', {}, ['$.a']],
    ['{"a": <absent>, ...}', { b: 1 }, []],
    ['{"a": <absent>, ...}', { a: null }, ['$.a']],
    ['[1, 2]', [1], ['$.length']],
    ['[1, ...]', [1, 2], []],
    ['[1, ...]', [], ['$.length']],
    ['[<number> x 3]', [1, 2, 3], []],
    ['[<number> x 3]', [1, 2], ['$.length']],
    ['[<number> x *, "end"]', [1, 2, 'end'], []],
    ['[<number> x *, "end"]', ['end'], []],
    ['[<number> x *]', [1, 'x', 2], ['$[1]']],
    ['<uuid>', '0b2f5d2e-6a4c-4a57-9d53-0d7c9c4f2a11', []],
    ['<uuid>', '0B2F5D2E-6A4C-4A57-9D53-0D7C9C4F2A11', ['$']],
    ['<uuid>', '0b2f5d2e-6a4c-1a57-9d53-0d7c9c4f2a11', ['$']],
    ['<timestamp>', '2025-03-20T15:30:00Z', []],
    ['<timestamp>', '2025-13-20T15:30:00Z', ['$']],
    ['<timestamp>', '2025-03-20 15:30:00', ['$']],
    ['<text>', ' ', ['$']],
    ['<number>', '1', ['$']],
    ['<number?>', null, []],
    ['<number>', null, ['$']],
    ['<number 0..1>', 1.01, ['$']],
    ['<integer>', 1.5, ['$']],
    ['</^a+$/>', 'aa', []],
    ['</^a+$/>', 'ab', ['$']],
    ['"$RUN"', '0b2f5d2e-6a4c-4a57-9d53-0d7c9c4f2a11', []],
    ['"ID: <uuid>."', 'ID: 0b2f5d2e-6a4c-4a57-9d53-0d7c9c4f2a11.', []],
    ['"ID: <uuid>."', 'ID: 0b2f5d2e-6a4c-4a57-9d53-0d7c9c4f2a11!', ['$']],
    ['"<b>(a|b)</b>"', '<b>(a|b)</b>', []],
    ['"$NOTHING at all"', 'x', ['throws']],
  ])('%s and %j', (pattern, value, expected) => {
    if (expected[0] === 'throws') expect(() => places(pattern, value)).toThrow('nothing is called $NOTHING');
    else expect(places(pattern, value)).toEqual(expected);
  });

  it('keeps values', () => {
    const { captured } = matchPattern(
      parsePattern('{"a": <number as N>, "b": "x<integer as M>y"}'),
      { a: 1.5, b: 'x7y' },
      variables,
    );
    expect([...captured]).toEqual([
      ['N', '1.5'],
      ['M', '7'],
    ]);
  });

  it.each(['{', '{"a" 1}', '{"a": <nothing>}', '[1', '{"a": 1} 2', 'tru'])('refuses %s', (pattern) => {
    expect(() => parsePattern(pattern)).toThrow();
  });
});
