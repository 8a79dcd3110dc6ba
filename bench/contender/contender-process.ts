import { existsSync, readFileSync } from 'node:fs';
import { StrideError } from '../../engine/errors/stride-error.ts';
import type { Contender, ContenderModule, FromContender, ToContender } from './contender.ts';

/** The process in which one contender works. It ends with its parent. */
const say = (message: FromContender): void => void process.send?.(message);
let contender: Contender<unknown> | null = null;

async function obey(message: ToContender): Promise<void> {
  if (message.type === 'open') {
    const { open } = (await import(message.moduleUrl)) as ContenderModule<unknown, unknown>;
    contender = await open(message.spec);
    say({ type: 'ready' });
    return;
  }
  if (contender === null) throw new Error('nothing is open');
  const { frames } = message;
  const before = process.cpuUsage();
  const outcome = await contender.round(frames);
  const { user, system } = process.cpuUsage(before);
  const cpuMs = (user + system) / 1000;
  say({ type: 'turn', turn: { frames, cpuMs, peakRssBytes: peakRssBytes(), outcome } });
}

process.on('message', (message: ToContender) => {
  obey(message).catch((error: unknown) => {
    say({ type: 'failed', reason: reasonOf(error) });
  });
});
process.on('disconnect', () => process.exit());

/** The operating system's own figure for a process may include its parent's memory at the fork; Linux's VmHWM does not. */
function peakRssBytes(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS;
  return Number(kilobytes) * 1024;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof StrideError) return error.detail ?? error.message;
  const missing = /Cannot find (?:package|module) '([^']+)'/.exec(error.message);
  return missing === null ? error.message.split('\n')[0] : `${missing[1]} is not installed`;
}
