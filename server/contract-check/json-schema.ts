import { isObject, type JsonObject, type OpenApiDocument, objectOr } from './open-api-document.ts';

/**
 * A schema of an OpenAPI document as JSON Schema 2020-12 with the document's component schemas beside it, so that its
 * references hold. OpenAPI 3.0's `nullable` and boolean `exclusiveMinimum` are written as JSON Schema has them.
 */
export function toJsonSchema({ root }: OpenApiDocument, schema: unknown): JsonObject {
  const { schemas } = objectOr(root.components);
  return { allOf: [converted(schema, 'schema')], components: { schemas: converted(schemas ?? {}, 'map') } };
}

/** Whether a value is a schema, a map of schemas by name, or JSON that stands for itself. */
type Role = 'schema' | 'map' | 'data';

const dataKeywords: ReadonlySet<string> = new Set(['enum', 'const', 'default', 'example', 'examples']);
const mapKeywords: ReadonlySet<string> = new Set([
  'properties',
  'patternProperties',
  '$defs',
  'dependentSchemas',
  'schemas',
]);

function converted(value: unknown, role: Role): unknown {
  if (role === 'data') return value;
  if (Array.isArray(value)) return value.map((one) => converted(one, 'schema'));
  if (!isObject(value)) return value;
  const copy = Object.fromEntries(
    Object.entries(value).map(([key, part]) => {
      if (role === 'map') return [key, converted(part, 'schema')];
      if (dataKeywords.has(key)) return [key, part];
      return [key, converted(part, mapKeywords.has(key) ? 'map' : 'schema')];
    }),
  );
  return role === 'map' ? copy : asJsonSchema(copy);
}

function asJsonSchema(schema: JsonObject): JsonObject {
  const { nullable, ...rest } = withNumericLimits(schema);
  // What stands beside a reference in 3.0 is a comment.
  const own = typeof rest.$ref === 'string' ? { $ref: rest.$ref } : rest;
  if (nullable !== true) return own;
  if (typeof own.type !== 'string') return { anyOf: [own, { type: 'null' }] };
  const listed = Array.isArray(own.enum) ? { enum: [...own.enum, null] } : {};
  return { ...own, ...listed, type: [own.type, 'null'] };
}

function withNumericLimits(schema: JsonObject): JsonObject {
  const copy: Record<string, unknown> = { ...schema };
  for (const [exclusive, plain] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    if (copy[exclusive] === true) {
      copy[exclusive] = copy[plain];
      delete copy[plain];
    } else if (copy[exclusive] === false) delete copy[exclusive];
  }
  return copy;
}
