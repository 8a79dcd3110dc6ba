import { type TSchema, Type } from 'typebox';

/** A value that is null when it could not be measured. */
export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

/** An object that has exactly the properties given. */
export const closed = { additionalProperties: false } as const;
