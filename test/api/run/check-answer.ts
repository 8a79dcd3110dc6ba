import { type Pattern, PatternSyntaxError, parsePattern } from '../format/body-pattern.ts';
import { CaseSyntaxError, type Expected } from '../format/case-file.ts';
import { type Match, matchPattern } from '../format/match-pattern.ts';
import { expandVariables, type Variables } from '../format/shell-words.ts';
import type { HttpAnswer } from './send-request.ts';

/** What an answer is short of, each with the line that expects it. */
export interface Verdict {
  readonly problems: readonly { readonly line: number; readonly message: string }[];
  readonly captured: ReadonlyMap<string, string>;
}

/** Compares an answer with what a case expects. @throws CaseSyntaxError for a pattern that cannot be read. */
export function checkAnswer(path: string, expected: Expected, answer: HttpAnswer, variables: Variables): Verdict {
  const problems: { line: number; message: string }[] = [];
  const captured = new Map<string, string>();
  const take = (line: number, where: string, { mismatches, captured: kept }: Match): void => {
    for (const { path: at, expected: wanted, got } of mismatches)
      problems.push({ line, message: `${where}${at}: expected ${wanted}, got ${got}` });
    for (const [name, value] of kept) captured.set(name, value);
  };
  if (answer.status !== expected.status)
    problems.push({ line: expected.line, message: `expected HTTP ${expected.status}, got HTTP ${answer.status}` });
  for (const { name, value, line } of expected.headers) {
    const pattern = read(path, line, /^<(absent|\/.*\/\??)>$/.test(value) ? value : JSON.stringify(value));
    take(line, `header ${name} `, matchPattern(pattern, headerOf(answer, name), variables));
  }
  for (const [line, match] of bodyMatches(path, expected, answer, variables)) take(line, 'body ', match);
  return { problems, captured };
}

const headerOf = ({ headers }: HttpAnswer, name: string): string | undefined => {
  const value = headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
};

function bodyMatches(
  path: string,
  { body, bodyLine }: Expected,
  answer: HttpAnswer,
  variables: Variables,
): (readonly [line: number, Match])[] {
  const [first = '', ...rest] = body;
  if (body.length === 0) return [];
  const bytes = /^<bytes(?: ([0-9]+))?(?: beginning ([0-9a-f ]+))?>$/.exec(first.trim());
  if (bytes !== null) return [[bodyLine, matchBytes(answer.body, bytes[1], bytes[2])]];
  if (first.trim() === 'text') return [[bodyLine, matchText(answer.body.toString(), rest, variables)]];
  if (first.trim() === 'ndjson') return matchLines(path, bodyLine + 1, rest, answer.body.toString(), variables);
  const pattern = read(path, bodyLine, body.join('\n'));
  const value = parseJson(answer.body.toString());
  return [
    [
      bodyLine,
      value instanceof SyntaxError ? miss('JSON', answer.body.toString()) : matchPattern(pattern, value, variables),
    ],
  ];
}

function matchBytes(body: Buffer, length: string | undefined, start: string | undefined): Match {
  if (length !== undefined && body.length !== Number(length)) return miss(`${length} bytes`, `${body.length} bytes`);
  const wanted = (start ?? '').replace(/ /g, '');
  const got = body.subarray(0, wanted.length / 2).toString('hex');
  return got === wanted ? met : miss(`bytes ${wanted}`, `bytes ${got}`);
}

/** Every line of the pattern is found, one after the other. */
function matchText(text: string, lines: readonly string[], variables: Variables): Match {
  let from = 0;
  for (const line of lines.map((one) => expandVariables(one.trim(), variables))) {
    const at = text.indexOf(line, from);
    if (at < 0) return miss(`“${line}”${from > 0 ? ' further down' : ''}`, text);
    from = at + line.length;
  }
  return met;
}

/** One pattern a line; after `...` any further lines that match the pattern before it. */
function matchLines(
  path: string,
  firstLine: number,
  lines: readonly string[],
  text: string,
  variables: Variables,
): (readonly [line: number, Match])[] {
  const open = lines.at(-1)?.trim() === '...';
  const patterns = (open ? lines.slice(0, -1) : lines).map((line, i) => read(path, firstLine + i, line));
  const given = text.replace(/\n$/, '').split('\n');
  if (given.length < patterns.length || (given.length > patterns.length && !open))
    return [[firstLine, miss(`${open ? 'at least ' : ''}${patterns.length} lines`, `${given.length} lines`)]];
  return given.map((line, i) => {
    const value = parseJson(line);
    const at = Math.min(i, patterns.length - 1);
    return [
      firstLine + at,
      value instanceof SyntaxError ? miss('JSON', line) : matchPattern(patterns[at], value, variables),
    ];
  });
}

function read(path: string, line: number, text: string): Pattern {
  try {
    return parsePattern(text);
  } catch (error) {
    if (error instanceof PatternSyntaxError) throw new CaseSyntaxError(path, line + error.line, error.message);
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return error;
    throw error;
  }
}

const met: Match = { mismatches: [], captured: new Map() };

const miss = (expected: string, got: string): Match => ({
  mismatches: [{ path: '$', expected, got: got.length > 200 ? `${got.slice(0, 200)}…` : got }],
  captured: new Map(),
});
