import { isNoRoom } from '../../engine/errors/no-room.ts';
import { StrideError } from '../../engine/errors/stride-error.ts';
import { refusedPath } from '../../engine/errors/system-error-text.ts';

/** What went wrong while something was written to `path`: a video that the disk had no room for is no fault of the encoder. */
export function tellFullDisk(error: unknown, path: string): unknown {
  return error instanceof StrideError && error.code === 'decoder_failed' && isNoRoom(error)
    ? new StrideError('output_not_writable', refusedPath(path, { code: 'ENOSPC' }), { cause: error })
    : error;
}
