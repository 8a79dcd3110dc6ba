import type { FastifyRequest } from 'fastify';
import type { Static, TSchema } from 'typebox';
import { schemaFaults } from '../../../engine/errors/schema-faults.ts';
import { FieldsError } from '../../http/http-error.ts';

/** The JSON of a request to a control. @throws FieldsError for what does not fit the schema. */
export async function readBody<T extends TSchema>(request: FastifyRequest, schema: T): Promise<Static<T>> {
  const { Value } = await import('typebox/value');
  const body: unknown = request.body ?? {};
  if (Value.Check(schema, body)) return body as Static<T>;
  throw new FieldsError(
    schemaFaults(Value.Errors(schema, body)).map(({ path, message }) => ({
      loc: ['body', ...path],
      msg: message,
      type: 'control',
    })),
  );
}

/** The key that a control is meant for; undefined for every key. */
export function keyOf(request: FastifyRequest): string | undefined {
  const { apiKey } = request.query as { readonly apiKey?: string | readonly string[] };
  const key = typeof apiKey === 'string' ? apiKey : apiKey?.at(-1);
  return key === '' ? undefined : key;
}
