/** What systems and FFmpeg say of a disk that is full, or of a share of it that is used up. */
const noRoomWords = /no space left on device|disk quota exceeded/i;

/**
 * Whether a step failed because a disk had no room: by the system's code, by the words that a child or a library tells it in, or by what
 * caused it.
 */
export function isNoRoom(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : undefined;
  return code === 'ENOSPC' || code === 'EDQUOT' || noRoomWords.test(error.message) || isNoRoom(error.cause);
}
