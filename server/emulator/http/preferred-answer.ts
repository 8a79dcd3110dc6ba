import type { FastifyRequest } from 'fastify';
import { httpErrors } from '../../contract/errors.ts';
import { errorsOf, unroutedErrors } from '../../contract/operations/general-errors.ts';
import type { Operation } from '../../contract/operations/operation.ts';
import { HttpError } from '../../http/http-error.ts';

/** An answer that a client has asked for by the header `Prefer`. */
export interface PreferredAnswer {
  readonly status: number;
  readonly body: unknown;
  /** Value of `Preference-Applied` (RFC 7240). */
  readonly applied: string;
}

/**
 * Reads `Prefer: code=402` and `Prefer: code=400, example=video_too_long`, as Prism does: the operation's documented answer of that
 * status, the named one or else the first. Nothing is done and no state changes. Other preferences are passed over.
 *
 * @throws HttpError `malformed_request` for a status that the operation does not have.
 */
export function preferredAnswer(request: FastifyRequest): PreferredAnswer | null {
  const { prefer } = request.headers;
  const text = Array.isArray(prefer) ? prefer.join(',') : (prefer ?? '');
  const [, code] = /(?:^|[,;\s])code=["']?([0-9]{3})/.exec(text) ?? [];
  if (code === undefined) return null;
  const [, example = null] = /(?:^|[,;\s])example=["']?([A-Za-z0-9_-]+)/.exec(text) ?? [];
  const status = Number(code);
  const operation = request.routeOptions.config?.operation ?? null;
  const bodies = [
    ...examplesOf(operation, status),
    ...refusalsOf(operation, status),
    ...wrongFieldsOf(operation, status),
  ];
  const found = example === null ? bodies[0] : bodies.find(([name]) => name === example);
  if (found === undefined) {
    const known = bodies.map(([name]) => name).join(', ');
    const what = example === null ? `${code} is no answer of this request` : `${code} has no example ${example}`;
    throw new HttpError('malformed_request', `Prefer: ${what}${known === '' ? '' : `; it has ${known}`}`);
  }
  return { status, body: found[1], applied: `code=${code}${example === null ? '' : `, example=${example}`}` };
}

type Named = readonly [name: string, body: unknown];

function examplesOf(operation: Operation | null, status: number): Named[] {
  const answer = operation?.answers[status];
  return answer === undefined || (answer.type ?? 'application/json') !== 'application/json'
    ? []
    : Object.entries(answer.examples);
}

function refusalsOf(operation: Operation | null, status: number): Named[] {
  const names = operation === null ? unroutedErrors : errorsOf(operation);
  return names
    .filter((name) => httpErrors[name].status === status)
    .map((name): Named => [name, new HttpError(name).body]);
}

function wrongFieldsOf(operation: Operation | null, status: number): Named[] {
  if (status !== 422) return [];
  return Object.entries(operation?.body?.refused ?? {}).map(([name, detail]): Named => [name, { detail }]);
}
