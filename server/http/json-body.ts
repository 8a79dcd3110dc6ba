import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { FieldError } from '../contract/schemas/errors.ts';
import type { FieldInspector } from './field-inspector.ts';
import { type ObjectSchema, readJsonFields } from './fields/read-json.ts';
import { FieldsError } from './http-error.ts';

/** No JSON of the contract comes near. */
export const maxJsonBytes = 65_536;

const fault = (msg: string, type: string): FieldError => ({ loc: ['body'], msg, type });

/** Keeps a request's bytes, whatever they are called, for {@link jsonBodyOf} to read. */
export function keepBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: maxJsonBytes }, (_request, bytes, done) => {
    done(null, bytes);
  });
}

/** What JSON is held against beside its schema. */
export interface JsonChecks {
  readonly inspectFields?: FieldInspector | undefined;
  /** Shown the fields that fit their schemas. */
  readonly judgeFields?: ((fields: Readonly<Record<string, unknown>>) => readonly FieldError[]) | undefined;
}

/**
 * The fields of a request's JSON object, read by a schema.
 *
 * @throws FieldsError for what is missing, is no JSON, or does not fit the schema.
 */
export function jsonBodyOf(
  request: FastifyRequest,
  schema: ObjectSchema,
  { inspectFields, judgeFields }: JsonChecks = {},
): Readonly<Record<string, unknown>> {
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  if (bytes.length === 0) throw new FieldsError([fault('Field required', 'missing')]);
  const json = isJson(request) ? parsed(bytes) : bytes.toString('latin1');
  const { values, errors } = readJsonFields(schema, json);
  const names = Object.keys(schema.properties);
  const unknown = inspectFields?.(request, fieldsOf(json), names) ?? [];
  const wrong = [...errors, ...(judgeFields?.(values) ?? [])].sort((a, b) => placeOf(a, names) - placeOf(b, names));
  if (wrong.length + unknown.length > 0) throw new FieldsError([...wrong, ...unknown]);
  return values;
}

/** Errors stand in the order of the schema's fields. */
const placeOf = ({ loc }: FieldError, names: readonly string[]): number => names.indexOf(String(loc[1]));

const fieldsOf = (json: unknown): Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json) ? Object.fromEntries(Object.entries(json)) : {};

/** Without a content type a body is taken for JSON; under any other it is a text, which no schema fits. */
function isJson(request: FastifyRequest): boolean {
  const type = request.headers['content-type']?.split(';')[0].trim().toLowerCase();
  return type === undefined || type === '' || /^application\/([\w.-]+\+)?json$/.test(type);
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // Both say no more than that it is no JSON.
    throw new FieldsError([fault('JSON decode error', 'json_invalid')]);
  }
}
