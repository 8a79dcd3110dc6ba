import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { delimiter, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';
import { freePort } from '../free-port.ts';
import { tempDir } from '../temp-dir.ts';

const run = promisify(execFile);

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Ports that pages name. */
const namedPorts = [8080, 4010, 9000, 9090, 9091, 9464];

/** What a reader copies from an answer into later commands: where it is found, and the word that stands for it. */
const copied = {
  KEY: /\b(slk_[\w-]+)/,
  VIDEO_ID: /"video_id":"([^"]+)"/,
  OUTPUT_VIDEO: /"output_video":"([^"]+)"/,
} as const satisfies Readonly<Record<string, RegExp>>;

/** Commands that ask for a password on a terminal, which there is none of here. */
const asks = /\bstridelab people (add|password)\b(?!.*--(generate|password-stdin))/;

/** Commands that stay: the next is run once their port answers. */
const stays = /\bstridelab (serve|worker|emulate|recording (make|replay))\b/;

/**
 * A reader who types a page's commands one after another in an empty folder: with ports that are free, with the built program
 * behind `npx stridelab`, and no way out of this machine.
 */
export class Walk {
  readonly folder = tempDir();
  readonly #env: NodeJS.ProcessEnv;
  readonly #ports: ReadonlyMap<number, number>;
  readonly #substitutions = new Map<string, string>();
  readonly #staying: ChildProcess[] = [];

  private constructor(ports: ReadonlyMap<number, number>) {
    this.#ports = ports;
    this.#env = {
      ...process.env,
      PATH: [standIns(this.folder), process.env.PATH].join(delimiter),
      STRIDELAB_PORT: String(ports.get(8080)),
      STRIDELAB_FREE_DISK: '0',
      STRIDELAB_LOG_LEVEL: 'warn',
      NO_COLOR: '1',
      PASSWORD: 'what a reader would type',
    };
    onTestFinished(() => this.stopAll());
  }

  static async begin(): Promise<Walk> {
    const ports = new Map<number, number>();
    for (const port of namedPorts) ports.set(port, await freePort());
    return new Walk(ports);
  }

  /** The free port that stands for one that pages name. */
  portFor(named: number): number {
    return this.#ports.get(named) ?? named;
  }

  /** Runs one command of a page; one that stays is left running. */
  async run(command: string): Promise<Ran> {
    const line = this.#filledIn(command);
    if (stays.test(line)) return this.#leaveRunning(line);
    const ended = await run('sh', ['-c', line], { cwd: this.folder, env: this.#env, maxBuffer: 1e8 }).then(
      ({ stdout, stderr }) => ({ status: 0, stdout, stderr }),
      ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
        status: code,
        stdout,
        stderr,
      }),
    );
    for (const [word, where] of Object.entries(copied)) {
      const found = where.exec(ended.stdout)?.[1];
      if (found !== undefined) this.#substitutions.set(word, found);
    }
    return ended;
  }

  /** Has a later command say something else. */
  substitute(word: string, text: string): void {
    this.#substitutions.set(word, text);
  }

  /** Ends what was left running last, as Ctrl+C does. */
  async stopLast(): Promise<void> {
    await this.#stop(this.#staying.splice(-1));
  }

  stopAll(): Promise<void> {
    return this.#stop(this.#staying.splice(0));
  }

  async #stop(children: readonly ChildProcess[]): Promise<void> {
    for (const child of children) {
      if (child.exitCode !== null) continue;
      const gone = once(child, 'exit');
      child.kill('SIGINT');
      await gone;
    }
  }

  #filledIn(command: string): string {
    let line = command;
    for (const [port, free] of this.#ports) line = line.replaceAll(new RegExp(`\\b${port}\\b`, 'g'), String(free));
    for (const [word, text] of this.#substitutions)
      line = /^[A-Z_]+$/.test(word)
        ? line.replaceAll(new RegExp(`\\b${word}\\b`, 'g'), text)
        : line.replaceAll(word, text);
    return asks.test(line) ? `printf %s "$PASSWORD" | ${line} --password-stdin` : line;
  }

  async #leaveRunning(line: string): Promise<Ran> {
    const child = spawn('sh', ['-c', `exec ${line}`], {
      cwd: this.folder,
      env: this.#env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#staying.push(child);
    let [stdout, stderr] = ['', ''];
    child.stdout?.on('data', (data: Buffer) => (stdout += data.toString()));
    child.stderr?.on('data', (data: Buffer) => (stderr += data.toString()));
    const port = /--port (\d+)/.exec(line)?.[1] ?? this.#env.STRIDELAB_PORT;
    for (let i = 0; i < 600 && child.exitCode === null; i++) {
      const isThere = / worker /.test(line) ? stdout !== '' : await answers(Number(port));
      if (isThere) return { status: 0, stdout, stderr };
      await sleep(50);
    }
    return { status: child.exitCode ?? -1, stdout, stderr };
  }
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const isThere = await Promise.race([
    once(socket, 'connect').then(() => true),
    once(socket, 'error').then(() => false),
  ]).catch(() => false);
  socket.destroy();
  return isThere;
}

/** A folder of programs under the names that pages use. @returns Its path. */
function standIns(folder: string): string {
  const bin = join(folder, '.bin');
  mkdirSync(bin);
  const node = `exec "${process.execPath}"`;
  const cli = `"${resolve('dist/server/cli/main.js')}"`;
  const scripts = {
    stridelab: `${node} ${cli} "$@"`,
    npx: `[ "$1" = stridelab ] || exit 97\nshift\n${node} ${cli} "$@"`,
    npm: [
      'case "$1 $2" in',
      // Two of the demo's five seconds: painting is what takes long.
      `"run demo") ${node} ${cli} demo --seconds 2;;`,
      `"run bench") shift 3; ${node} "${resolve('dist/bench/run.js')}" "$@";;`,
      '*) exit 97;;',
      'esac',
    ].join('\n'),
    // An answer of 4xx or 5xx is a failure, and no packet leaves the machine.
    curl: [
      'for word; do case "$word" in *://127.0.0.1:*) ;; *://*) exit 98;; esac; done',
      `exec ${curlPath} -sS --fail-with-body --noproxy '*' "$@"`,
    ].join('\n'),
  };
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  return bin;
}

const curlPath = '/usr/bin/curl';
