import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { builtEntry } from '../../engine/built-entry.ts';

/** `stridelab serve` in a process of its own, as an operator starts it. */
export interface Served {
  readonly url: string;
  /** From the start of the process to the last byte of its first answer. */
  readonly startMs: number;
  /** Ends it as Ctrl+C does. */
  stop(): Promise<void>;
}

/** Starts a server on a folder and a free port. @throws Error with its last words if it ends instead. */
export async function serve(dataDir: string): Promise<Served> {
  const cli = fileURLToPath(builtEntry(import.meta.url, '../../server/cli/main.js'));
  const start = performance.now();
  const child = spawn(process.execPath, [cli, 'serve', '--port', '0', '--data', dataDir], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let lastWords = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    lastWords = (lastWords + text).slice(-2000);
  });
  const ended = once(child, 'close');
  const lines = createInterface({ input: child.stdout });
  const url = await new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      const match = /^StrideLab serves the Partner API at (\S+)$/.exec(line);
      if (match !== null) resolve(match[1]);
    });
    child.once('close', () => reject(new Error(`the server ended: ${lastWords.trim()}`)));
  });
  const answer = await fetch(`${url}/healthz`);
  await answer.text();
  const startMs = performance.now() - start;
  if (!answer.ok) throw new Error(`the server is not well: ${answer.status}`);
  return {
    url,
    startMs,
    async stop() {
      child.kill('SIGINT');
      await ended;
    },
  };
}
