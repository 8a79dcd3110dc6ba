import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { builtEntry } from '../../../engine/built-entry.ts';
import type { MachineRole } from './machine-entry.ts';

/** A line of a machine's log, and when it came, by this process's clock. */
export interface LogLine {
  readonly msg: string;
  readonly analysis?: string;
  readonly attempt?: number;
  readonly end?: string;
  readonly atMs: number;
}

/** How long a machine may take to say what is waited for. */
const patienceMs = 120_000;

/** A process of ours, in a network namespace or in this process's own. */
export class Machine {
  readonly lines: LogLine[] = [];
  readonly #child: ChildProcess;
  #words = '';

  constructor(namespace: string | null, role: MachineRole, analysisMs: number) {
    const entry = fileURLToPath(builtEntry(import.meta.url, './machine-entry.js'));
    const words = [process.execPath, entry, JSON.stringify(role)];
    const [command, ...rest] = namespace === null ? words : ['ip', 'netns', 'exec', namespace, ...words];
    this.#child = spawn(command, rest, {
      env: { ...process.env, EMULATED_MS: String(analysisMs) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (this.#child.stdout !== null)
      createInterface(this.#child.stdout).on('line', (line) => {
        if (line.startsWith('{')) this.lines.push({ ...(JSON.parse(line) as LogLine), atMs: Date.now() });
      });
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#words = (this.#words + text).slice(-2000);
    });
  }

  /** Waits for a line. */
  async said(what: (line: LogLine) => boolean): Promise<LogLine> {
    for (const endMs = Date.now() + patienceMs; Date.now() < endMs; await sleep(10)) {
      const line = this.lines.find(what);
      if (line !== undefined) return line;
      if (this.#child.exitCode !== null)
        throw new Error(`a machine ended with ${this.#child.exitCode}: ${this.#words}`);
    }
    throw new Error(
      `a machine did not say what was waited for; it said ${JSON.stringify(this.lines.slice(-5))} ${this.#words}`,
    );
  }

  ready(): Promise<LogLine> {
    return this.said(({ msg }) => msg === 'ready');
  }

  /** Sends a signal to the process alone, not to those that it has started. */
  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  async close(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = once(this.#child, 'exit');
    // `ip netns exec` has become the process itself.
    this.#child.kill('SIGTERM');
    const late = setTimeout(() => this.#child.kill('SIGKILL'), 20_000);
    await gone;
    clearTimeout(late);
  }
}
