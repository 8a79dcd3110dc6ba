import { closeSync } from 'node:fs';
import { isatty } from 'node:tty';

/** Standard streams that lead to a terminal. */
export const openTerminals = (): readonly number[] => [0, 1, 2].filter((fd) => isatty(fd));

/**
 * Closes those of some terminals that have gone, at the end of the process: Node.js resets terminals then, aborts where one does not let
 * it, and passes over what is closed.
 */
export function closeLostAtExit(terminals: readonly number[]): void {
  process.once('exit', () => {
    for (const fd of terminals) if (!isatty(fd)) closeSync(fd);
  });
}
