import type { Static, TObject, TSchema } from 'typebox';
import type { DecisionId } from '../decisions/catalogue.ts';
import type { HttpErrorName } from '../errors.ts';
import type { FieldError } from '../schemas/errors.ts';

/** One answer that is no refusal. */
export interface Answer {
  readonly description: string;
  readonly schema: TSchema;
  /** `application/json` when left out. */
  readonly type?: string;
  /** Whole bodies by name. */
  readonly examples: Readonly<Record<string, unknown>>;
  /** Further representations by their content type. */
  readonly alsoAs?: Readonly<Record<string, { readonly schema: TSchema; readonly example?: unknown }>>;
}

/** What a request carries. */
export interface RequestBody {
  readonly type: 'application/json' | 'multipart/form-data';
  readonly schema: TObject;
  /** Whole bodies by name. */
  readonly examples: Readonly<Record<string, unknown>>;
  /** Bodies that are refused 422, by name: what is wrong with them. */
  readonly refused: Readonly<Record<string, readonly FieldError[]>>;
}

export type OperationTag = 'Analyses' | 'Subjects' | 'Webhook' | 'Service';

/** One endpoint of the API: all that routes, the OpenAPI document and the reference page know of it. */
export interface Operation {
  /** `operationId` of the OpenAPI document. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  /** As OpenAPI writes it: `/analysis/{analysis_id}/results`. */
  readonly path: string;
  /** Other spellings of the path that are answered alike. */
  readonly aliases?: readonly string[];
  readonly tag: OperationTag;
  readonly summary: string;
  readonly description: string;
  /** Whether it needs no API key. */
  readonly open?: true;
  readonly params?: TObject;
  readonly query?: TObject;
  readonly headers?: TObject;
  readonly body?: RequestBody;
  /** By status. */
  readonly answers: Readonly<Record<number, Answer>>;
  /** Statuses that are answered without a body: what each means. */
  readonly bodiless?: Readonly<Record<number, string>>;
  /** Refusals of the catalogue beside those that every operation knows (`general-errors.ts`). */
  readonly errors: readonly HttpErrorName[];
  /** Our decisions that show here, beside those its schemas are marked with. */
  readonly decisions: readonly DecisionId[];
}

/** Keeps an operation's exact type, for the handler to be typed by. */
export const defineOperation = <const T extends Operation>(operation: T): T => operation;

type Whole<S> = S extends TSchema ? Static<S> : undefined;

/** Path parameters as a handler gets them. */
export type ParamsOf<T extends Operation> = Whole<T['params']>;

/** The request's JSON as a handler gets it; undefined for a form, which the handler receives itself. */
export type BodyOf<T extends Operation> = T['body'] extends {
  readonly type: 'application/json';
  readonly schema: infer S extends TSchema;
}
  ? Static<S>
  : undefined;

/** Every answer that an operation knows, as a pair of status and body. */
export type AnswerOf<T extends Operation> = {
  [S in keyof T['answers'] & number]: { readonly status: S; readonly body: Static<T['answers'][S]['schema']> };
}[keyof T['answers'] & number];
