import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';

/**
 * Where the number of a process means that process: on this machine, since it was started, within this container. A folder may be shared by
 * several of them. Empty where the system does not say it.
 */
const home = ((): string => {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const text = `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
    return createHash('sha256').update(text).digest('hex').slice(0, 16);
  } catch {
    return '';
  }
})();

const ownedPattern = /^([1-9][0-9]*)-([0-9a-f]{16})-[A-Za-z0-9]{6}$/;

/** What the name of a folder of this process begins with, before the six letters that make it its own. */
export const ownersName = `${process.pid}-${home}-`;

/** Whether a folder of some name is surely one of a process that has ended: of what another machine or container made nothing is known. */
export function isOfDeadProcess(name: string): boolean {
  const [, pid, where] = ownedPattern.exec(name) ?? [];
  if (pid === undefined || where !== home) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
