import { type HttpErrorName, httpErrors } from '../errors.ts';
import { errorsOf } from '../operations/general-errors.ts';
import type { Answer, Operation } from '../operations/operation.ts';
import { ErrorSchema, type FieldError, ValidationErrorSchema } from '../schemas/errors.ts';
import { named } from './named-examples.ts';
import type { MediaTypeObject, Reference, ResponseObject } from './openapi-types.ts';
import type { SchemaConverter } from './schema-converter.ts';

/** Everything that an operation may be answered with, by status. */
export function responsesOf(
  operation: Operation,
  converter: SchemaConverter,
): Record<string, ResponseObject | Reference> {
  const errors = errorsOf(operation);
  const statuses = new Set([
    ...Object.keys(operation.answers).map(Number),
    ...Object.keys(operation.bodiless ?? {}).map(Number),
    ...errors.map((name) => httpErrors[name].status),
    ...(operation.body === undefined ? [] : [422]),
  ]);
  const responses: Record<string, ResponseObject | Reference> = {};
  for (const status of [...statuses].sort((a, b) => a - b)) {
    const bodiless = operation.bodiless?.[status];
    if (bodiless !== undefined) {
      responses[status] = { description: bodiless, content: {} };
      continue;
    }
    const names = errors.filter((name) => httpErrors[name].status === status);
    responses[status] =
      status === 422
        ? fieldsResponse(operation.body?.refused ?? {}, converter)
        : responseOf(operation.answers[status], names, converter);
  }
  return responses;
}

function responseOf(
  answer: Answer | undefined,
  errors: readonly HttpErrorName[],
  converter: SchemaConverter,
): ResponseObject | Reference {
  if (answer === undefined)
    return errors.length === 1 ? { $ref: `#/components/responses/${errors[0]}` } : errorResponse(errors, converter);
  const refusal = errors.length === 0 ? null : errorResponse(errors, converter);
  const type = answer.type ?? 'application/json';
  const own: MediaTypeObject = {
    schema: converter.convert(answer.schema),
    ...(Object.keys(answer.examples).length > 0 && { examples: named(answer.examples) }),
  };
  const others = Object.entries(answer.alsoAs ?? {}).map(([name, { schema, example }]): [string, MediaTypeObject] => [
    name,
    { schema: converter.convert(schema), ...(example !== undefined && { examples: named({ example }) }) },
  ]);
  const content = { [type]: own, ...Object.fromEntries(others) };
  if (refusal === null) return { description: answer.description, content };
  const refused = refusal.content['application/json'];
  return {
    description: `${answer.description} Or: ${refusal.description}`,
    content: {
      ...content,
      'application/json': {
        schema: { anyOf: [own.schema, refused.schema] },
        examples: { ...own.examples, ...refused.examples },
      },
    },
  };
}

/** How some refusals of one status are answered. */
export function errorResponse(names: readonly HttpErrorName[], converter: SchemaConverter): ResponseObject {
  const texts = new Set(names.map((name) => httpErrors[name].detail));
  return {
    description: `${[...texts].join('; ')}.`,
    ...((names.includes('rate_limited') || names.includes('store_unavailable')) && {
      headers: { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer', minimum: 1 } } },
    }),
    content: {
      'application/json': {
        schema: converter.convert(ErrorSchema),
        examples: Object.fromEntries(names.map((name) => [name, { $ref: `#/components/examples/${name}` }])),
      },
    },
  };
}

const fieldsResponse = (
  refused: Readonly<Record<string, readonly FieldError[]>>,
  converter: SchemaConverter,
): ResponseObject => ({
  description: 'Fields are missing or invalid; each is named.',
  content: {
    'application/json': {
      schema: converter.convert(ValidationErrorSchema),
      examples: named(Object.fromEntries(Object.entries(refused).map(([name, detail]) => [name, { detail }]))),
    },
  },
});
