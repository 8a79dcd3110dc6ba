/** A part of a document as it was read. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** An OpenAPI document of version 3.0 or 3.1, as it was read, references and all. */
export interface OpenApiDocument {
  readonly version: '3.0' | '3.1';
  readonly root: JsonObject;
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object, or an empty one for anything else. */
export const objectOr = (value: unknown): JsonObject => (isObject(value) ? value : {});

/** The array, or an empty one for anything else. */
export const arrayOr = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
