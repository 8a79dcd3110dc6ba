/** Stands in a recording where the server's own address stood; a replay puts its own there. */
export const addressMark = '{{address}}';

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const email = /[^\s@"'<>(),;:/?=&]+@[^\s@"'<>(),;:/?=&]+\.[a-z]{2,}/gi;
const standInEmail = /^person\d+@example\.com$/;
const address = /https?:\/\/[^\s"'<>]+/gi;

/** Fields that tell who somebody is, wherever they stand. Numbers become those of the API's defaults. */
const personal: Readonly<Record<string, (scrubber: Scrubber, value: unknown) => unknown>> = {
  name: (scrubber, value) => (typeof value === 'string' ? scrubber.person(value) : value),
  email: (scrubber, value) => (typeof value === 'string' ? scrubber.email(value) : value),
  height: (_, value) => plain(value, 1.7),
  weight: (_, value) => plain(value, 70),
};

/** Pictures are that high at least, in pixels; people never are, in metres. */
const leastPictureHeight = 10;

/** Where such a field tells of no person: a picture's height beside its width, a measure's name beside its unit. */
const impersonal: Readonly<Record<string, (value: unknown, whole: Members) => boolean>> = {
  height: (value, { width }) =>
    typeof value === 'number' && Number.isInteger(value) && value >= leastPictureHeight && typeof width === 'number',
  name: (value, { unit }) => typeof value === 'string' && /^[a-z][a-z0-9_]*$/.test(value) && typeof unit === 'string',
};

/** An object of JSON. */
type Members = Readonly<Record<string, unknown>>;

const plain = (value: unknown, standIn: number): unknown => {
  if (typeof value === 'number') return standIn;
  if (typeof value !== 'string') return value;
  const isNumber = value.trim() !== '' && Number.isFinite(Number(value));
  // What is no number stays none: `1,63` is refused where it is replayed as it was.
  return isNumber ? String(standIn) : value.replace(/\d/g, '0');
};

/** Names that hold a secret in a query, a form or a body. */
const secretName = /^(api[_-]?key|key|token|secret|password|signature|authorization)$/i;

/**
 * Takes out of requests and answers what must not be kept: keys, names, addresses, bodies, ids. The same thing is always
 * replaced by the same stand-in, so that a recording still hangs together.
 */
export class Scrubber {
  readonly #ids = new Map<string, string>();
  readonly #people = new Map<string, string>();
  readonly #emails = new Map<string, string>();
  readonly #keys = new Map<string, number>();

  /** The number of an API key, in the order of first use. */
  key(key: string | null): number | null {
    return key === null ? null : ordinal(this.#keys, key, (n) => n);
  }

  /** The stand-in of an id. */
  id(id: string): string {
    return ordinal(this.#ids, id.toLowerCase(), (n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
  }

  person(name: string): string {
    return name === '' ? '' : ordinal(this.#people, name, (n) => `Person ${n}`);
  }

  email(text: string): string {
    if (!text.includes('@') || standInEmail.test(text)) return text;
    return ordinal(this.#emails, text.toLowerCase(), (n) => `person${n}@example.com`);
  }

  /** A text anywhere: ids, addresses of people and of machines, keys. */
  text(text: string): string {
    let clean = text.replace(address, (found) => this.#link(found));
    for (const key of this.#keys.keys()) if (key.length >= 8) clean = clean.replaceAll(key, 'KEY');
    return clean.replace(email, (found) => this.email(found)).replace(uuid, (found) => this.id(found));
  }

  /** A file's name: its ending alone. */
  fileName(name: string): string {
    const ending = /\.[a-z0-9]{1,5}$/i.exec(name);
    return `video${ending === null ? '' : ending[0].toLowerCase()}`;
  }

  /** A field of a form or of a query. */
  field(name: string, value: string): string {
    if (secretName.test(name)) return 'SECRET';
    const known = Object.hasOwn(personal, name) ? personal[name](this, value) : value;
    return this.text(String(known));
  }

  /** JSON, with its shape kept. */
  json(value: unknown): unknown {
    if (typeof value === 'string') return this.text(value);
    if (Array.isArray(value)) return value.map((item) => this.json(item));
    if (typeof value !== 'object' || value === null) return value;
    // FastAPI's errors repeat what was sent under `input`, and say in `loc` which field it was.
    const { loc } = value as { readonly loc?: unknown };
    const field = Array.isArray(loc) ? String(loc.at(-1)) : 'input';
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [
        name,
        this.#member(name === 'input' ? field : name, item, value as Members),
      ]),
    );
  }

  #member(name: string, value: unknown, whole: Members): unknown {
    if (secretName.test(name) && typeof value === 'string') return 'SECRET';
    if (!Object.hasOwn(personal, name)) return this.json(value);
    const tellsOfNobody = Object.hasOwn(impersonal, name) && impersonal[name](value, whole);
    return this.json(tellsOfNobody ? value : personal[name](this, value));
  }

  /** Where it leads is kept as far as the last part of its path; the machine and everything after the path is not. */
  #link(link: string): string {
    if (!URL.canParse(link)) return addressMark;
    const last = new URL(link).pathname.split('/').at(-1) ?? '';
    return `${addressMark}/media/${last}`;
  }
}

function ordinal<T>(known: Map<string, T>, value: string, standIn: (n: number) => T): T {
  const found = known.get(value) ?? standIn(known.size + 1);
  known.set(value, found);
  return found;
}
