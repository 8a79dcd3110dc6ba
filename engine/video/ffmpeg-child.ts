import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { builtEntry } from '../built-entry.ts';
import type { ErrorCode } from '../errors/catalogue.ts';
import { StrideError } from '../errors/stride-error.ts';
import { limitedCommand } from './limits/limited-command.ts';
import { limitsOf } from './limits/limits-of-job.ts';
import type { ProcessLimits } from './limits/process-limits.ts';
import { type Job, type Message, messageDescriptor, type ProbeFacts, recordHeader } from './protocol.ts';

/** Longest silence of the child, in milliseconds, while something is expected of it. */
const stallMs = 60_000;
const stderrLimit = 4_096;

export interface ChildOptions {
  /** The child's whole environment, empty by default. */
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, expected: number) => void) | undefined;
  /** Told what a clip is by a job that goes on with it afterwards. */
  readonly onProbed?: ((facts: ProbeFacts) => void) | undefined;
}

/** A job under way in a process of its own. */
export interface FfmpegChild {
  readonly stdin: Writable;
  readonly stdout: Readable;
  /** The job's result, once the process has ended; rejects with a {@link StrideError}. */
  readonly result: Promise<unknown>;
  /** Tells the stall timer that the caller, not the child, is busy (false) or waits (true). */
  waiting(on: boolean): void;
  /** Ends the process at once; resolves when it is gone. Harmless when it has ended already. */
  stop(): Promise<void>;
}

type Spawned = ChildProcessByStdio<Writable, Readable, Readable>;

/**
 * Starts a job in a child process; FFmpeg runs nowhere else: a hostile file can crash that process alone.
 * The child inherits no environment, and ends when this process does.
 *
 * @throws StrideError `aborted` when the signal has fired already.
 */
export function startFfmpegChild(job: Job, options: ChildOptions = {}): FfmpegChild {
  const entry = builtEntry(import.meta.url, './ffmpeg-process.js');
  return startChild({ entry, job, limits: limitsOf(job) }, options);
}

/** A job, and the process that does it. */
export interface ChildJob {
  /** A module that calls `runChild`. */
  readonly entry: URL;
  readonly job: { readonly kind: string };
  readonly limits: ProcessLimits;
}

/**
 * Starts a job in a process of its own.
 *
 * @throws StrideError `aborted` when the signal has fired already.
 */
export function startChild({ entry, job, limits }: ChildJob, options: ChildOptions = {}): FfmpegChild {
  if (options.signal?.aborted) throw new StrideError('aborted');
  const plain = { program: process.execPath, args: [fileURLToPath(entry), String(limits.memoryBytes ?? '')] };
  const { program, args } = limitedCommand(plain, limits);
  const child = spawn(program, args, {
    env: options.env ?? {},
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    windowsHide: true,
  }) as Spawned;
  const kill = (): void => void child.kill('SIGKILL');

  let crashCode: ErrorCode = 'decoder_failed';
  let failure: StrideError | undefined;
  const fail = (error: StrideError): void => {
    failure ??= error;
    kill();
  };

  let stallTimer: NodeJS.Timeout | undefined;
  let isWaiting = true;
  let hasEnded = false;
  const beat = (): void => {
    clearTimeout(stallTimer);
    if (isWaiting && !hasEnded) {
      stallTimer = setTimeout(() => fail(new StrideError(crashCode, `${job.kind} stood still`)), stallMs);
    }
  };
  beat();
  const overtime = (): void => fail(new StrideError(crashCode, `${job.kind} took longer than ${limits.wallS} s`));
  const wallTimer = limits.wallS === null ? undefined : setTimeout(overtime, 1000 * limits.wallS);

  const onAbort = (): void => fail(new StrideError('aborted'));
  options.signal?.addEventListener('abort', onAbort, { once: true });

  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-stderrLimit);
  });

  let outcome: Extract<Message, { type: 'result' | 'error' }> | undefined;
  const messages = createInterface({ input: child.stdio[messageDescriptor] as Readable });
  messages.on('line', (line) => {
    beat();
    // What was on its way when the job was given up.
    if (failure !== undefined) return;
    const message = messageOf(line);
    if (message === null) fail(new StrideError('decoder_failed', `${job.kind} said something that cannot be read`));
    else if (message.type === 'progress') options.onProgress?.(message.done, message.expected);
    else if (message.type === 'probed') {
      // What goes on with a clip that could be read runs the networks.
      crashCode = 'inference_failed';
      options.onProbed?.(message.facts);
    } else outcome = message;
  });

  const result = new Promise<unknown>((resolve, reject) => {
    child.once('error', (error) => fail(new StrideError('decoder_failed', error.message, { cause: error })));
    // A child that ends early leaves a broken pipe, which its outcome explains better.
    child.stdin.on('error', () => undefined);
    child.once('close', (exitCode, exitSignal) => {
      hasEnded = true;
      clearTimeout(stallTimer);
      clearTimeout(wallTimer);
      options.signal?.removeEventListener('abort', onAbort);
      if (failure) reject(failure);
      else if (outcome?.type === 'error') reject(new StrideError(outcome.code, outcome.detail || undefined));
      else if (outcome?.type === 'result') resolve(outcome.result);
      else reject(new StrideError(crashCode, endedWithout(exitCode, exitSignal, stderr)));
    });
  });
  // The caller may be reading frames when the job fails; it awaits the result afterwards.
  result.catch(() => undefined);

  sendRecord(child, job);

  return {
    stdin: child.stdin,
    stdout: child.stdout,
    result,
    waiting(on) {
      isWaiting = on;
      beat();
    },
    async stop() {
      kill();
      child.stdout.destroy();
      await result.catch(() => undefined);
    },
  };
}

/** Sends a record of JSON to a child. */
export function sendRecord({ stdin }: Pick<FfmpegChild, 'stdin'>, content: object): void {
  const bytes = Buffer.from(JSON.stringify(content));
  stdin.write(recordHeader(bytes.length));
  stdin.write(bytes);
}

/** Null for a line that a dying child left half written. */
function messageOf(line: string): Message | null {
  try {
    return JSON.parse(line) as Message;
  } catch {
    return null;
  }
}

function endedWithout(exitCode: number | null, exitSignal: NodeJS.Signals | null, stderr: string): string {
  const how = exitSignal ?? `exit code ${exitCode}`;
  const lines = stderr.trim().split('\n');
  const line = lines.findLast((text) => /error/i.test(text)) ?? lines.at(-1) ?? '';
  return line === '' ? how : `${how}: ${line.slice(0, 300)}`;
}
