import { execFile, execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { builtEntry } from '../../engine/built-entry.ts';
import { tempDir } from '../support/temp-dir.ts';

/** Becomes a process in a network of its own, with loopback and nothing else. */
const alone = ['unshare', '--user', '--map-root-user', '--net', 'sh', '-c', 'ip link set lo up && exec "$0" "$@"'];

function canBeAlone(): boolean {
  try {
    execFileSync(alone[0], [...alone.slice(1), 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

it('a server that analyses a clip opens no connection but to the webhook', { timeout: 180_000 }, async (context) => {
  context.skip(!canBeAlone(), 'this machine lets no user have a network of their own');
  const script = fileURLToPath(builtEntry(import.meta.url, '../../bench/reliability/outgoing/run-alone.js'));
  const [command, ...args] = [...alone, process.execPath, script, tempDir()];
  const { stdout } = await promisify(execFile)(command, args);
  const told = JSON.parse(stdout) as Readonly<Record<string, unknown>>;
  expect(told).toMatchObject({ status: 'success', elsewhere: 0, counting: true });
  expect(told.events).toBeGreaterThan(1);
});
