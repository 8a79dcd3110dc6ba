/** What a JSON value is expected to be. */
export type Pattern =
  | { readonly kind: 'literal'; readonly value: number | boolean | null }
  /** A string with `$NAME` and placeholders within it. */
  | { readonly kind: 'string'; readonly parts: readonly (string | Placeholder)[] }
  | { readonly kind: 'placeholder'; readonly placeholder: Placeholder }
  /** `$NAME` outside quotes: a number or boolean that was kept before. */
  | { readonly kind: 'variable'; readonly text: string }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [key: string, Pattern])[]; readonly open: boolean }
  | { readonly kind: 'array'; readonly items: readonly ArrayItem[]; readonly open: boolean };

/** One place of an array, or so many alike; `times` is null for any number of them, none included. */
export interface ArrayItem {
  readonly pattern: Pattern;
  readonly times: number | null;
}

/** `<kind>`, `<kind?>` for null as well, `<kind as NAME>` to keep the value, `<number 0..1>`, `</regular expression/>`. */
export interface Placeholder {
  readonly kind: PlaceholderKind;
  readonly nullable: boolean;
  readonly name: string | null;
  readonly range: readonly [number, number] | null;
  readonly regex: RegExp | null;
}

export const placeholderKinds = [
  'any',
  'absent',
  'string',
  'text',
  'number',
  'integer',
  'boolean',
  'uuid',
  'timestamp',
  'url',
  'object',
  'array',
  'regex',
] as const;
export type PlaceholderKind = (typeof placeholderKinds)[number];

/** What is wrong with a pattern; the line counts from 0 within the pattern. */
export class PatternSyntaxError extends Error {
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.name = 'PatternSyntaxError';
    this.line = line;
  }
}

/** Reads JSON with placeholders: `<uuid>` and the like for values, `...` for further keys or items, `x 101` behind an item. */
export function parsePattern(text: string): Pattern {
  const parser = new Parser(text);
  const pattern = parser.value();
  parser.end();
  return pattern;
}

/** Kinds that are written as words; other words between angles are text. */
const words = placeholderKinds.filter((kind) => kind !== 'regex').join('|');
const placeholderText = new RegExp(
  String.raw`<(?:/((?:[^/\\\n]|\\.)+)/|(${words}))(\?)?(?: (-?[0-9.]+)\.\.(-?[0-9]+(?:\.[0-9]+)?))?(?: as ([A-Z][A-Z0-9_]*))?>`,
);

class Parser {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  value(): Pattern {
    this.#space();
    const next = this.#text[this.#at];
    if (next === '{') return this.#object();
    if (next === '[') return this.#array();
    if (next === '"') return { kind: 'string', parts: this.#string() };
    if (next === '<') return { kind: 'placeholder', placeholder: this.#placeholder() };
    const variable = this.#take(/\$[A-Z][A-Z0-9_]*/);
    if (variable !== null) return { kind: 'variable', text: variable[0] };
    const literal = this.#take(/true|false|null|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/);
    if (literal === null) return this.#fail(`no value begins with “${this.#text.slice(this.#at, this.#at + 12)}”`);
    return { kind: 'literal', value: JSON.parse(literal[0]) as number | boolean | null };
  }

  end(): void {
    this.#space();
    if (this.#at < this.#text.length) this.#fail(`“${this.#text.slice(this.#at, this.#at + 20)}” comes after the end`);
  }

  #object(): Pattern {
    const entries: (readonly [string, Pattern])[] = [];
    let open = false;
    this.#expect('{');
    for (let first = true; !this.#skip('}'); first = false) {
      if (!first) this.#expect(',');
      if (this.#skip('...')) {
        open = true;
        continue;
      }
      this.#space();
      const key = this.#take(/"((?:[^"\\]|\\.)*)"/);
      if (key === null) this.#fail('a key in quotes, or `...`, belongs here');
      this.#expect(':');
      entries.push([JSON.parse(key[0]) as string, this.value()]);
    }
    return { kind: 'object', entries, open };
  }

  #array(): Pattern {
    const items: ArrayItem[] = [];
    let open = false;
    this.#expect('[');
    for (let first = true; !this.#skip(']'); first = false) {
      if (!first) this.#expect(',');
      if (this.#skip('...')) {
        open = true;
        continue;
      }
      const pattern = this.value();
      const times = this.#take(/\s+x (\*|\d+)/);
      items.push({ pattern, times: times === null ? 1 : times[1] === '*' ? null : Number(times[1]) });
    }
    return { kind: 'array', items, open };
  }

  #string(): (string | Placeholder)[] {
    const match = this.#take(/"((?:[^"\\\n]|\\.)*)"/);
    if (match === null) return this.#fail('a string is not closed');
    const text = JSON.parse(match[0]) as string;
    const parts: (string | Placeholder)[] = [];
    let rest = text;
    for (let found = placeholderText.exec(rest); found !== null; found = placeholderText.exec(rest)) {
      parts.push(rest.slice(0, found.index), this.#placeholderOf(found));
      rest = rest.slice(found.index + found[0].length);
    }
    return [...parts, rest].filter((part) => part !== '');
  }

  #placeholder(): Placeholder {
    const found = this.#take(placeholderText);
    if (found === null) return this.#fail(`“${this.#text.slice(this.#at, this.#at + 20)}” is no placeholder`);
    return this.#placeholderOf(found);
  }

  #placeholderOf([, regex, word, nullable, low, high, name]: RegExpExecArray): Placeholder {
    const kind = placeholderKinds.find((known) => known === (regex === undefined ? word : 'regex'));
    if (kind === undefined) return this.#fail(`<${word}> is no placeholder`);
    return {
      kind,
      nullable: nullable !== undefined,
      name: name ?? null,
      range: low === undefined ? null : [Number(low), Number(high)],
      regex: regex === undefined ? null : new RegExp(regex, 'u'),
    };
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    const sticky = new RegExp(pattern.source, 'y');
    sticky.lastIndex = this.#at;
    const match = sticky.exec(this.#text);
    if (match !== null) this.#at = sticky.lastIndex;
    return match;
  }

  #space(): void {
    this.#take(/\s+/);
  }

  #skip(token: string): boolean {
    this.#space();
    if (!this.#text.startsWith(token, this.#at)) return false;
    this.#at += token.length;
    return true;
  }

  #expect(token: string): void {
    if (!this.#skip(token)) this.#fail(`“${token}” belongs before “${this.#text.slice(this.#at, this.#at + 12)}”`);
  }

  #fail(message: string): never {
    throw new PatternSyntaxError(message, this.#text.slice(0, this.#at).split('\n').length - 1);
  }
}
