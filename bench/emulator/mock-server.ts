import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { builtEntry } from '../../engine/built-entry.ts';
import { onServerCore } from './cores.ts';
import { processCpuMs } from './process-cpu.ts';

/** A program that stands in for the Partner API, as its user starts it from the command line. */
export interface MockProgram {
  /** Arguments of Node. */
  readonly args: (port: number) => readonly string[];
  /** The line that it prints once it listens; the address is the first group. */
  readonly ready: RegExp;
}

export interface MockServer {
  readonly url: string;
  /** From the start of the process to the last byte of its first answer. */
  readonly startMs: number;
  /** Processor time that it took to start, milliseconds; null where the system does not tell. */
  readonly startCpuMs: number | null;
  /** Processor time that it has taken so far, all threads, milliseconds. */
  cpuMs(): number | null;
  stop(): Promise<void>;
}

const cli = fileURLToPath(builtEntry(import.meta.url, '../../server/cli/main.js'));

/** `stridelab emulate` on frozen time. @param options More of its options. */
export const stridelab = (...options: readonly string[]): MockProgram => ({
  args: (port) => [cli, 'emulate', '--frozen', '--port', String(port), ...options],
  ready: /^StrideLab emulates the Partner API at (\S+)$/,
});

/** Prism's mock of an OpenAPI document. */
export function prism(documentPath: string): MockProgram {
  const manifest = createRequire(import.meta.url).resolve('@stoplight/prism-cli/package.json');
  return {
    args: (port) => [
      join(dirname(manifest), 'dist/index.js'),
      'mock',
      '-h',
      '127.0.0.1',
      '-p',
      String(port),
      documentPath,
    ],
    ready: /Prism is listening on (http:\S+)/,
  };
}

/**
 * Starts a program on a free port and asks it once.
 *
 * @param path What is asked; the answer has to be 200.
 * @param held Whether it runs on the server's core alone.
 * @throws Error with its last words if it ends instead.
 */
export async function startMock(program: MockProgram, path: string, held: boolean): Promise<MockServer> {
  const port = await freePort();
  const command = [process.execPath, ...program.args(port)];
  const [file, ...args] = held ? onServerCore(command) : command;
  const start = performance.now();
  const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let lastWords = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    lastWords = (lastWords + text).slice(-2000);
  });
  const ended = once(child, 'close');
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const match = program.ready.exec(line);
      if (match !== null) resolve(match[1]);
    });
    child.once('close', () => reject(new Error(`the server ended: ${lastWords.trim()}`)));
  });
  const answer = await fetch(`${url}${path}`);
  const text = await answer.text();
  const startMs = performance.now() - start;
  const cpuMs = (): number | null => (child.pid === undefined ? null : processCpuMs(child.pid));
  const startCpuMs = cpuMs();
  const stop = async (): Promise<void> => {
    child.kill('SIGINT');
    await ended;
  };
  if (answer.status !== 200) {
    await stop();
    throw new Error(`${path} is answered ${answer.status}: ${text.slice(0, 500)}`);
  }
  return { url, startMs, startCpuMs, cpuMs, stop };
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
