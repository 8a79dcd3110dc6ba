import { arrayOr, isObject, type JsonObject, type OpenApiDocument, objectOr } from './open-api-document.ts';
import { dereference } from './references.ts';

/** What a body may be, by content type. */
export type Content = ReadonlyMap<string, unknown>;

export interface ParameterEntry {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: unknown;
}

export interface AnswerEntry {
  readonly content: Content;
  /** Schemas of the headers by their names in small letters. */
  readonly headers: ReadonlyMap<string, unknown>;
  readonly decision: string | null;
}

/** One method of one path, references to parameters, bodies and answers followed. */
export interface OperationEntry {
  /** In capitals. */
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly ParameterEntry[];
  readonly body: { readonly required: boolean; readonly content: Content } | null;
  /** By status, `4XX` or `default`. */
  readonly answers: ReadonlyMap<string, AnswerEntry>;
  /** What `x-decision` and `x-decisions` name. */
  readonly decisions: readonly string[];
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

/** A path with its parameters' names taken out and no slash at its end: two paths with one template are one. */
export const pathTemplate = (path: string): string => path.replace(/\{[^}]*\}/g, '{}').replace(/(.)\/+$/, '$1');

/** Every operation of a document, by the template of its path and then by its method. */
export function readOperations({ root }: OpenApiDocument): ReadonlyMap<string, ReadonlyMap<string, OperationEntry>> {
  const found = new Map<string, Map<string, OperationEntry>>();
  for (const [path, value] of Object.entries(objectOr(root.paths))) {
    if (!path.startsWith('/')) continue;
    const item = objectOr(dereference(root, value));
    const byMethod = found.get(pathTemplate(path)) ?? new Map<string, OperationEntry>();
    for (const method of methods) {
      const operation = item[method];
      if (isObject(operation)) byMethod.set(method.toUpperCase(), readOperation(root, path, method, item, operation));
    }
    found.set(pathTemplate(path), byMethod);
  }
  return found;
}

function readOperation(
  root: JsonObject,
  path: string,
  method: string,
  item: JsonObject,
  operation: JsonObject,
): OperationEntry {
  const own = readParameters(root, operation.parameters);
  const isOwn = (one: ParameterEntry): boolean => own.some((other) => other.in === one.in && other.name === one.name);
  const parameters = [...readParameters(root, item.parameters).filter((one) => !isOwn(one)), ...own];
  const body = dereference(root, operation.requestBody);
  const answers = Object.entries(objectOr(operation.responses)).filter(([status]) => !status.startsWith('x-'));
  return {
    method: method.toUpperCase(),
    path,
    parameters: withKeys(root, operation, parameters),
    body: isObject(body) ? { required: body.required === true, content: readContent(body) } : null,
    answers: new Map(
      answers.map(([status, answer]) => [
        status.toUpperCase() === 'DEFAULT' ? 'default' : status.toUpperCase(),
        readAnswer(root, answer),
      ]),
    ),
    decisions: [operation['x-decision'], ...arrayOr(operation['x-decisions'])].filter((id) => typeof id === 'string'),
  };
}

function readParameters(root: JsonObject, list: unknown): ParameterEntry[] {
  return arrayOr(list)
    .map((value) => objectOr(dereference(root, value)))
    .filter((value) => typeof value.name === 'string' && typeof value.in === 'string')
    .map((value) => ({
      name: String(value.name),
      in: String(value.in),
      required: value.required === true,
      schema: value.schema ?? Object.values(objectOr(value.content)).map((media) => objectOr(media).schema)[0],
    }));
}

/** A key that a security scheme asks for is a parameter like any other, whichever of the two ways says so. */
function withKeys(
  root: JsonObject,
  operation: JsonObject,
  parameters: readonly ParameterEntry[],
): readonly ParameterEntry[] {
  const asked = arrayOr(operation.security ?? root.security).map(objectOr);
  const optional = asked.length === 0 || asked.some((one) => Object.keys(one).length === 0);
  const schemes = objectOr(objectOr(root.components).securitySchemes);
  const keys = asked
    .flatMap((one) => Object.keys(one))
    .map((name) => objectOr(dereference(root, schemes[name])))
    .filter((scheme) => scheme.type === 'apiKey')
    .map(
      (scheme): ParameterEntry => ({
        name: String(scheme.name),
        in: String(scheme.in),
        required: !optional,
        schema: keySchema,
      }),
    );
  const named = (key: ParameterEntry): boolean => parameters.some((one) => one.name === key.name && one.in === key.in);
  return [
    ...parameters,
    ...keys.filter((key, i) => !named(key) && keys.findIndex((other) => other.name === key.name) === i),
  ];
}

const keySchema = { type: 'string' } as const;

function readAnswer(root: JsonObject, value: unknown): AnswerEntry {
  const answer = objectOr(dereference(root, value));
  const headers = Object.entries(objectOr(answer.headers)).map(
    ([name, header]) => [name.toLowerCase(), objectOr(dereference(root, header)).schema] as const,
  );
  const decision = answer['x-decision'];
  return {
    content: readContent(answer),
    headers: new Map(headers),
    decision: typeof decision === 'string' ? decision : null,
  };
}

/** Content types without their parameters: a charset is no difference. */
const readContent = ({ content }: JsonObject): Content =>
  new Map(
    Object.entries(objectOr(content)).map(([type, media]) => [
      type.split(';')[0].trim().toLowerCase(),
      objectOr(media).schema,
    ]),
  );
