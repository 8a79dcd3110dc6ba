import { type Static, Type } from 'typebox';
import { closed } from './nullable.ts';

/** Every refusal but a field's. */
export const ErrorSchema = Type.Object(
  { detail: Type.String(), code: Type.Optional(Type.String({ description: 'Stable; the text may improve.' })) },
  { ...closed, title: 'Refusal' },
);

export const FieldErrorSchema = Type.Object(
  { loc: Type.Array(Type.Union([Type.String(), Type.Integer()])), msg: Type.String(), type: Type.String() },
  { ...closed, title: 'FieldError' },
);

/** 422: fields that are missing or cannot be used. */
export const ValidationErrorSchema = Type.Object(
  { detail: Type.Array(FieldErrorSchema, { minItems: 1 }) },
  { ...closed, title: 'ValidationError' },
);

export type ErrorBody = Static<typeof ErrorSchema>;
export type FieldError = Static<typeof FieldErrorSchema>;
