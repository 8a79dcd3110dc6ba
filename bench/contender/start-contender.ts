import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { builtEntry } from '../../engine/built-entry.ts';
import type { FromContender, ToContender, Turn } from './contender.ts';

/** A contender under way. */
export interface RunningContender<Outcome> {
  /** Lets it go through `frames` frames; nobody else's turn should be under way. */
  turn(frames: number): Promise<Turn<Outcome>>;
  close(): Promise<void>;
}

/**
 * Starts a contender in a process of its own, so that neither its memory nor its compiled code meets another's.
 *
 * @param moduleUrl Its module, built; see `ContenderModule`.
 * @param nodeOptions Options of Node for its process.
 * @throws Error that says why it cannot be had here.
 */
export async function startContender<Outcome>(
  moduleUrl: URL,
  spec: unknown,
  nodeOptions: readonly string[] = [],
): Promise<RunningContender<Outcome>> {
  const entry = fileURLToPath(builtEntry(import.meta.url, './contender-process.js'));
  const child = fork(entry, { execArgv: [...nodeOptions], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let lastWords = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    lastWords = (lastWords + text).slice(-2000);
  });
  const ended = once(child, 'close').then(([code, signal]) => {
    throw new Error(`the process ended (${signal ?? code}) ${lastWords.trim().split('\n').at(-1) ?? ''}`.trim());
  });
  ended.catch(() => undefined);
  const ask = async (message: ToContender): Promise<FromContender> => {
    const answer = once(child, 'message') as Promise<[FromContender]>;
    child.send(message);
    const [said] = await Promise.race([answer, ended]);
    if (said.type === 'failed') throw new Error(said.reason);
    return said;
  };
  const close = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended.catch(() => undefined);
  };
  try {
    await ask({ type: 'open', moduleUrl: moduleUrl.href, spec });
  } catch (error) {
    await close();
    throw error;
  }
  return {
    async turn(frames) {
      const said = await ask({ type: 'round', frames });
      if (said.type !== 'turn') throw new Error(`the contender said ${said.type}`);
      return said.turn as Turn<Outcome>;
    },
    close,
  };
}
