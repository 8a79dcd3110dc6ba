import Schema from 'typebox/schema';
import { schemaFaults } from '../../engine/errors/schema-faults.ts';
import { toJsonSchema } from './json-schema.ts';
import type { OpenApiDocument } from './open-api-document.ts';
import { type AnswerEntry, type OperationEntry, readOperations } from './read-operations.ts';

/** An answer as it came over the wire. */
export interface GivenAnswer {
  readonly method: string;
  /** Path of the request, without its query. */
  readonly path: string;
  readonly status: number;
  readonly contentType: string | null;
  readonly body: Uint8Array;
}

export interface AnswerProblem {
  /** `operation`, `status`, `content_type`, `body` */
  readonly kind: 'operation' | 'status' | 'content_type' | 'body';
  /** Within the body, such as `/subjects/0/name`. */
  readonly place: string;
  readonly message: string;
}

/** Tells whether answers are what an OpenAPI document says: known status, known content type, body by its schema. */
export class AnswerValidator {
  readonly #document: OpenApiDocument;
  readonly #operations: readonly {
    readonly matches: RegExp;
    readonly literal: number;
    readonly operation: OperationEntry;
  }[];
  readonly #compiled = new Map<unknown, ReturnType<typeof Schema.Compile>>();

  constructor(document: OpenApiDocument) {
    this.#document = document;
    this.#operations = [...readOperations(document).values()]
      .flatMap((methods) => [...methods.values()])
      .map((operation) => ({
        matches: pathPattern(operation.path),
        literal: operation.path.replace(/\{[^}]*\}/g, '').length,
        operation,
      }))
      .sort((a, b) => b.literal - a.literal);
  }

  /** The operation that a request asks for; HEAD is answered as GET. Null for none. */
  operationOf(method: string, path: string): OperationEntry | null {
    const asked = method === 'HEAD' ? 'GET' : method;
    const found = this.#operations.filter(({ matches }) => matches.test(path));
    return found.find(({ operation }) => operation.method === asked)?.operation ?? null;
  }

  /** What an answer breaks of the document; nothing when all is well. */
  problems(answer: GivenAnswer): AnswerProblem[] {
    const operation = this.operationOf(answer.method, answer.path);
    if (operation === null)
      return [{ kind: 'operation', place: '', message: `${answer.method} ${answer.path} is not documented` }];
    const entry = entryFor(operation, answer.status);
    if (entry === null) return [{ kind: 'status', place: '', message: `HTTP ${answer.status} is not documented` }];
    if (answer.method === 'HEAD') return [];
    return this.#contentProblems(entry, answer);
  }

  #contentProblems({ content }: AnswerEntry, { contentType, body }: GivenAnswer): AnswerProblem[] {
    const type = (contentType ?? '').split(';')[0].trim().toLowerCase();
    if (content.size === 0) return [];
    const schema = content.get(type) ?? content.get('*/*');
    if (schema === undefined && !content.has(type))
      return [
        {
          kind: 'content_type',
          place: '',
          message: `${type || 'no content type'} instead of ${[...content.keys()].join(' or ')}`,
        },
      ];
    if (type === 'application/json' || type.endsWith('+json'))
      return this.#jsonProblems(schema, Buffer.from(body).toString());
    return [];
  }

  #jsonProblems(schema: unknown, text: string): AnswerProblem[] {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      return [
        { kind: 'body', place: '', message: `no JSON: ${error instanceof Error ? error.message : String(error)}` },
      ];
    }
    if (schema === undefined) return [];
    const [, errors] = this.#compile(schema).Errors(value);
    return schemaFaults(errors).map(({ path, message }) => ({
      kind: 'body',
      place: path.map((step) => `/${step}`).join(''),
      message,
    }));
  }

  #compile(schema: unknown): ReturnType<typeof Schema.Compile> {
    const compiled = this.#compiled.get(schema) ?? Schema.Compile(toJsonSchema(this.#document, schema));
    this.#compiled.set(schema, compiled);
    return compiled;
  }
}

function entryFor({ answers }: OperationEntry, status: number): AnswerEntry | null {
  const text = String(status);
  return answers.get(text) ?? answers.get(`${text[0]}XX`) ?? answers.get('default') ?? null;
}

const pathPattern = (path: string): RegExp =>
  new RegExp(`^${path.replace(/[\\^$.*+?()[\]|]/g, '\\$&').replace(/\{[^}]*\}/g, '[^/]+')}/?$`);
