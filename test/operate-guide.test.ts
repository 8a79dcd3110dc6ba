import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { freePort } from './support/free-port.ts';
import { emptySchema, sharedPostgres } from './support/shared-postgres.ts';
import { tempDir } from './support/temp-dir.ts';

const page = readFileSync('docs/guides/operate.md', 'utf8');
const run = promisify(execFile);

/** The code blocks whose first line is marked so, in order. */
const blocks = (mark: string): string[] =>
  [...page.matchAll(/^```([^\n]*)\n([\s\S]*?)^```$/gm)].flatMap(([, marked, body]) =>
    marked === mark ? [body ?? ''] : [],
  );

const linesOf = (mark: string): string[] =>
  blocks(mark).flatMap((body) => body.split('\n').filter((line) => line.trim() !== ''));

const cli = resolve('dist/server/cli/main.js');

/** A line as the shell of this test is told it. */
const told = (line: string): string => line.replace(/^npx stridelab/, `exec "${process.execPath}" "${cli}"`);

/** Runs servers and workers of the page beside it until the test ends. */
async function startBeside(line: string, cwd: string, env: NodeJS.ProcessEnv, sign: RegExp): Promise<ChildProcess> {
  const child = spawn('sh', ['-c', told(line)], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => stop(child));
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (data: Buffer) => {
      said += data.toString();
    });
  await expect.poll(() => said, { timeout: 30_000 }).toMatch(sign);
  return child;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

const runLine = (line: string, cwd: string, env: NodeJS.ProcessEnv = process.env) =>
  run('sh', ['-c', told(line)], { cwd, env, timeout: 60_000 });

it('works as the page says, command by command', async () => {
  const folder = tempDir();
  const [api, monitor] = [await freePort(), await freePort()];
  const here = (text: string): string => text.replaceAll('8080', String(api)).replaceAll('9464', String(monitor));
  writeFileSync(join(folder, 'stridelab.yaml'), here(blocks('yaml stridelab.yaml')[0] ?? ''));
  const lines = linesOf('sh');
  expect(lines.length).toBeGreaterThan(12);
  let metrics = '';
  let isServing = false;
  for (const line of lines) {
    expect(line).toMatch(/^(npx stridelab|curl http:\/\/127\.0\.0\.1:(8080|9464)\/\w+$)/);
    if (line.startsWith('npx stridelab serve')) {
      await startBeside(here(line), folder, process.env, /Metrics: /);
      isServing = true;
    } else if (line.startsWith('curl ')) {
      const answer = await fetch(here(line.slice('curl '.length)));
      const body = await answer.text();
      expect({ line, status: answer.status }).toEqual({ line, status: 200 });
      if (line.endsWith('/metrics')) metrics = body;
    } else {
      // The doctor of a machine with little room ends with 5, which is what it is for.
      const { stderr } = await runLine(line.replace(/^(npx stridelab doctor.*)/, '$1 --free-disk 0 --port 0'), folder);
      expect({ line, stderr }).toEqual({ line, stderr: '' });
    }
  }
  expect(isServing).toBe(true);
  expect(statSync(join(folder, 'restored', 'stridelab.db')).size).toBeGreaterThan(0);
  for (const [name] of page.matchAll(/\b(stridelab|nodejs|process)_[a-z_]+[a-z]\b/g)) {
    const base = name.replace(/_(count|sum|bucket)$/, '');
    if (!base.startsWith('process_open_fds') || process.platform === 'linux')
      expect(metrics).toContain(`# TYPE ${base} `);
  }
}, 180_000);

it('works on several machines as the page says', async (context) => {
  const server = await sharedPostgres();
  if (server === null) return context.skip('no PostgreSQL runs on this machine');
  const folder = tempDir();
  const url = await emptySchema(server);
  const env = { ...process.env, DATABASE: url };
  const lines = linesOf('sh postgres');
  expect(lines.length).toBeGreaterThanOrEqual(4);
  for (const line of lines) {
    expect(line).toMatch(/^npx stridelab .*--database "\$DATABASE"/);
    if (line.startsWith('npx stridelab serve')) await startBeside(`${line} --port 0`, folder, env, /Health: /);
    else if (line.startsWith('npx stridelab worker')) await startBeside(line, folder, env, /runs 1 analysis at a time/);
    else await runLine(line.replace(/^(npx stridelab doctor.*)/, '$1 --free-disk 0 --port 0'), folder, env);
  }
}, 120_000);

it('says a pg_dump that works', async (context) => {
  if (!existsSync('/usr/bin/pg_dump')) return context.skip('there is no /usr/bin/pg_dump');
  const server = await sharedPostgres();
  if (server === null) return context.skip('no PostgreSQL runs on this machine');
  const folder = tempDir();
  const env = { ...process.env, DATABASE: server };
  const [line = ''] = linesOf('sh pg_dump');
  const outcome = await runLine(line, folder, env).catch((error: { readonly stderr: string }) => error);
  // A pg_dump that is older than the server refuses, whatever it is told.
  if (outcome.stderr.includes('server version mismatch')) return context.skip('pg_dump is older than the server');
  expect(outcome.stderr).toBe('');
  expect(statSync(join(folder, 'stridelab.dump')).size).toBeGreaterThan(0);
}, 60_000);

describe('what is not run', () => {
  it('names files that there are', () => {
    for (const mark of ['sh systemd', 'sh container']) {
      const named =
        blocks(mark)
          .join('\n')
          .match(/server\/deploy\/[\w.-]+/g) ?? [];
      expect({ mark, isOfFiles: named.length > 0 }).toEqual({ mark, isOfFiles: true });
      expect(named.filter((path) => !existsSync(path))).toEqual([]);
    }
  });

  it('has alerts that Prometheus can read', () => {
    const { groups } = parse(blocks('yaml alerts')[0] ?? '') as {
      groups: { rules: { alert: string; expr: string }[] }[];
    };
    expect(groups.flatMap(({ rules }) => rules).every(({ alert, expr }) => alert !== '' && expr !== '')).toBe(true);
  });

  it('names commands that there are', async () => {
    const named = new Set(
      [...page.matchAll(/stridelab ((?:keys|data|webhooks|credits) [a-z-]+)/g)].map(([, words]) => words),
    );
    expect(named.size).toBeGreaterThan(5);
    for (const words of named) {
      const { stdout } = await run(process.execPath, [cli, ...(words ?? '').split(' '), '--help']);
      expect(stdout).toContain(`Usage: stridelab ${words}`);
    }
  }, 60_000);
});
