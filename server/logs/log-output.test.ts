import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { tempDir } from '../../test/support/temp-dir.ts';

const module = JSON.stringify(resolve('dist/server/logs/log-output.js'));
const lostTerminal = JSON.stringify(resolve('dist/server/cli/lost-terminal.js'));
const logger = `import { pino } from ${JSON.stringify(import.meta.resolve('pino'))}; import { logOutput } from ${module}; const log = pino({}, logOutput());`;

it('lets a process go on and end whose disk is full', async (context) => {
  if (!existsSync('/dev/full')) return context.skip('there is no /dev/full');
  const going = `${logger} log.info('lost'); setTimeout(() => { log.info('lost, too'); process.exit(7); }, 300);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', going], {
    stdio: ['ignore', openSync('/dev/full', 'w'), 'inherit'],
    timeout: 20_000,
    killSignal: 'SIGKILL',
  });
  expect(await once(child, 'exit')).toEqual([7, null]);
}, 60_000);

it('lets a process go on and end whose terminal has gone', async (context) => {
  const script = '/usr/bin/script';
  if (!existsSync(script)) return context.skip(`there is no ${script}`);
  const folder = tempDir();
  const going = join(folder, 'going.mjs');
  writeFileSync(
    going,
    `import { isatty } from 'node:tty'; import { closeLostAtExit } from ${lostTerminal}; ${logger} closeLostAtExit([1, 2]); process.on('SIGHUP', () => undefined); log.info('here');
const look = setInterval(() => { if (isatty(1)) return; clearInterval(look); log.info('lost'); setTimeout(() => { log.info('lost, too'); process.exit(7); }, 300); }, 20);
setTimeout(() => process.exit(8), 20_000);`,
  );
  // The shell stays behind to tell how the process ended.
  const command = `trap '' HUP; "${process.execPath}" "${going}" & wait $!; echo $? > status`;
  const terminal = spawn(script, ['-qec', command, '/dev/null'], { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] });
  let shown = '';
  terminal.stdout.on('data', (data: Buffer) => {
    shown += data.toString();
  });
  await expect.poll(() => shown, { timeout: 20_000 }).toMatch(/here/);
  terminal.kill('SIGKILL');
  const status = join(folder, 'status');
  await expect.poll(() => existsSync(status) && readFileSync(status, 'utf8'), { timeout: 20_000 }).toBe('7\n');
}, 60_000);
