import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** The server's core and the client's. */
const serverCore = 0;
const clientCore = 1;

/** Whether processes can be held on cores of their own: Linux's `taskset`, and two cores. */
export function coresCanBeHeld(): boolean {
  if (process.platform !== 'linux' || availableParallelism() < 2) return false;
  try {
    execFileSync('taskset', ['--version'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

/** Keeps all threads of this process off the server's core, from now on; what it starts inherits it. */
export function holdClientCore(): void {
  execFileSync('taskset', ['-a', '-c', '-p', String(clientCore), String(process.pid)], { stdio: 'ignore' });
}

/** A command that runs on the server's core alone. */
export const onServerCore = (command: readonly string[]): string[] => ['taskset', '-c', String(serverCore), ...command];
