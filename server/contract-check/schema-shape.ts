/** Types of JSON as schemas name them. */
export type JsonType = 'null' | 'boolean' | 'integer' | 'number' | 'string' | 'array' | 'object';

/** What one schema allows, whichever version of OpenAPI it is written in. */
export interface SchemaShape {
  /** Null for any type. `number` includes whole numbers. */
  readonly types: ReadonlySet<JsonType> | null;
  /** Allowed values as JSON, sorted; null for any. */
  readonly values: readonly string[] | null;
  readonly format: string | null;
  /** `minimum`, `pattern` and the like, by keyword. */
  readonly limits: ReadonlyMap<string, string>;
  readonly properties: ReadonlyMap<string, LazyShape>;
  readonly required: ReadonlySet<string>;
  /** Whether properties beside the named ones are allowed; a shape where they have one. */
  readonly additional: boolean | LazyShape;
  /** The items' shape, or the places' shapes. */
  readonly items: LazyShape | null;
  readonly places: readonly LazyShape[] | null;
  /** Alternatives, of which a value fits one; null where there is but one. */
  readonly variants: readonly LazyShape[] | null;
  /** Whether null is one of the variants. */
  readonly orNull: boolean;
  readonly defaultValue: string | null;
  /** Id of the decision that the schema is marked with. */
  readonly decision: string | null;
  /** Name of the referenced component, for messages. */
  readonly name: string | null;
}

/** A shape that is worked out when it is asked for, so that schemas may contain themselves. */
export interface LazyShape {
  /** Two shapes with one key are of one schema. */
  readonly key: string;
  read(): SchemaShape;
}
