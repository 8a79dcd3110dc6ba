import type { ArrayItem, Pattern, Placeholder, PlaceholderKind } from './body-pattern.ts';
import { expandVariables, type Variables } from './shell-words.ts';

/** One place where a value is not what is expected. */
export interface Mismatch {
  /** Such as `$.detail[0].msg`. */
  readonly path: string;
  readonly expected: string;
  readonly got: string;
}

export interface Match {
  readonly mismatches: readonly Mismatch[];
  /** Values that `<… as NAME>` keeps. */
  readonly captured: ReadonlyMap<string, string>;
}

const timestamp = String.raw`[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?Z`;
const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}';

/** What a placeholder within a string, or for a whole one, stands for. */
const stringSources: Partial<Record<PlaceholderKind, string>> = {
  any: '[\\s\\S]*',
  string: '[\\s\\S]*',
  text: '[\\s\\S]*\\S[\\s\\S]*',
  number: String.raw`-?[0-9]+(?:\.[0-9]+)?`,
  integer: '-?[0-9]+',
  uuid,
  timestamp,
  url: String.raw`https?://\S+`,
};

/** Compares a JSON value with a pattern. @throws Error for a `$NAME` that nothing is called. */
export function matchPattern(pattern: Pattern, value: unknown, variables: Variables): Match {
  const matcher = new Matcher(variables);
  matcher.match(pattern, value, '$');
  return matcher;
}

class Matcher implements Match {
  readonly mismatches: Mismatch[] = [];
  readonly captured = new Map<string, string>();
  readonly #variables: Variables;

  constructor(variables: Variables) {
    this.#variables = variables;
  }

  match(pattern: Pattern, value: unknown, path: string): void {
    if (pattern.kind === 'literal') {
      if (value !== pattern.value) this.#miss(path, JSON.stringify(pattern.value), value);
    } else if (pattern.kind === 'variable') {
      const expected = expandVariables(pattern.text, this.#variables);
      if (String(value) !== expected) this.#miss(path, expected, value);
    } else if (pattern.kind === 'placeholder') this.#placeholder(pattern.placeholder, value, path);
    else if (pattern.kind === 'string') this.#string(pattern.parts, value, path);
    else if (pattern.kind === 'object') this.#object(pattern, value, path);
    else this.#array(pattern, value, path);
  }

  #placeholder(placeholder: Placeholder, value: unknown, path: string): void {
    if (!fits(placeholder, value)) this.#miss(path, describe(placeholder), value);
    else if (placeholder.name !== null) this.captured.set(placeholder.name, String(value));
  }

  #string(parts: readonly (string | Placeholder)[], value: unknown, path: string): void {
    const expected = parts.map((part) => (typeof part === 'string' ? expandVariables(part, this.#variables) : part));
    const source = expected
      .map((part) =>
        typeof part === 'string' ? literalSource(part) : `(${part.regex?.source ?? stringSources[part.kind]})`,
      )
      .join('');
    const match = typeof value === 'string' ? new RegExp(`^${source}$`, 'u').exec(value) : null;
    if (match === null) {
      const shown = expected.map((part) => (typeof part === 'string' ? part : describe(part))).join('');
      this.#miss(path, JSON.stringify(shown), value);
      return;
    }
    parts
      .filter((part) => typeof part !== 'string')
      .forEach(({ name }, i) => {
        if (name !== null) this.captured.set(name, match[i + 1]);
      });
  }

  #object({ entries, open }: Extract<Pattern, { kind: 'object' }>, value: unknown, path: string): void {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.#miss(path, 'an object', value);
      return;
    }
    const given = value as Readonly<Record<string, unknown>>;
    for (const [key, pattern] of entries)
      this.match(pattern, Object.hasOwn(given, key) ? given[key] : undefined, `${path}.${key}`);
    const known = new Set(entries.map(([key]) => key));
    for (const key of open ? [] : Object.keys(given)) {
      if (!known.has(key)) this.#miss(`${path}.${key}`, 'no such key', given[key]);
    }
  }

  #array({ items, open }: Extract<Pattern, { kind: 'array' }>, value: unknown, path: string): void {
    if (!Array.isArray(value)) {
      this.#miss(path, 'an array', value);
      return;
    }
    const fixed = items.reduce((sum, { times }) => sum + (times ?? 0), 0);
    const elastic = items.some(({ times }) => times === null);
    if (value.length < fixed || (value.length > fixed && !elastic && !open)) {
      this.#miss(`${path}.length`, elastic || open ? `at least ${fixed}` : String(fixed), value.length);
      return;
    }
    const patterns = laidOut(items, value.length - fixed);
    patterns.slice(0, value.length).forEach((pattern, i) => {
      this.match(pattern, value[i], `${path}[${i}]`);
    });
  }

  #miss(path: string, expected: string, value: unknown): void {
    this.mismatches.push({ path, expected, got: value === undefined ? 'nothing' : shorten(JSON.stringify(value)) });
  }
}

/** Each place's pattern; the first item of any number takes all that the fixed ones leave. */
function laidOut(items: readonly ArrayItem[], left: number): Pattern[] {
  const elastic = items.find(({ times }) => times === null);
  return items.flatMap((item) =>
    Array.from({ length: item.times ?? (item === elastic ? left : 0) }, () => item.pattern),
  );
}

function fits({ kind, nullable, range, regex }: Placeholder, value: unknown): boolean {
  if (value === null && nullable) return true;
  if (kind === 'absent') return value === undefined;
  if (kind === 'any') return value !== undefined;
  if (kind === 'boolean') return typeof value === 'boolean';
  if (kind === 'array') return Array.isArray(value);
  if (kind === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  if (kind === 'number' || kind === 'integer') {
    if (typeof value !== 'number' || (kind === 'integer' && !Number.isInteger(value))) return false;
    return range === null || (value >= range[0] && value <= range[1]);
  }
  if (typeof value !== 'string') return false;
  if (kind === 'timestamp' && Number.isNaN(Date.parse(value))) return false;
  return regex?.test(value) ?? new RegExp(`^${stringSources[kind]}$`, 'u').test(value);
}

function describe({ kind, nullable, range, regex }: Placeholder): string {
  const what = regex === null ? kind : `/${regex.source}/`;
  return `<${what}${nullable ? '?' : ''}${range === null ? '' : ` ${range[0]}..${range[1]}`}>`;
}

const literalSource = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

const shorten = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)}…` : text);
