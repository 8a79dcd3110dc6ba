import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { StrideError } from '../../engine/errors/stride-error.ts';
import { isObject, type OpenApiDocument } from './open-api-document.ts';
import { referencesOf, resolvePointer } from './references.ts';

/** Reads an OpenAPI document from a file. @throws StrideError `invalid_option` for what is none. */
export async function readDocumentFile(path: string): Promise<OpenApiDocument> {
  const text = await readFile(path, 'utf8').catch((cause: Error) => {
    throw new StrideError('invalid_option', `${path} cannot be read: ${cause.message}`, { cause });
  });
  return readDocument(text, path);
}

/**
 * Reads an OpenAPI document of version 3.0 or 3.1 from YAML or JSON.
 *
 * @param name What to call it in messages.
 * @throws StrideError `invalid_option` for anything else, and for references that lead out of it or nowhere.
 */
export function readDocument(text: string, name: string): OpenApiDocument {
  const root = parseText(text, name);
  if (!isObject(root)) throw new StrideError('invalid_option', `${name} is no OpenAPI document`);
  const version = /^3\.([01])(?:\.|$)/.exec(String(root.openapi ?? ''));
  if (version === null)
    throw new StrideError(
      'invalid_option',
      `${name} is not of OpenAPI 3.0 or 3.1 but ${root.openapi ?? root.swagger ?? 'of no version'}`,
    );
  if (!isObject(root.paths)) throw new StrideError('invalid_option', `${name} has no paths`);
  for (const reference of referencesOf(root)) {
    if (!reference.startsWith('#'))
      throw new StrideError('invalid_option', `${name} refers to ${reference}: join it into one file first`);
    if (resolvePointer(root, reference) === undefined)
      throw new StrideError('invalid_option', `${name} refers to ${reference}, which it does not have`);
  }
  return { version: version[1] === '0' ? '3.0' : '3.1', root };
}

function parseText(text: string, name: string): unknown {
  try {
    // YAML 1.2 holds JSON; aliases are bounded against documents that unfold without end.
    return parse(text, { maxAliasCount: 1000 });
  } catch (cause) {
    const words = cause instanceof Error ? cause.message : String(cause);
    throw new StrideError('invalid_option', `${name} is neither YAML nor JSON: ${words}`, { cause });
  }
}
