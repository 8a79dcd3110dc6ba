/** What is known of a refusal. */
interface ConsoleErrorEntry {
  readonly status: number;
  readonly detail: string;
}

const entry = (status: number, detail: string): ConsoleErrorEntry => ({ status, detail });

/** Refusals that the console answers beside those of the API, by their codes. */
export const consoleErrors = {
  not_signed_in: entry(401, 'Nobody is signed in, or the session has ended'),
  sign_in_failed: entry(401, 'The name or the password is wrong'),
  too_many_guesses: entry(429, 'Too many wrong passwords; try again later'),
  password_wrong: entry(400, 'The present password is wrong'),
  foreign_request: entry(403, 'The request does not come from a page of this console'),
  key_not_found: entry(404, 'No key in use has this id'),
  details_not_found: entry(404, 'The details of this analysis were not kept'),
  webhook_not_configured: entry(400, 'No webhook is saved'),
  too_many_listeners: entry(429, 'Too many pages are told of progress at the moment; ask for the list instead'),
} as const satisfies Record<string, ConsoleErrorEntry>;

export type ConsoleErrorCode = keyof typeof consoleErrors;

/** A refusal of the console's own. */
export class ConsoleError extends Error {
  readonly code: ConsoleErrorCode;
  readonly status: number;
  readonly detail: string;
  /** When to ask again, seconds; null where that is not said. */
  readonly retryAfterS: number | null;

  constructor(code: ConsoleErrorCode, retryAfterS: number | null = null) {
    super(code);
    this.name = 'ConsoleError';
    this.code = code;
    const { status, detail } = consoleErrors[code];
    this.status = status;
    this.detail = detail;
    this.retryAfterS = retryAfterS;
  }
}
