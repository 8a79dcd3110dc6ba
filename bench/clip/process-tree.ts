import { readdirSync, readFileSync } from 'node:fs';

/** Memory of a process and all that it has started, bytes. */
export interface TreeMemory {
  /** Proportional set size: a page that several processes share counts in shares. */
  readonly pssBytes: number;
  /** Resident set size: a shared page counts in every process. */
  readonly rssBytes: number;
}

/** The memory of a process and its descendants now; null where the system does not tell (it needs Linux's /proc). */
export function treeMemory(pid: number): TreeMemory | null {
  const processes = descendants(pid);
  let pssBytes = 0;
  let rssBytes = 0;
  for (const process of processes) {
    const rollup = readIfThere(`/proc/${process}/smaps_rollup`);
    if (rollup === null) continue;
    pssBytes += kilobytes(rollup, 'Pss') * 1024;
    rssBytes += kilobytes(rollup, 'Rss') * 1024;
  }
  return rssBytes === 0 ? null : { pssBytes, rssBytes };
}

/** A process and all that it has started and that still run. */
export function descendants(pid: number): number[] {
  const found = [pid];
  for (let next = 0; next < found.length; next++) {
    for (const task of readFolderIfThere(`/proc/${found[next]}/task`)) {
      const children = readIfThere(`/proc/${found[next]}/task/${task}/children`) ?? '';
      found.push(...children.split(' ').filter(Boolean).map(Number));
    }
  }
  return found;
}

const kilobytes = (rollup: string, name: string): number =>
  Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(rollup)?.[1] ?? 0);

/** A clock tick of /proc, milliseconds: a hundred a second on every Linux that Node runs on. */
const tickMs = 10;

/**
 * Processor time of all processes that this one has started and seen end, with all that those had started and seen end,
 * milliseconds, to 10 ms; null where the system does not tell.
 */
export function endedChildrenCpuMs(): number | null {
  const stat = readIfThere('/proc/self/stat');
  if (stat === null) return null;
  // proc(5): fields 16 and 17, cutime and cstime; the second field, in brackets, may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) * tickMs;
}

/** What belongs to a process may be gone by the time it is read. */
const isGone = (error: unknown): boolean =>
  ['ENOENT', 'ESRCH', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '');

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

function readFolderIfThere(path: string): string[] {
  try {
    return readdirSync(path);
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
}
