/** A request's or an answer's content as it is kept. */
export type RecordedBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'lines'; readonly values: readonly unknown[] }
  | { readonly kind: 'form'; readonly parts: readonly RecordedPart[] }
  /** Anything else: how much there was, not what. Pictures show a person. */
  | { readonly kind: 'bytes'; readonly type: string; readonly length: number };

/** One part of a form. */
export type RecordedPart =
  | { readonly name: string; readonly value: string }
  | { readonly name: string; readonly file: { readonly name: string; readonly type: string; readonly length: number } };

/** A request without secrets: which key it carried is told by a number, in the order of their first use. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  /** Sorted by name, without the key. */
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly key: number | null;
  readonly accept: string | null;
  readonly body: RecordedBody;
}

export interface RecordedAnswer {
  readonly status: number;
  /** Those that a client of the contract reads. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: RecordedBody;
}

/** One request and what was answered. */
export interface Exchange {
  readonly request: RecordedRequest;
  readonly answer: RecordedAnswer;
}

/** Exchanges with one identity are answered one after the other: the same question asked again. */
export const identityOf = ({ method, path, query, key }: RecordedRequest): string =>
  JSON.stringify([method, path, query, key]);
