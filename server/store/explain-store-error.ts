import { StrideError } from '../../engine/errors/stride-error.ts';
import { PlaceUnreachableError } from './media/object-store.ts';
import { explainPostgresError, isLost } from './postgres-errors.ts';
import { isBusy } from './sqlite-errors.ts';

/** Results of SQLite that the file or the disk answers for. */
const diskFault = /^SQLITE_(CORRUPT|NOTADB|FULL|READONLY|IOERR|CANTOPEN)/;

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

const isDiskFault = (error: unknown): error is Error => error instanceof Error && diskFault.test(codeOf(error));

/**
 * A database that is there and shut: it lets nobody in by this password or name (28…), is not there by this name (3D000), or may only
 * be read (25006), as a standby and a server that ran out of room.
 */
const shutCodes = /^(28...|3D000|25006)$/;

const isShut = (error: unknown): boolean =>
  error instanceof Error && (shutCodes.test(codeOf(error)) || isShut(error.cause));

/** Whether an error is the store's: its disk is at fault, it is locked for long or shut, or the database or the media are out of reach. */
export const isStoreFault = (error: unknown): boolean =>
  isDiskFault(error) ||
  isBusy(error) ||
  isShut(error) ||
  error instanceof PlaceUnreachableError ||
  (isLost(error) && !isOfFile(error));

/** A file that is not there bears the same code as a socket that is not. */
const isOfFile = (error: unknown): boolean =>
  codeOf(error) === 'ENOENT' && error instanceof Error && 'syscall' in error && error.syscall !== 'connect';

/** A disk, a system or a database that has no room, is being mended, or may be written again later. */
const passingCodes =
  /^(ENOSPC|EDQUOT|EROFS|EIO|ESTALE|EBUSY|EAGAIN|EINTR|EMFILE|ENFILE|ENOMEM|ENOTCONN|EHOSTDOWN|SQLITE_(LOCKED|NOMEM|INTERRUPT).*|(08|40|53|57|58)...|25P03|55P03)$/;

/** Whether what failed may go well later, without anything being asked differently: a store out of reach, a disk that is full. */
export const isPassingFault = (error: unknown): boolean => isStoreFault(error) || passingCodes.test(codeOf(error));

/**
 * What a person is to be told of an error in the midst of work: `data_dir_unusable` where the file or the disk is at fault,
 * `database_unusable` where PostgreSQL is, else the error itself.
 */
export function explainStoreError(error: unknown): unknown {
  if (!isDiskFault(error)) return explainPostgresError(error);
  return new StrideError('data_dir_unusable', error.message, { cause: error });
}
