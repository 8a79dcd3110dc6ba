/** A file of conformance cases, read. Lines count from 1. */
export interface CaseFile {
  readonly path: string;
  /** Words of the head's `server` line: how the server is to be started. */
  readonly server: readonly string[];
  /** What holds for all cases of the file. */
  readonly given: readonly Given[];
  readonly cases: readonly Case[];
}

export interface Case {
  readonly title: string;
  readonly line: number;
  readonly steps: readonly (Given | Exchange)[];
}

/** A state of the server that is brought about before the next request. */
export interface Given {
  readonly kind: 'given';
  readonly line: number;
  /** What follows the word `given`. */
  readonly text: string;
}

/** A request and what is expected of its answer. */
export interface Exchange {
  readonly kind: 'exchange';
  readonly line: number;
  /** A curl command as a shell reads it, its lines joined. */
  readonly command: string;
  readonly expected: Expected;
}

export interface Expected {
  readonly line: number;
  readonly status: number;
  /** Asked again until it is so, for as many seconds at most; null to ask once. */
  readonly withinS: number | null;
  readonly headers: readonly { readonly name: string; readonly value: string; readonly line: number }[];
  /** Lines below the headers, without blank ones and comments at the end. */
  readonly body: readonly string[];
  readonly bodyLine: number;
}

/** What is wrong with a case file, and where. */
export class CaseSyntaxError extends Error {
  constructor(path: string, line: number, message: string) {
    super(`${path}:${line}: ${message}`);
    this.name = 'CaseSyntaxError';
    // The place is in the message; ours would only hide it.
    this.stack = this.message;
  }
}

interface OpenExpected extends Omit<Expected, 'bodyLine'> {
  readonly headers: Expected['headers'][number][];
  readonly body: string[];
  bodyLine: number;
}

interface OpenExchange {
  readonly line: number;
  readonly command: string;
  expected: OpenExpected | null;
}

/** Reads one file of cases. @throws CaseSyntaxError */
export function parseCaseFile(path: string, text: string): CaseFile {
  return new Reader(path, text.split(/\r?\n/)).read();
}

class Reader {
  readonly #path: string;
  readonly #lines: readonly string[];
  readonly #server: string[] = [];
  readonly #given: Given[] = [];
  readonly #cases: { title: string; line: number; steps: (Given | Exchange)[] }[] = [];
  #open: OpenExchange | null = null;
  #at = 0;

  constructor(path: string, lines: readonly string[]) {
    this.#path = path;
    this.#lines = lines;
  }

  read(): CaseFile {
    for (; this.#at < this.#lines.length; this.#at++) this.#readLine(this.#lines[this.#at]);
    this.#closeExchange();
    for (const { title, line, steps } of this.#cases) {
      if (!steps.some(({ kind }) => kind === 'exchange')) this.#fail(`the case “${title}” asks nothing`, line);
    }
    const titles = this.#cases.map(({ title }) => title);
    const twice = this.#cases.find(({ title }, i) => titles.indexOf(title) < i);
    if (twice !== undefined) this.#fail(`a second case called “${twice.title}”`, twice.line);
    return { path: this.#path, server: this.#server, given: this.#given, cases: this.#cases };
  }

  #readLine(text: string): void {
    if (text.startsWith('#')) return;
    const [, word = '', rest = ''] = /^(==|server|given|curl|HTTP)(?:\s+(.*\S))?\s*$/.exec(text) ?? [];
    if (word === '==') this.#startCase(rest);
    else if (word === 'server') this.#readServer(rest);
    else if (word === 'given') this.#readGiven(rest);
    else if (word === 'curl') this.#startExchange();
    else if (word === 'HTTP') this.#readStatus(rest);
    else this.#readExpected(text);
  }

  #startCase(title: string): void {
    if (title === '') this.#fail('a case needs a title');
    this.#closeExchange();
    this.#cases.push({ title, line: this.#at + 1, steps: [] });
  }

  #readServer(words: string): void {
    if (this.#cases.length > 0) this.#fail('`server` belongs above the first case');
    this.#server.push(...words.split(/\s+/));
  }

  #readGiven(text: string): void {
    this.#closeExchange();
    const given: Given = { kind: 'given', line: this.#at + 1, text };
    (this.#cases.at(-1)?.steps ?? this.#given).push(given);
  }

  #startExchange(): void {
    if (this.#cases.length === 0) this.#fail('a request belongs to a case: write `== title` above it');
    this.#closeExchange();
    const line = this.#at + 1;
    let command = this.#lines[this.#at];
    while (command.endsWith('\\') && this.#at + 1 < this.#lines.length)
      command = `${command.slice(0, -1)}${this.#lines[++this.#at]}`;
    this.#open = { line, command, expected: null };
  }

  #readStatus(text: string): void {
    if (this.#open === null || this.#open.expected !== null) this.#fail('`HTTP` belongs below a request');
    const match = /^([1-5][0-9]{2})(?: within ([0-9]+) s)?$/.exec(text);
    if (match === null) this.#fail('write `HTTP 200` or `HTTP 200 within 60 s`');
    const line = this.#at + 1;
    const withinS = match[2] === undefined ? null : Number(match[2]);
    this.#open.expected = { line, status: Number(match[1]), withinS, headers: [], body: [], bodyLine: line };
  }

  #readExpected(text: string): void {
    const expected = this.#open?.expected ?? null;
    if (expected === null) {
      if (text.trim() !== '') this.#fail(`“${text}” is neither \`given\` nor \`curl\` nor \`HTTP\``);
      return;
    }
    const header = expected.body.length === 0 ? /^([A-Za-z0-9-]+):\s*(.*\S)\s*$/.exec(text) : null;
    if (header !== null) {
      expected.headers.push({ name: header[1].toLowerCase(), value: header[2], line: this.#at + 1 });
    } else if (text.trim() !== '' || expected.body.length > 0) {
      if (expected.body.length === 0) expected.bodyLine = this.#at + 1;
      expected.body.push(text);
    }
  }

  #closeExchange(): void {
    if (this.#open === null) return;
    const { line, command, expected } = this.#open;
    if (expected === null) this.#fail('the request says nothing of its answer: write `HTTP 200` below it', line);
    const last = expected.body.findLastIndex((text) => text.trim() !== '');
    this.#cases.at(-1)?.steps.push({
      kind: 'exchange',
      line,
      command,
      expected: { ...expected, body: expected.body.slice(0, last + 1) },
    });
    this.#open = null;
  }

  #fail(message: string, line = this.#at + 1): never {
    throw new CaseSyntaxError(this.#path, line, message);
  }
}
