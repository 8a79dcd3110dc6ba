import { StrideError } from '../../engine/errors/stride-error.ts';

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** The server undid the transaction for the sake of another: serialization failure, deadlock. It may be done again. */
export const isUndone = (error: unknown): boolean => ['40001', '40P01'].includes(codeOf(error));

/** What `pg` says without a code when its connection is gone or an answer does not come. */
const lostWords = /connection terminated|not queryable|timeout exceeded|query read timeout|connection error/i;
/** Classes of SQLSTATE of a connection, a server that stops or starts, and too many connections; names of the operating system's. */
const lostCodes =
  /^(08...|57P0[1-3]|53300|25P03|ECONN\w+|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOENT|ENOTFOUND|EAI_AGAIN)$/;

/** Whether the connection is gone, so that what was under way has either happened or not. */
export function isLost(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isLost);
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  if (code !== '') return lostCodes.test(code);
  return lostWords.test(error.message) || (error.cause !== undefined && isLost(error.cause));
}

/** What a person is to be told of an error of PostgreSQL's; other errors as they are. */
export function explainPostgresError(error: unknown): unknown {
  if (error instanceof StrideError) return error;
  if (!isLost(error) && !/^[0-9A-Z]{5}$/.test(codeOf(error))) return error;
  const words = error instanceof AggregateError ? String(error.errors[0]) : error instanceof Error ? error.message : '';
  return new StrideError('database_unusable', words, { cause: error });
}
