import { arrayOr, isObject, type JsonObject, objectOr } from './open-api-document.ts';
import { dereference } from './references.ts';
import type { JsonType, LazyShape, SchemaShape } from './schema-shape.ts';

/** Requests leave out `readOnly` properties, answers `writeOnly` ones. */
export type Direction = 'request' | 'answer';

/** Reads schemas of OpenAPI 3.0 and 3.1 into shapes that can be compared. */
export class ShapeReader {
  readonly #root: JsonObject;
  readonly #direction: Direction;
  readonly #keys = new Map<unknown, string>();

  constructor(root: JsonObject, direction: Direction) {
    this.#root = root;
    this.#direction = direction;
  }

  lazy(schema: unknown): LazyShape {
    const target = dereference(this.#root, schema);
    const name = isObject(schema) && typeof schema.$ref === 'string' ? (schema.$ref.split('/').at(-1) ?? null) : null;
    let shape: SchemaShape | null = null;
    return {
      key: this.#keyOf(target),
      read: () => {
        shape ??= { ...this.#read(target), ...(name !== null && { name }) };
        return shape;
      },
    };
  }

  #keyOf(target: unknown): string {
    const key = this.#keys.get(target) ?? String(this.#keys.size);
    this.#keys.set(target, key);
    return key;
  }

  #read(target: unknown): SchemaShape {
    if (target === false) return { ...anything, types: new Set() };
    if (!isObject(target)) return anything;
    const { allOf, anyOf, oneOf } = target;
    const parts = arrayOr(allOf).map((part) => this.#readPart(part));
    const alternatives = [anyOf, oneOf]
      .filter(Array.isArray)
      .map((list: readonly unknown[]) => this.#readVariants(list));
    const whole = [...parts, ...alternatives].reduce(both, this.#readOwn(target));
    // Strictly, 3.0's `nullable` needs a `type` beside it; writers put it beside `anyOf` and `allOf` all the same.
    return target.nullable === true && target.type === undefined ? alsoNull(whole) : whole;
  }

  #readPart = (schema: unknown): SchemaShape => this.lazy(schema).read();

  #readOwn(schema: JsonObject): SchemaShape {
    const hidden = this.#direction === 'request' ? 'readOnly' : 'writeOnly';
    const properties = new Map<string, LazyShape>();
    const hiddenNames = new Set<string>();
    for (const [name, property] of Object.entries(objectOr(schema.properties))) {
      if (objectOr(dereference(this.#root, property))[hidden] === true) hiddenNames.add(name);
      else properties.set(name, this.lazy(property));
    }
    const { additionalProperties: additional = true } = schema;
    const places = schema.prefixItems ?? (Array.isArray(schema.items) ? schema.items : undefined);
    return withEvenPlaces({
      types: typesOf(schema),
      values: valuesOf(schema),
      format: typeof schema.format === 'string' ? schema.format : null,
      limits: limitsOf(schema),
      properties,
      required: new Set(
        arrayOr(schema.required)
          .map(String)
          .filter((name) => !hiddenNames.has(name)),
      ),
      additional:
        isObject(additional) && Object.keys(additional).length > 0 ? this.lazy(additional) : additional !== false,
      items: isObject(schema.items) ? this.lazy(schema.items) : null,
      places: Array.isArray(places) ? places.map((place) => this.lazy(place)) : null,
      variants: null,
      orNull: false,
      defaultValue: schema.default === undefined ? null : JSON.stringify(schema.default),
      decision: typeof schema['x-decision'] === 'string' ? schema['x-decision'] : null,
      name: null,
    });
  }

  /** Null among the alternatives, and alternatives that only differ by type, become types of one shape. */
  #readVariants(list: readonly unknown[]): SchemaShape {
    const shapes = list.map((schema) => this.lazy(schema));
    const isNull = (shape: LazyShape): boolean => {
      const { types, values } = shape.read();
      return (types?.size === 1 && types.has('null')) || (values?.length === 1 && values[0] === 'null');
    };
    const others = shapes.filter((shape) => !isNull(shape));
    const nullable = others.length < shapes.length;
    if (others.length === 1) return nullable ? alsoNull(others[0].read()) : others[0].read();
    const plain = others.map((shape) => shape.read());
    if (plain.length > 0 && plain.every(isPlain)) {
      const merged = anyOfPlain(plain);
      return nullable ? alsoNull(merged) : merged;
    }
    return { ...anything, variants: others, orNull: nullable };
  }
}

const anything: SchemaShape = {
  types: null,
  values: null,
  format: null,
  limits: new Map(),
  properties: new Map(),
  required: new Set(),
  additional: true,
  items: null,
  places: null,
  variants: null,
  orNull: false,
  defaultValue: null,
  decision: null,
  name: null,
};

function typesOf({ type, nullable, enum: listed, const: only }: JsonObject): ReadonlySet<JsonType> | null {
  const named = (Array.isArray(type) ? type : [type]).filter((one): one is JsonType => typeof one === 'string');
  if (named.length > 0) return new Set(nullable === true ? [...named, 'null' as const] : named);
  const values = only === undefined ? arrayOr(listed) : [only];
  return values.length === 0 ? null : new Set(values.map(typeOf));
}

function typeOf(value: unknown): JsonType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value as 'string' | 'boolean' | 'object';
}

function valuesOf(schema: JsonObject): readonly string[] | null {
  if (schema.const !== undefined) return [JSON.stringify(schema.const)];
  if (!Array.isArray(schema.enum)) return null;
  const listed = schema.enum.map((value) => JSON.stringify(value));
  return [...new Set(schema.nullable === true ? [...listed, 'null'] : listed)].sort();
}

const limitKeywords = [
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'pattern',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
] as const;

/** OpenAPI 3.0 writes `exclusiveMinimum: true` beside the minimum, 3.1 the number itself. */
function limitsOf(schema: JsonObject): ReadonlyMap<string, string> {
  const limits = new Map<string, string>();
  for (const keyword of limitKeywords) {
    const value = schema[keyword];
    if (value !== undefined && value !== false) limits.set(keyword, String(value));
  }
  for (const [exclusive, plain] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    if (schema[exclusive] !== true) continue;
    limits.delete(exclusive);
    const value = limits.get(plain);
    limits.delete(plain);
    if (value !== undefined) limits.set(exclusive, value);
  }
  for (const [keyword, none] of [
    ['minLength', '0'],
    ['minItems', '0'],
    ['minProperties', '0'],
  ] as const) {
    if (limits.get(keyword) === none) limits.delete(keyword);
  }
  return limits;
}

/** Places that are all alike are items, as OpenAPI 3.0 has to write them. */
function withEvenPlaces(shape: SchemaShape): SchemaShape {
  const { places } = shape;
  if (places === null || places.length === 0) return shape;
  const texts = new Set(places.map((place) => shapeText(place.read())));
  if (texts.size > 1) return shape;
  const count = String(places.length);
  const limits = new Map([...shape.limits, ['minItems', count], ['maxItems', count]]);
  return { ...shape, places: null, items: places[0], limits };
}

const shapeText = ({ types, values, format, limits }: SchemaShape): string =>
  JSON.stringify([[...(types ?? [])].sort(), values, format, [...limits].sort()]);

/** A shape that says nothing but its types and values. */
const isPlain = ({ types, limits, properties, items, places, variants, format }: SchemaShape): boolean =>
  types !== null &&
  limits.size === 0 &&
  properties.size === 0 &&
  items === null &&
  places === null &&
  variants === null &&
  format === null &&
  !types.has('object') &&
  !types.has('array');

/** Types and values of all of them together. */
function anyOfPlain(shapes: readonly SchemaShape[]): SchemaShape {
  const types = shapes.flatMap((shape) => (shape.types === null ? [] : [...shape.types]));
  const values = shapes.some((shape) => shape.values === null) ? null : shapes.flatMap((shape) => shape.values ?? []);
  return { ...shapes[0], types: new Set(types), values: values === null ? null : [...new Set(values)].sort() };
}

const alsoNull = (shape: SchemaShape): SchemaShape => ({
  ...shape,
  types: shape.types === null ? null : new Set([...shape.types, 'null']),
  orNull: shape.variants !== null,
  values: shape.values === null ? null : [...new Set([...shape.values, 'null'])].sort(),
});

/** What fits both of two shapes, as `allOf` asks. */
function both(one: SchemaShape, other: SchemaShape): SchemaShape {
  const { types, values } = other;
  return {
    types:
      one.types === null || types === null
        ? (one.types ?? types)
        : new Set([...one.types].filter((type) => types.has(type))),
    values:
      one.values === null || values === null
        ? (one.values ?? values)
        : one.values.filter((value) => values.includes(value)),
    format: other.format ?? one.format,
    limits: new Map([...one.limits, ...other.limits]),
    properties: new Map([...one.properties, ...other.properties]),
    required: new Set([...one.required, ...other.required]),
    additional: one.additional === true ? other.additional : one.additional,
    items: other.items ?? one.items,
    places: other.places ?? one.places,
    variants: other.variants ?? one.variants,
    orNull: other.orNull || one.orNull,
    defaultValue: one.defaultValue ?? other.defaultValue,
    decision: one.decision ?? other.decision,
    name: one.name ?? other.name,
  };
}
