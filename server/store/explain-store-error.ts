import { StrideError } from '../../engine/errors/stride-error.ts';
import { explainPostgresError } from './postgres-errors.ts';

/** Results of SQLite that the file or the disk answers for. */
const diskFault = /^SQLITE_(CORRUPT|NOTADB|FULL|READONLY|IOERR|CANTOPEN)/;

/**
 * What a person is to be told of an error in the midst of work: `data_dir_unusable` where the file or the disk is at fault,
 * `database_unusable` where PostgreSQL is, else the error itself.
 */
export function explainStoreError(error: unknown): unknown {
  if (!(error instanceof Error && 'code' in error && diskFault.test(String(error.code))))
    return explainPostgresError(error);
  return new StrideError('data_dir_unusable', error.message, { cause: error });
}
