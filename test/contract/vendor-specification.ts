import { isObject, type JsonObject } from '../../server/contract-check/open-api-document.ts';
import { resolvePointer } from '../../server/contract-check/references.ts';

/**
 * The same contract as another author would write it: OpenAPI 3.1 with types in lists for null, schemas in their
 * places instead of components, the key as a parameter of each operation, none of our own marks and paths.
 */
export function writtenByAnother(ours: JsonObject): JsonObject {
  const paths = Object.entries(ours.paths as JsonObject).map(([path, item]) => [
    path,
    Object.fromEntries(
      Object.entries(item as JsonObject).map(([method, operation]) => [method, withKey(operation as JsonObject)]),
    ),
  ]);
  const { components: _, security: __, paths: ___, ...rest } = ours;
  return rewritten({ ...rest, openapi: '3.1.0', paths: Object.fromEntries(paths) }, ours) as JsonObject;
}

function withKey(operation: JsonObject): JsonObject {
  const { security, parameters = [], ...rest } = operation;
  const open = Array.isArray(security) && security.length === 0;
  const key = { name: 'apiKey', in: 'query', required: true, schema: { type: 'string' } };
  return { ...rest, parameters: [...(parameters as readonly unknown[]), ...(open ? [] : [key])] };
}

function rewritten(value: unknown, root: JsonObject): unknown {
  if (Array.isArray(value)) return value.map((one) => rewritten(one, root));
  if (!isObject(value)) return value;
  if (typeof value.$ref === 'string') return rewritten(resolvePointer(root, value.$ref), root);
  const copy = Object.fromEntries(
    Object.entries(value)
      .filter(
        ([key, part]) => !key.startsWith('x-') && key !== 'examples' && !(key === 'title' && typeof part === 'string'),
      )
      .map(([key, part]) => [key, rewritten(part, root)]),
  );
  return copy.nullable === true ? nullableIn31(copy) : copy;
}

function nullableIn31({ nullable: _, ...schema }: JsonObject): JsonObject {
  if (typeof schema.type === 'string') return { ...schema, type: [schema.type, 'null'] };
  return { anyOf: [schema, { type: 'null' }] };
}

/** Changes one place of a document; the place has to be there. */
export function planted(
  document: JsonObject,
  place: readonly string[],
  change: (value: unknown) => unknown,
): JsonObject {
  const [key, ...rest] = place;
  if (!Object.hasOwn(document, key)) throw new Error(`no ${key} among ${Object.keys(document).join(', ')}`);
  const inner = document[key];
  const value = rest.length === 0 ? change(inner) : planted(inner as JsonObject, rest, change);
  const entries = Object.entries({ ...document, [key]: value }).filter(([, one]) => one !== undefined);
  return Array.isArray(document)
    ? (entries.map(([, one]) => one) as unknown as JsonObject)
    : Object.fromEntries(entries);
}
