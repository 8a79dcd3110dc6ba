import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const module = JSON.stringify(resolve('dist/server/logs/log-output.js'));
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
