import fc from 'fast-check';
import { arrayOr, isObject, type JsonObject, objectOr } from '../../server/contract-check/open-api-document.ts';
import { dereference } from '../../server/contract-check/references.ts';

/** Values that a schema of an OpenAPI 3.0 document allows. @throws Error for a keyword that is not known here. */
export function schemaArbitrary(root: JsonObject, schema: unknown): fc.Arbitrary<unknown> {
  const target = objectOr(dereference(root, schema));
  const value = valueArbitrary(root, target);
  return target.nullable === true ? fc.oneof({ arbitrary: value, weight: 4 }, fc.constant(null)) : value;
}

function valueArbitrary(root: JsonObject, schema: JsonObject): fc.Arbitrary<unknown> {
  const alternatives = arrayOr(schema.anyOf ?? schema.oneOf ?? schema.allOf);
  if (alternatives.length > 0) return fc.oneof(...alternatives.map((one) => schemaArbitrary(root, one)));
  const listed = arrayOr(schema.enum);
  if (listed.length > 0) return fc.constantFrom(...listed);
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'integer') return fc.integer(limits(schema));
  if (schema.type === 'number') return numberArbitrary(schema);
  if (schema.type === 'array') return fc.array(schemaArbitrary(root, schema.items), { maxLength: 4 });
  if (schema.type === 'object') return objectArbitrary(root, schema);
  if (schema.type === 'string') return stringArbitrary(schema);
  throw new Error(`no value is known for ${JSON.stringify(schema)}`);
}

const limits = ({ minimum, maximum }: JsonObject): { min?: number; max?: number } => ({
  ...(typeof minimum === 'number' && { min: minimum }),
  ...(typeof maximum === 'number' && { max: maximum }),
});

/** The limits themselves come often. */
function numberArbitrary(schema: JsonObject): fc.Arbitrary<number> {
  const edges = [schema.minimum, schema.maximum].filter((edge) => typeof edge === 'number');
  const within = fc.double({ ...limits(schema), noNaN: true, noDefaultInfinity: true });
  return edges.length === 0 ? within : fc.oneof({ arbitrary: within, weight: 3 }, fc.constantFrom(...edges));
}

function objectArbitrary(root: JsonObject, schema: JsonObject): fc.Arbitrary<unknown> {
  const required = arrayOr(schema.required).map(String);
  const properties = Object.entries(objectOr(schema.properties)).map(
    ([name, property]) => [name, name === 'url' ? anyUrl : schemaArbitrary(root, property)] as const,
  );
  return fc.record(Object.fromEntries(properties), { requiredKeys: required });
}

/** Addresses, which are more than their schema can say. */
const anyUrl = fc.oneof(
  fc.webUrl({ validSchemes: ['https'], withQueryParameters: true }),
  fc.webUrl({ validSchemes: ['http', 'ftp', 'https'], withFragments: true }),
  fc.ipV4().map((address) => `https://${address}/`),
  fc.ipV6().map((address) => `https://[${address}]/`),
  fc.string({ unit: 'grapheme' }).map((text) => `https://${text}`),
);

function stringArbitrary(schema: JsonObject): fc.Arbitrary<string> {
  if (schema.format === 'uuid') return fc.uuid({ version: 4 });
  if (schema.format === 'email') return fc.emailAddress();
  if (schema.format === 'date-time') return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
  if (typeof schema.pattern === 'string') return fc.stringMatching(new RegExp(schema.pattern));
  const { minLength, maxLength } = schema;
  return fc.string({
    unit: 'grapheme',
    ...(typeof minLength === 'number' && { minLength }),
    maxLength: typeof maxLength === 'number' ? Math.min(maxLength, 50) : 50,
  });
}

/** Values that hardly any schema allows, and some that do harm to careless readers. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    '',
    ' ',
    0,
    -1,
    1e308,
    -0,
    175,
    [],
    {},
    [[[[]]]],
    'null',
    'undefined',
    '__proto__',
    'constructor',
    '\u0000',
    '\ud83c',
    '\u202e',
    'a'.repeat(5000),
    '走'.repeat(300),
    "'; DROP TABLE subjects; --",
    '../../../../etc/passwd',
    '%00%2e%2e',
    '{{7*7}}',
    '<script>alert(1)</script>',
    '2025-02-30T25:61:61Z',
    '9'.repeat(400),
    '1e999',
    '0x10',
    '٣',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.double(),
  fc.jsonValue({ maxDepth: 3 }),
);

/** An object with one thing wrong: a field that is gone, another value, a field too many, or another object altogether. */
export function nearly(valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .tuple(valid, fc.nat(), hostileValue, fc.constantFrom('drop', 'spoil', 'add', 'replace'))
    .map(([value, at, bad, how]) => {
      if (!isObject(value) || how === 'replace') return bad;
      const names = Object.keys(value);
      const name = names[at % Math.max(1, names.length)] ?? 'name';
      if (how === 'add') return { ...value, [typeof bad === 'string' ? bad : 'extra']: bad };
      if (how === 'spoil') return { ...value, [name]: bad };
      return Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));
    });
}
