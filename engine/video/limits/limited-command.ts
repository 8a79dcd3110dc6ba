import type { ProcessLimits } from './process-limits.ts';

/** A program and its arguments, as `spawn` takes them. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
}

/** Blocks of `ulimit -f`, by POSIX. */
const blockBytes = 512;
const kibibyte = 1024;
/** When the machine has no memory left, Linux ends such a process before the server; 1000 is the most. */
const outOfMemoryScore = 500;

/**
 * A command that starts a program within limits, under the same process id. A shell sets them, since Node cannot; where it can, it takes
 * network and privileges away as well and has the process end with its parent (docs/decisions/0019-hostile-media.md says what holds where).
 * On Windows the command is as it was.
 */
export function limitedCommand({ program, args }: Command, limits: ProcessLimits): Command {
  if (process.platform === 'win32') return { program, args };
  return { program: '/bin/sh', args: ['-c', shellScript(limits), 'sh', program, ...args] };
}

/** A limit that is lower already stays: each complaint of the shell is left unheard. */
function shellScript({ memoryBytes, cpuS, fileBytes, openFiles, startsOthers }: ProcessLimits): string {
  const set = (option: string, value: number): string => `ulimit ${startsOthers ? '-S ' : ''}-${option} ${value}`;
  const lines = [
    set('c', 0),
    set('f', Math.ceil(fileBytes / blockBytes)),
    set('n', openFiles),
    ...(cpuS === null ? [] : [set('t', cpuS)]),
    // Last, as the shell's own libraries need some to load.
    ...(memoryBytes === null ? [] : [set('d', Math.ceil(memoryBytes / kibibyte))]),
  ];
  return `apart= bound=
{ echo ${outOfMemoryScore} >/proc/self/oom_score_adj; ${lines.join('; ')}; } 2>/dev/null
${startsOthers ? '' : isolation}exec $apart $bound "$@"`;
}

/**
 * `unshare` puts the process into a network of its own, in which there is nothing; a user who is not root needs a user namespace for
 * it. `setpriv` keeps it from gaining privileges and ends it with its parent. Both are tried before they are relied on.
 */
const isolation = `PATH=/usr/bin:/bin:/usr/sbin:/sbin
try() { "$@" true 2>/dev/null; }
if try unshare -n; then apart='unshare -n'; elif try unshare -rn; then apart='unshare -rn'; fi
if try setpriv --no-new-privs --pdeathsig KILL; then bound='setpriv --no-new-privs --pdeathsig KILL'; fi
`;
