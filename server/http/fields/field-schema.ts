import type { FieldError } from '../../contract/schemas/errors.ts';

/** The keywords of a field's schema that requests are read by. */
export interface FieldSchema {
  readonly type?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly FieldSchema[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
}

/** What is wrong with a value, in FastAPI's words. */
export type Fault = Pick<FieldError, 'msg' | 'type'>;

/** A value as it was read, or what is wrong with it. */
export type Outcome = { readonly value: unknown } | Fault;
