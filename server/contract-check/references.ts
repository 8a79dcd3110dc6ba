import { isObject, type JsonObject } from './open-api-document.ts';

/** What a reference such as `#/components/schemas/Subject` points at; undefined for nothing (RFC 6901). */
export function resolvePointer(root: JsonObject, reference: string): unknown {
  let value: unknown = root;
  for (const token of reference.replace(/^#\/?/, '').split('/')) {
    if (token === '' && value === root) continue;
    const key = decodeURIComponent(token).replaceAll('~1', '/').replaceAll('~0', '~');
    if (Array.isArray(value)) value = value[Number(key)];
    else if (isObject(value) && Object.hasOwn(value, key)) value = value[key];
    else return undefined;
  }
  return value;
}

const mostSteps = 100;

/** Follows a value's references to what is no reference. @throws Error for references in a circle. */
export function dereference(root: JsonObject, value: unknown): unknown {
  let current = value;
  for (let step = 0; step < mostSteps; step++) {
    if (!isObject(current) || typeof current.$ref !== 'string') return current;
    current = resolvePointer(root, current.$ref);
  }
  throw new Error('references that lead to each other in a circle');
}

/** Every reference in a document, examples left out. */
export function referencesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesOf);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    if (key === '$ref' && typeof part === 'string') return [part];
    return key === 'example' || key === 'examples' || key === 'default' ? [] : referencesOf(part);
  });
}
