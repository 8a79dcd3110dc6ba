import type { FieldError } from '../../contract/schemas/errors.ts';

/** One request and its answer. */
export interface RequestEntry {
  /** Counts the entries of a key from 1, in the order of their coming. */
  readonly sequence: number;
  /** The emulator's time at which it came. */
  readonly at: string;
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** Without the key and the signature of a link. */
  readonly query: Readonly<Record<string, string>>;
  /** `operationId` of the OpenAPI document; null where no endpoint is. */
  readonly operation: string | null;
  /** Fields of the form or the JSON object, a file by its name; null when none was read. */
  readonly fields: Readonly<Record<string, unknown>> | null;
  /** Scenarios that were chosen, however they were. */
  readonly scenarios: readonly string[];
  /** Null when the connection was broken off before an answer. */
  readonly status: number | null;
  /** The answer's JSON when it is short; links within it are without the emulator's own address. */
  readonly answer: unknown;
  readonly violations: readonly FieldError[];
}

/** One attempt to post an event. */
export interface DeliveryEntry {
  readonly sequence: number;
  readonly at: string;
  /** `webhook-id`: the same at every attempt. */
  readonly id: string;
  readonly url: string;
  readonly event: string;
  readonly video_id: string;
  /** Whether it was posted at all, or only counted as an attempt. */
  readonly sent: boolean;
  /** What the receiver answered; null when it did not, or was not asked. */
  readonly status: number | null;
  readonly error: string | null;
  readonly body: unknown;
}
