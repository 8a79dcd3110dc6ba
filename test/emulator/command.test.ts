import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { startEmulator } from '../../server/emulator/start-emulator.ts';
import { runCommand, startCommand } from '../support/command-line.ts';
import { tempDir } from '../support/temp-dir.ts';
import { Client } from './client.ts';

interface Started {
  readonly child: ChildProcess;
  readonly folder: string;
  readonly url: string;
}

/** Starts `stridelab emulate` in a folder of its own, which ends with the test. */
async function started(...args: string[]): Promise<Started> {
  const folder = tempDir();
  const child = startCommand(folder, ['emulate', '--port', '0', ...args]);
  onTestFinished(() => void child.kill('SIGKILL'));
  const url = await new Promise<string>((resolve, reject) => {
    let printed = '';
    child.stdout?.on('data', (part: Buffer) => {
      printed += part.toString();
      const [, found] = /emulates the Partner API at (\S+)\n/.exec(printed) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.on('exit', (code) => reject(new Error(`it ended with ${code}`)));
  });
  return { child, folder, url };
}

it('emulates until it is told to stop, and writes nothing', async () => {
  const { child, folder, url } = await started('--frozen', '--seed', '5');
  const client = new Client(url, 'a');
  const told = await client.polled(await client.started('run.mp4'));
  expect(told.map(({ body }) => body.status)).toEqual(['pending', 'analyzing', 'analyzing', 'success']);
  expect(readdirSync(folder)).toEqual([]);
  const ended = new Promise((resolve) => child.on('exit', resolve));
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});

it.runIf(existsSync('/proc/self/maps'))('loads no network, no FFmpeg, no image library and no store', async () => {
  const { child, url } = await started('--frozen');
  const client = new Client(url, 'a');
  const { body } = await client.ended(await client.started('run.mp4'));
  expect((await fetch(body.thumbnail)).status).toBe(200);
  const maps = readFileSync(`/proc/${child.pid}/maps`, 'utf8');
  expect(maps.match(/[^/\s]*(onnxruntime|node-av|libav|sharp|libvips|libsql)[^/\s]*/g)).toBeNull();
});

it('begins now, runs as fast as it is told to, and takes the keys that it is given alone', async () => {
  const { url } = await started('--rate', '100', '--keys', 'acme', '--scenario', 'forefoot');
  const client = new Client(url, 'acme');
  const id = await client.started('run.mp4', { treadmill: 'true', pace: '05:30' });
  const results = async () => (await client.results(id)).body;
  await expect.poll(async () => (await results()).status, { timeout: 20_000 }).toBe('success');
  expect((await results()).biomechanical_analysis.analysis_content.foot.foot_strike_pattern).toBe('forefoot');
  const [{ created_at: createdAt }] = (await client.ask('/analysis')).body.analyses;
  expect(Math.abs(Date.parse(createdAt) - Date.now())).toBeLessThan(3_600_000);
  expect((await new Client(url, 'other').ask('/analysis')).status).toBe(403);
});

it('refuses options that cannot be', async () => {
  const folder = tempDir();
  for (const args of [
    ['--rate', '0'],
    ['--start-at', 'soon'],
    ['--credits', 'many'],
  ])
    expect((await runCommand(folder, 'emulate', ...args)).status).toBe(2);
  const { status, stderr } = await runCommand(folder, 'emulate', '--port', '0', '--scenario', 'nonsense');
  expect(status).toBe(2);
  expect(stderr).toContain('nonsense');
});

it('says which option names another port, which its library has none of', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void taken.close());
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const { status, stderr } = await runCommand(tempDir(), 'emulate', '--port', String(port));
  expect(status).toBe(5);
  expect(stderr).toContain('Name another port with --port');
  await expect(startEmulator({ port })).rejects.toMatchObject({ advice: 'Name another port or another address.' });
});
