import { readFileSync } from 'node:fs';

/** Length of the unit in which Linux tells processor time, to every program the same. */
const tickMs = 10;

/** Processor time of a running process, user's and system's, all threads, milliseconds; null where there is no /proc. */
export function processCpuMs(pid: number): number | null {
  if (process.platform !== 'linux') return null;
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name, in brackets, may hold blanks; the state is the third field, the two times are the fourteenth and the fifteenth.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * tickMs;
}
