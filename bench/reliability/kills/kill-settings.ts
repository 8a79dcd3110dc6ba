import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { builtEntry } from '../../../engine/built-entry.ts';

const run = promisify(execFile);
const cli = fileURLToPath(builtEntry(import.meta.url, '../../../server/cli/main.js'));

/** How long a process may take to end once it is told to. */
export const stopGraceMs = 15_000;

/** How long an analysis may take, milliseconds. */
export const deadlineMs = 4000;
/** How old what a fault left behind becomes before it is deleted, milliseconds: longer than anything is under way here. */
export const leftoverAgeMs = 6000;
/** Times and faults, in percent, of the analyser itself. */
export const emulated = { EMULATED_MS: '50-600', EMULATED_FAULTS: '15,4' } as const;

/** `stridelab ARGS`, as an operator calls it. @returns What it printed. */
export const operator = async (args: readonly string[]): Promise<string> =>
  (await run(process.execPath, [cli, ...args])).stdout;
