import { isDeepStrictEqual } from 'node:util';
import type { TSchema } from 'typebox';
import type { SchemaObject } from './openapi-types.ts';

type JsonSchema = Readonly<Record<string, unknown>>;

/** Keywords that mean the same in JSON Schema and in OpenAPI 3.0. */
const shared = new Set([
  'type',
  'title',
  'description',
  'default',
  'enum',
  'format',
  'pattern',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'additionalProperties',
]);

/**
 * Writes JSON Schemas as OpenAPI 3.0 does, which has its own words for null, constants and tuples. A schema with a `title`
 * becomes a component of that name, and is referred to.
 */
export class SchemaConverter {
  readonly #components = new Map<string, SchemaObject>();

  /** Every component that was met, in alphabetical order. */
  components(): Readonly<Record<string, SchemaObject>> {
    return Object.fromEntries([...this.#components].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** @throws Error for a keyword that OpenAPI 3.0 cannot say, and for two different schemas of one title. */
  convert(schema: TSchema): SchemaObject {
    return this.#referred(schema as JsonSchema);
  }

  #referred(schema: JsonSchema): SchemaObject {
    const { title } = schema;
    if (typeof title !== 'string') return this.#plain(schema);
    const known = this.#components.get(title);
    const component = this.#plain(schema);
    if (known !== undefined && !isDeepStrictEqual(known, component))
      throw new Error(`two different schemas are called ${title}`);
    this.#components.set(title, component);
    return { $ref: `#/components/schemas/${title}` };
  }

  #plain(schema: JsonSchema): SchemaObject {
    if (Array.isArray(schema.anyOf)) return this.#union(schema, schema.anyOf as readonly JsonSchema[]);
    const result: Record<string, unknown> = {};
    for (const [keyword, value] of Object.entries(schema)) Object.assign(result, this.#keyword(keyword, value, schema));
    return result;
  }

  #keyword(keyword: string, value: unknown, schema: JsonSchema): SchemaObject {
    if (keyword === 'enum') return { type: typeof (value as readonly unknown[])[0], enum: value };
    if (shared.has(keyword) || keyword.startsWith('x-')) return { [keyword]: value };
    if (keyword === 'const') return { enum: [value] };
    if (keyword === 'examples') return { example: (value as readonly unknown[])[0] };
    if (keyword === 'items') return this.#items(value as JsonSchema | readonly JsonSchema[]);
    if (keyword === 'properties')
      return { properties: this.#properties(value as Readonly<Record<string, JsonSchema>>) };
    if (keyword === 'required') return requiredOf(schema);
    // A tuple's length says the same.
    if (keyword === 'additionalItems') return {};
    throw new Error(`OpenAPI 3.0 cannot say ${keyword}`);
  }

  #properties(properties: Readonly<Record<string, JsonSchema>>): SchemaObject {
    return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, this.#referred(schema)]));
  }

  #items(items: JsonSchema | readonly JsonSchema[]): SchemaObject {
    if (!Array.isArray(items)) return { items: this.#referred(items as JsonSchema) };
    const [first, ...others] = (items as readonly JsonSchema[]).map((item) => this.#referred(item));
    const alike = others.every((other) => isDeepStrictEqual(other, first));
    // OpenAPI 3.0 knows one schema for all items: where they differ, any of them may stand anywhere.
    const distinct = [first, ...others].filter(
      (item, index, all) => all.findIndex((other) => isDeepStrictEqual(item, other)) === index,
    );
    return { items: alike ? first : { anyOf: distinct }, minItems: items.length, maxItems: items.length };
  }

  #union(schema: JsonSchema, alternatives: readonly JsonSchema[]): SchemaObject {
    const { anyOf: _, ...around } = schema;
    const outer = this.#plain(around);
    const others = alternatives.filter(({ type }) => type !== 'null').map((one) => this.#referred(one));
    if (others.length === alternatives.length) return { ...outer, anyOf: others };
    const [only] = others;
    if (others.length > 1) return { ...outer, nullable: true, anyOf: others };
    if ('$ref' in only) return { ...outer, nullable: true, allOf: [only] };
    // A value must be in `enum` even where it may be null.
    const withNull = Array.isArray(only.enum) ? { enum: [...only.enum, null] } : {};
    return { ...only, ...withNull, ...outer, nullable: true };
  }
}

/** A field with a default may be left out. */
function requiredOf({ required, properties }: JsonSchema): SchemaObject {
  const fields = properties as Readonly<Record<string, JsonSchema>>;
  const needed = (required as readonly string[]).filter((name) => !('default' in fields[name]));
  return needed.length === 0 ? {} : { required: needed };
}
