import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it, onTestFinished } from 'vitest';
import { createPartnerKey } from '../server/accounts/partner-keys.ts';
import { StartedSchema } from '../server/contract/schemas/start.ts';
import { bodyOf, postStart } from './support/api-server.ts';
import { smallClip } from './support/small-clip.ts';
import { tempDir } from './support/temp-dir.ts';

const program = `
  import { startServer } from '${new URL('../dist/server/serve.js', import.meta.url).href}';
  const server = await startServer({ port: 0, dataDir: process.argv[1], workers: 0 });
  console.log(server.url);
  process.stdin.on('end', () => server.close()).resume();
`;

const canTrace = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;
if (!canTrace) console.warn('skipped: strace is not on this machine, or may not trace');

it.skipIf(!canTrace)('answers 202 once the video, its name and the row are on the disk, in this order', async () => {
  const dataDir = tempDir();
  const log = join(tempDir(), 'calls');
  const { key } = await createPartnerKey(dataDir, 'Acme');
  const traced = ['-f', '-y', '-e', 'trace=fsync,fdatasync,rename,renameat2,write,writev', '-s', '40', '-o', log];
  const child = spawn('strace', [...traced, process.execPath, '--input-type=module', '-e', program, dataDir], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'close');
  const [url] = (await once(createInterface(child.stdout), 'line')) as [string];
  await bodyOf(await postStart({ url, key }, { video: await smallClip(30, 30) }), 202, StartedSchema);
  child.stdin.end();
  await ended;

  const calls = readFileSync(log, 'utf8').split('\n');
  const answer = calls.findIndex((call) => call.includes('HTTP/1.1 202'));
  expect(answer).toBeGreaterThan(0);
  const before = (call: RegExp): number => calls.slice(0, answer).findLastIndex((line) => call.test(line));
  const steps = [
    before(/f(data)?sync\(\d+<[^>]*\/scratch\/[^>]*>/),
    before(/rename.*\/scratch\/.*\/uploads\//),
    before(/f(data)?sync\(\d+<[^>]*\/uploads>/),
    before(/f(data)?sync\(\d+<[^>]*\/stridelab\.db-wal>/),
  ];
  expect(steps[0]).toBeGreaterThan(0);
  expect(steps).toEqual([...steps].sort((a, b) => a - b));
});
