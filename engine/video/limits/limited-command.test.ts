import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished, type TestContext } from 'vitest';
import { tempDir } from '../../../test/support/temp-dir.ts';
import { builtEntry } from '../../built-entry.ts';
import { limitedCommand } from './limited-command.ts';
import { type ProcessLimits, probeLimits } from './process-limits.ts';

const mebibyte = 1024 * 1024;
const limits: ProcessLimits = { ...probeLimits, memoryBytes: 256 * mebibyte, cpuS: 2 };

/** Runs a line of JavaScript within limits. */
function run(script: string, within: ProcessLimits = limits) {
  const { program, args } = limitedCommand({ program: process.execPath, args: ['-e', script] }, within);
  const { status, signal, stdout, stderr } = spawnSync(program, args, { env: {}, encoding: 'utf8' });
  return { status, signal, stdout, stderr };
}

/** Skips where there is no Linux, with the reason printed. */
function requireLinux(context: TestContext, why: string): void {
  if (process.platform !== 'linux') context.skip(`${why} is told by Linux alone`);
}

function requireTool(context: TestContext, ...command: readonly [string, ...string[]]): void {
  const [program, ...args] = command;
  if (spawnSync(program, [...args, 'true']).status !== 0) context.skip(`${command.join(' ')} does not work here`);
}

it('starts the program itself, with its arguments and under the id of what was started', () => {
  expect(run('console.log(process.argv.slice(1))').stdout).toBe('[]\n');
  const words = ['a b', '$HOME', '"', "'"];
  const { program, args } = limitedCommand(
    {
      program: process.execPath,
      args: ['-e', 'console.log(JSON.stringify([process.pid, ...process.argv.slice(1)]))', ...words],
    },
    limits,
  );
  const { pid, stdout } = spawnSync(program, args, { encoding: 'utf8' });
  expect(JSON.parse(stdout)).toEqual([pid, ...words]);
});

it('sets what the system tells of', (context) => {
  requireLinux(context, '/proc/self/limits');
  const told = run("console.log(require('node:fs').readFileSync('/proc/self/limits', 'utf8'))").stdout;
  const both = (name: string): (string | undefined)[] => {
    const line = told.split('\n').find((text) => text.startsWith(`Max ${name}`)) ?? '';
    return line.slice(26).trim().split(/\s+/).slice(0, 2);
  };
  expect(both('cpu time')).toEqual(['2', '2']);
  expect(both('data size')).toEqual([String(256 * mebibyte), String(256 * mebibyte)]);
  expect(both('file size')).toEqual(['0', '0']);
  expect(both('core file size')).toEqual(['0', '0']);
  expect(both('open files')).toEqual(['128', '128']);
  const score = run("console.log(require('node:fs').readFileSync('/proc/self/oom_score_adj', 'utf8').trim())");
  expect(score.stdout).toBe('500\n');
});

it('lets a process that starts others give them wider limits', (context) => {
  requireLinux(context, '/proc/self/limits');
  const inner = limitedCommand(
    { program: 'sh', args: ['-c', 'ulimit -d'] },
    { ...limits, memoryBytes: 512 * mebibyte },
  );
  const script = `console.log(require('node:child_process').spawnSync(${JSON.stringify(inner.program)}, ${JSON.stringify(inner.args)}).stdout.toString())`;
  expect(run(script, { ...limits, startsOthers: true }).stdout.trim()).toBe(String(512 * 1024));
});

it('ends what takes more memory', (context) => {
  requireLinux(context, 'a limit of memory');
  const outcome = run('const all = []; for (;;) all.push(Buffer.alloc(8e6, 1));');
  expect(outcome.status).not.toBe(0);
  expect(outcome.stderr).toMatch(/allocation failed|out of memory/i);
});

it('ends what takes more processor time, however many threads take it', () => {
  const outcome = run(
    "const { Worker } = require('node:worker_threads'); for (let i = 0; i < 3; i++) new Worker('for (;;);', { eval: true });",
    { ...limits, memoryBytes: 1024 * mebibyte, cpuS: 1 },
  );
  expect(outcome).toMatchObject({ status: null, signal: 'SIGKILL' });
});

