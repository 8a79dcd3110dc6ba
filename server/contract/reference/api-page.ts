import { decisions } from '../decisions/catalogue.ts';
import { httpErrors } from '../errors.ts';
import { openApiDocument } from '../openapi/document.ts';
import type {
  ExampleObject,
  MediaTypeObject,
  OpenApiDocument,
  OperationObject,
  Reference,
  ResponseObject,
} from '../openapi/openapi-types.ts';
import { anyErrors, keyErrors } from '../operations/general-errors.ts';
import { exampleText } from './example-text.ts';
import { fieldTable } from './field-table.ts';
import { typeText } from './type-text.ts';

/** `docs/reference/api.md`: the OpenAPI document for people. */
export function apiPage(): string {
  const document = openApiDocument('http://127.0.0.1:8080');
  const endpoints = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
  );
  return `${[
    '# API reference',
    '',
    'Written by `npm run docs` from `server/contract/`; change it there. The same is served as `GET /openapi.yaml`.',
    '',
    String(document.info.description),
    '',
    '| endpoint | |',
    '|---|---|',
    ...endpoints.map(
      ({ name, operation }) => `| [\`${name}\`](#${operation.operationId.toLowerCase()}) | ${operation.summary} |`,
    ),
    '',
    '## Refusals of every endpoint',
    '',
    '| refused | body |',
    '|---|---|',
    ...[...anyErrors, ...keyErrors].map((name) =>
      refusalRow(String(httpErrors[name].status), document.components.examples[name]),
    ),
    '',
    `The last ${keyErrors.length} apply only where a key is needed. Each endpoint lists its further refusals.`,
    ...endpoints.flatMap(({ name, operation }) => endpointSection(name, operation, document)),
    ...webhookSection(document),
    '',
    '## Schemas',
    ...Object.entries(document.components.schemas).flatMap(([name, schema]) => [
      '',
      `### ${name}`,
      '',
      ...(schema.properties === undefined ? [`${typeText(schema)}.`] : fieldTable(schema)),
    ]),
  ].join('\n')}\n`;
}

function endpointSection(name: string, operation: OperationObject, document: OpenApiDocument): string[] {
  const heading = ['', `## ${operation.operationId}`, '', `\`${name}\`: ${operation.summary}.`];
  if (operation.deprecated === true) return [...heading, '', operation.description];
  return [
    ...heading,
    '',
    operation.description,
    ...(operation.security === undefined ? [] : ['', 'Needs no key.']),
    ...parameterTable(operation),
    ...bodySection(operation, document),
    ...answerSections(operation, document),
    ...refusalTable(operation, document),
    ...decisionList(operation),
  ];
}

function parameterTable({ parameters }: Pick<OperationObject, 'parameters'>): string[] {
  if (parameters === undefined) return [];
  const rows = parameters.map(
    ({ name, in: place, required, schema, description = '' }) =>
      `| \`${name}\`${required ? '' : ' (optional)'} | ${place} | ${typeText(schema)} | ${description} |`,
  );
  return ['', '| parameter | in | type | meaning |', '|---|---|---|---|', ...rows];
}

function bodySection({ requestBody }: Pick<OperationObject, 'requestBody'>, document: OpenApiDocument): string[] {
  if (requestBody === undefined) return [];
  return Object.entries(requestBody.content).flatMap(([type, media]) => [
    '',
    `Body, \`${type}\`:`,
    '',
    ...fieldTable(resolved(media.schema as unknown as Reference, document.components.schemas)),
    ...(type === 'application/json' ? examples(media) : []),
  ]);
}

const isRefusal = (media: MediaTypeObject): boolean =>
  ['Refusal', 'ValidationError'].some((name) => media.schema.$ref === `#/components/schemas/${name}`);

function answerSections(operation: OperationObject, document: OpenApiDocument): string[] {
  return Object.entries(operation.responses).flatMap(([status, reference]) => {
    const { description, content } = responseOf(reference, document);
    const own = Object.entries(content).filter(([, media]) => !isRefusal(media));
    if (own.length === 0 && Object.keys(content).length > 0) return [];
    return [
      '',
      `**${status}** ${description.replace(/ Or: .*$/, '')}`,
      ...own.flatMap(([type, media]) => ['', `\`${type}\`: ${typeText(media.schema)}`, ...examples(media)]),
    ];
  });
}

/** Whole examples; those of the catalogue stand in the table of refusals. */
function examples({ examples: named = {} }: MediaTypeObject): string[] {
  const own = Object.values(named).filter((example): example is ExampleObject => 'value' in example);
  return own.flatMap(({ summary = '', value }) => ['', `${summary}:`, '', '```', exampleText(value), '```']);
}

function refusalTable(operation: OperationObject, document: OpenApiDocument): string[] {
  const rows = Object.entries(operation.responses).flatMap(([status, reference]) =>
    Object.values(responseOf(reference, document).content).flatMap((media) =>
      Object.entries(media.examples ?? {}).flatMap(([name, example]) => {
        if ('$ref' in example) return isGeneral(name) ? [] : [refusalRow(status, document.components.examples[name])];
        return status === '422' ? [refusalRow(status, example)] : [];
      }),
    ),
  );
  return rows.length === 0 ? [] : ['', '| refused | body |', '|---|---|', ...rows];
}

const isGeneral = (name: string): boolean => [...anyErrors, ...keyErrors].some((general) => general === name);

const refusalRow = (status: string, { value }: ExampleObject): string =>
  `| ${status} | \`${JSON.stringify(value).replaceAll('|', '\\|')}\` |`;

function decisionList(operation: Pick<OperationObject, 'x-decisions'>): string[] {
  const names = operation['x-decisions'].map((id) => {
    const { subject } = decisions[id as keyof typeof decisions];
    return `[${subject}](../known-differences.md#${id})`;
  });
  return names.length === 0 ? [] : ['', `Our decisions: ${names.join(' · ')}`];
}

function webhookSection(document: OpenApiDocument): string[] {
  return Object.values(document['x-webhooks']).flatMap(({ post }) => [
    '',
    `## ${post.operationId}`,
    '',
    `Posted to your webhook: ${post.summary}.`,
    '',
    post.description,
    ...parameterTable(post),
    ...bodySection(post, document),
    ...decisionList(post),
  ]);
}

const responseOf = (reference: ResponseObject | Reference, { components }: OpenApiDocument): ResponseObject =>
  '$ref' in reference ? resolved(reference, components.responses) : reference;

const resolved = <T>({ $ref }: Reference, components: Readonly<Record<string, T>>): T =>
  components[$ref.split('/').at(-1) ?? ''];
