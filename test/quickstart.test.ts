import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Value } from 'typebox/value';
import { expect, it, onTestFinished, vi } from 'vitest';
import { CalculatedDataSchema } from '../server/contract/schemas/calculated-data.ts';
import { SuccessSchema } from '../server/contract/schemas/results.ts';
import { sharedDemoClip } from './support/shared-demo-clip.ts';
import { tempDir } from './support/temp-dir.ts';

const run = promisify(execFile);
const cli = fileURLToPath(new URL('../dist/server/cli/main.js', import.meta.url));

/** The commands of the README's section, in order, comments aside, lines that go on joined. */
function printedCommands(heading: string): string[] {
  const section = readFileSync('README.md', 'utf8').split(`## ${heading}\n`)[1].split('\n## ')[0];
  const blocks = [...section.matchAll(/```\n([\s\S]*?)```/g)].map(([, block]) => block);
  return blocks
    .join('')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter((line) => line !== '');
}

it('works as the README prints it, from a key to the numbers', { timeout: 180_000 }, async (context) => {
  await run('curl', ['--version']).catch(() => context.skip('curl is not on this machine'));
  const cwd = tempDir();
  copyFileSync((await sharedDemoClip()).path, join(cwd, 'run.mp4'));
  const commands = printedCommands('Serve the Partner API');
  const printed = (start: string): string => {
    const command = commands.find((candidate) => candidate.startsWith(start));
    if (command === undefined) throw new Error(`the README prints no ${start}`);
    return command;
  };
  const known = new Map([
    ['npx stridelab', `'${process.execPath}' '${cli}'`],
    // A port that is free, and a progress bar that is not asked for.
    ['--port 8080', '--port 0'],
    ['curl ', 'curl -sS '],
  ]);
  const filledIn = (command: string): string =>
    [...known].reduce((text, [from, to]) => text.replaceAll(from, to), command);
  const shell = async (command: string): Promise<string> =>
    (await run('sh', ['-c', filledIn(command)], { cwd, maxBuffer: 1e7 })).stdout;

  const { key } = JSON.parse(await shell(printed('npx stridelab keys create'))) as { readonly key: string };
  expect(await shell(printed('npx stridelab keys list'))).toContain('acme');

  const server = spawn('sh', ['-c', `exec ${filledIn(printed('npx stridelab serve'))}`], {
    cwd,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(async () => {
    const gone = once(server, 'exit');
    server.kill('SIGINT');
    await gone;
  });
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(server.stdout).on('line', (line) => {
      const match = /Partner API at (http:\S+)$/.exec(line);
      if (match !== null) resolve(match[1]);
    });
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  known.set('http://127.0.0.1:8080', url).set('=KEY', `=${key}`);

  const [start, results, calculatedData] = commands.filter((command) => command.startsWith('curl'));
  const started = JSON.parse(await shell(start)) as { readonly message: string; readonly video_id: string };
  expect(started.message).toBe(`Analysis started for ID: ${started.video_id}`);
  known.set('VIDEO_ID', started.video_id);
  const body = await vi.waitUntil(
    async () => {
      const answer = JSON.parse(await shell(results)) as { readonly status: string };
      expect(answer.status).not.toBe('failed');
      return answer.status === 'success' && answer;
    },
    { timeout: 120_000, interval: 300 },
  );
  expect(Value.Errors(SuccessSchema, body)).toEqual([]);
  expect(Value.Errors(CalculatedDataSchema, JSON.parse(await shell(calculatedData)))).toEqual([]);
});