it('lets nothing be written to a file, or no more than it may', () => {
  const path = join(tempDir(), 'file');
  writeFileSync(path, '');
  const script = `require('node:fs').writeFileSync(${JSON.stringify(path)}, Buffer.alloc(100_000))`;
  expect(run(script).status).not.toBe(0);
  expect(statSync(path).size).toBe(0);
  expect(run(script, { ...limits, fileBytes: 51_200 }).status).not.toBe(0);
  expect(statSync(path).size).toBe(51_200);
  expect(run(script, { ...limits, fileBytes: 102_400 }).status).toBe(0);
});

it('has no network where the system lets it be taken away', async (context) => {
  if (process.getuid?.() === 0) requireTool(context, 'unshare', '-n');
  else requireTool(context, 'unshare', '-rn');
  let connections = 0;
  const server = createServer((socket) => {
    connections++;
    socket.destroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as { port: number };
  const script = `require('node:net').connect(${port}, '127.0.0.1').on('connect', () => process.exit(0)).on('error', () => process.exit(7))`;
  const attempt = async (program: string, args: readonly string[]): Promise<unknown> => {
    const [status] = (await once(spawn(program, args, { env: {} }), 'exit')) as [number | null];
    return status;
  };
  expect(await attempt(process.execPath, ['-e', script])).toBe(0);
  await sleep(50);
  expect(connections).toBe(1);
  const { program, args } = limitedCommand({ program: process.execPath, args: ['-e', script] }, limits);
  expect(await attempt(program, args)).toBe(7);
  await sleep(50);
  expect(connections).toBe(1);
});

it('gains no privileges where the system can see to it', (context) => {
  requireTool(context, 'setpriv', '--no-new-privs');
  const { stdout } = run("console.log(require('node:fs').readFileSync('/proc/self/status', 'utf8'))");
  expect(stdout).toMatch(/^NoNewPrivs:\s1$/m);
});

it('ends with its parent where the system can see to it', async (context) => {
  requireTool(context, 'setpriv', '--pdeathsig', 'KILL');
  const { program, args } = limitedCommand(
    { program: process.execPath, args: ['-e', 'setInterval(() => 0, 1e3)'] },
    limits,
  );
  const script = `const { pid } = require('node:child_process').spawn(${JSON.stringify(program)}, ${JSON.stringify(args)}); console.log(pid); setInterval(() => 0, 1e3)`;
  const parent = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(parent.stdout, 'data')) as [Buffer];
  const pid = Number(line);
  // Until the shell has become the program.
  await expect.poll(() => commandOf(pid), { timeout: 10_000 }).toContain('setInterval');
  await expect.poll(() => commandOf(pid)?.startsWith(process.execPath), { timeout: 10_000 }).toBe(true);
  parent.kill('SIGKILL');
  await expect.poll(() => commandOf(pid), { timeout: 10_000 }).toBeNull();
});

it('watches its own memory, and whether its parent is there, everywhere', async () => {
  const watch = builtEntry(import.meta.url, '../jobs/watch-own-process.js').href;
  const script = `import(${JSON.stringify(watch)}).then((m) => { process.argv[2] = process.argv[1]; m.watchOwnProcess(); setInterval(() => 0, 1e3); console.log(process.pid); })`;
  const greedy = spawn(process.execPath, ['-e', script, String(10 * mebibyte)], { stdio: 'ignore' });
  expect(await once(greedy, 'exit')).toEqual([null, 'SIGKILL']);
  const modest = `const { spawn } = require('node:child_process'); spawn(process.execPath, ['-e', ${JSON.stringify(script)}, String(1e12)], { stdio: ['ignore', 'inherit', 'ignore'], detached: true }); setInterval(() => 0, 1e3)`;
  const parent = spawn(process.execPath, ['-e', modest], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(parent.stdout, 'data')) as [Buffer];
  await sleep(600);
  expect(isAlive(Number(line))).toBe(true);
  parent.kill('SIGKILL');
  await expect.poll(() => isAlive(Number(line)), { timeout: 10_000 }).toBe(false);
});

/** The first word and the rest of a process's command line; null once it has ended. */
function commandOf(pid: number): string | null {
  try {
    const line = readFileSync(`/proc/${pid}/cmdline`, 'latin1');
    return line === '' ? null : line;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || commandOf(pid) !== null;
  } catch {
    return false;
  }
}
