import type { TObject, TSchema } from 'typebox';
import { type HttpErrorName, httpErrors } from '../errors.ts';
import { errorsOf } from '../operations/general-errors.ts';
import type { Operation, OperationTag, RequestBody } from '../operations/operation.ts';
import { operations } from '../operations/operations.ts';
import { named } from './named-examples.ts';
import type { ExampleObject, OpenApiDocument, OperationObject, ParameterObject } from './openapi-types.ts';
import { errorResponse, responsesOf } from './responses.ts';
import { SchemaConverter } from './schema-converter.ts';
import { decisionsOf } from './schema-decisions.ts';
import { webhookObjects } from './webhook-object.ts';

/** Of the contract, not of the software: it moves when an answer does. */
const contractVersion = '1.0.0';

const description = `Running biomechanics from a short video. A client of the Ochy Partner API changes the base URL and nothing else.

Every request carries the key: \`?apiKey=KEY\`. Units are metric: metres and kilograms. Send a video to \`POST /analysis/start\`, then request \`GET /analysis/{analysis_id}/results\` every 3 to 5 seconds until it says \`success\` or \`failed\`, or save a webhook to be notified.

Error answers have the form \`{"detail": …, "code": …}\`; invalid fields are answered 422 with a list in \`detail\`. \`x-decision\` and \`x-decisions\` name this project's own decisions; \`docs/known-differences.md\` explains each.`;

const tags: Readonly<Record<OperationTag, string>> = {
  Analyses: 'From a video to scores, numbers and frames.',
  Subjects: 'The runners whose analyses belong together.',
  Webhook: 'Being told instead of asking.',
  Service: 'What is ours alone: documents, health, pictures. No key is needed.',
};

/**
 * The OpenAPI 3.0 document of every endpoint.
 *
 * @param baseUrl Where the server is reached.
 */
export function openApiDocument(baseUrl: string): OpenApiDocument {
  const converter = new SchemaConverter();
  const paths: Record<string, Record<string, OperationObject>> = {};
  for (const operation of operations) {
    for (const [index, path] of [operation.path, ...(operation.aliases ?? [])].entries()) {
      paths[path] = {
        ...paths[path],
        [operation.method.toLowerCase()]: operationObject(operation, index, converter),
      };
    }
  }
  const used = [...new Set(operations.flatMap(errorsOf))];
  return {
    openapi: '3.0.3',
    info: {
      title: 'StrideLab Partner API',
      version: contractVersion,
      description,
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: baseUrl }],
    security: [{ apiKey: [] }],
    tags: Object.entries(tags).map(([name, text]) => ({ name, description: text })),
    paths,
    'x-webhooks': webhookObjects(converter),
    components: {
      securitySchemes: {
        apiKey: { type: 'apiKey', in: 'query', name: 'apiKey', description: 'From `stridelab keys create`.' },
      },
      schemas: converter.components(),
      responses: Object.fromEntries(used.map((name) => [name, errorResponse([name], converter)])),
      examples: errorExamples(used),
    },
  };
}

/** @param spelling 0 for the path itself, then its older spellings. */
function operationObject(operation: Operation, spelling: number, converter: SchemaConverter): OperationObject {
  const parameters = [
    ...parametersOf(operation.params, 'path', converter),
    ...parametersOf(operation.query, 'query', converter),
    ...parametersOf(operation.headers, 'header', converter),
  ];
  return {
    operationId: spelling === 0 ? operation.id : `${operation.id}Alias${spelling}`,
    tags: [operation.tag],
    summary: operation.summary,
    description: operation.description,
    ...(spelling > 0 && { deprecated: true as const }),
    ...(operation.open === true && { security: [] as const }),
    'x-decisions': decisionsOf(operation),
    ...(parameters.length > 0 && { parameters }),
    ...(operation.body !== undefined && {
      requestBody: { required: true as const, content: requestContent(operation.body, converter) },
    }),
    responses: responsesOf(operation, converter),
  };
}

function parametersOf(schema: TObject | undefined, place: ParameterObject['in'], converter: SchemaConverter) {
  if (schema === undefined) return [];
  const required: readonly string[] = schema.required ?? [];
  return Object.entries(schema.properties).map(([name, property]): ParameterObject => {
    const { description: text, ...rest } = converter.convert(property as TSchema);
    return {
      name,
      in: place,
      required: required.includes(name),
      ...(typeof text === 'string' && { description: text }),
      schema: rest,
    };
  });
}

const requestContent = ({ type, schema, examples }: RequestBody, converter: SchemaConverter) => ({
  [type]: { schema: converter.convert(schema), examples: named(examples) },
});

/** The body of every refusal of the catalogue. */
function errorExamples(names: readonly HttpErrorName[]): Record<string, ExampleObject> {
  return Object.fromEntries(
    names.map((name) => {
      const { detail, code } = httpErrors[name];
      return [name, { summary: detail, value: { detail, ...(code !== null && { code }) } }];
    }),
  );
}
