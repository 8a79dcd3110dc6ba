import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type FileHandle, open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A process that is started, killed, frozen and started again. What it prints goes to a file. */
export class Victim {
  readonly name: string;
  readonly logPath: string;
  readonly #entry: URL;
  readonly #args: readonly string[];
  readonly #env: Readonly<Record<string, string>>;
  #child: ChildProcess | null = null;
  #gone: Promise<unknown> = Promise.resolve();
  #said = '';

  constructor({ name, entry, args, env, logPath }: VictimOptions) {
    this.name = name;
    this.#entry = entry;
    this.#args = args;
    this.#env = env;
    this.logPath = logPath;
  }

  get pid(): number | null {
    return this.#child?.pid ?? null;
  }

  /** What followed `listening at` when it last started. */
  get url(): string {
    return this.#said;
  }

  /** Starts it and waits for its word. @throws Error when it ends instead. */
  async start(): Promise<void> {
    const log: FileHandle = await open(this.logPath, 'a');
    const child = spawn(process.execPath, [fileURLToPath(this.#entry), ...this.#args], {
      env: { ...process.env, ...this.#env },
      stdio: ['ignore', 'pipe', log.fd],
    });
    await log.close();
    this.#child = child;
    this.#gone = once(child, 'close');
    const writes = open(this.logPath, 'a');
    const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
    const closed = once(lines, 'close');
    void closed.then(async () => (await writes).close());
    await new Promise<void>((resolve, reject) => {
      lines.on('line', (line) => {
        void writes.then((file) => file.appendFile(`${line}\n`)).catch(reject);
        const said = /^listening at (\S+)$/.exec(line)?.[1];
        if (said === undefined) return;
        this.#said = said;
        resolve();
      });
      child.once('close', (code, signal) => reject(new Error(`${this.name} ended with ${signal ?? code}`)));
      child.once('error', reject);
    });
  }

  /** Kills it as the kernel would. */
  async kill(): Promise<void> {
    this.#child?.kill('SIGKILL');
    await this.#gone;
    this.#child = null;
  }

  /** Ends it as a service manager would, by force if it does not end in time. @returns Whether it ended by itself. */
  async stop(graceMs: number): Promise<boolean> {
    if (this.#child === null) return true;
    this.#child.kill('SIGTERM');
    const timer = setTimeout(() => this.#child?.kill('SIGKILL'), graceMs);
    await this.#gone;
    clearTimeout(timer);
    const byItself = this.#child?.signalCode !== 'SIGKILL';
    this.#child = null;
    return byItself;
  }
}

export interface VictimOptions {
  readonly name: string;
  readonly entry: URL;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly logPath: string;
}
