import type { TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import { type HttpErrorName, httpErrors } from './errors.ts';
import { errorsOf, unroutedErrors } from './operations/general-errors.ts';
import type { Operation } from './operations/operation.ts';
import { ErrorSchema, ValidationErrorSchema } from './schemas/errors.ts';

/** An answer as it went out. */
export interface SentAnswer {
  /** Null for a request that no endpoint takes. */
  readonly operation: Operation | null;
  readonly method: string;
  readonly status: number;
  readonly type: string | undefined;
  /** Empty for HEAD. */
  readonly body: string;
}

const json = 'application/json';

/** Holds answers against the contract: status, content type, body, and of refusals the code. */
export class AnswerChecker {
  readonly #validators = new Map<TSchema, Validator>();

  /** What the contract does not allow about an answer, in words; empty when all is well. */
  faults(sent: SentAnswer): string[] {
    if (sent.method === 'HEAD') return [];
    const where = sent.operation === null ? 'no endpoint' : `${sent.operation.method} ${sent.operation.path}`;
    return this.#reasons(sent).map((reason) => `${where} answered ${sent.status}: ${reason}`);
  }

  #reasons({ operation, status, type: contentType, body }: SentAnswer): string[] {
    if (operation?.bodiless?.[status] !== undefined)
      return body === '' && contentType === undefined ? [] : ['it has a body'];
    const type = contentType?.split(';')[0] ?? '';
    const answer = operation?.answers[status];
    const other = answer?.alsoAs?.[type];
    if (type === 'application/x-ndjson' && other !== undefined)
      return body
        .trimEnd()
        .split('\n')
        .flatMap((line) => this.#against(other.schema, line));
    if (other !== undefined || (answer !== undefined && (answer.type ?? json) !== json && type === answer.type))
      return [];
    if (type !== json) return [`the content type is ${contentType}`];
    if (answer !== undefined && (answer.type ?? json) === json) {
      const wrong = this.#against(answer.schema, body);
      if (wrong.length === 0) return [];
      return this.#refusal(operation, status, body).length === 0 ? [] : wrong;
    }
    return this.#refusal(operation, status, body);
  }

  #refusal(operation: Operation | null, status: number, body: string): string[] {
    if (status === 422)
      return operation?.body === undefined ? ['it takes no fields'] : this.#against(ValidationErrorSchema, body);
    const wrong = this.#against(ErrorSchema, body);
    if (wrong.length > 0) return wrong;
    const { code } = JSON.parse(body) as { readonly code?: string };
    const known: readonly HttpErrorName[] = operation === null ? unroutedErrors : errorsOf(operation);
    const isKnown = known.some(
      (name) => httpErrors[name].status === status && httpErrors[name].code === (code ?? null),
    );
    return isKnown ? [] : [`the contract does not name this refusal: ${body}`];
  }

  #against(schema: TSchema, body: string): string[] {
    const validator = this.#validators.get(schema) ?? Compile(schema);
    this.#validators.set(schema, validator);
    const value: unknown = parsed(body);
    if (validator.Check(value)) return [];
    return validator
      .Errors(value)
      .map(({ instancePath, message }) => `${instancePath} ${message} in ${body.slice(0, 300)}`);
  }
}

/** Undefined, which no schema takes, for what is no JSON. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
