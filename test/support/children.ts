import { readdirSync, readFileSync } from 'node:fs';

/** Processes whose parent is `parentPid`, by Linux's /proc; empty on other systems. */
export function childrenOf(parentPid: number): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === parentPid);
}

function parentOf(pid: number): number | null {
  try {
    // The command, in parentheses, may hold spaces; state and parent follow it.
    return Number(readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)?.split(' ')[1]);
  } catch {
    return null; // ended meanwhile
  }
}
