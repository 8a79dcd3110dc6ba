import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nameOf } from '../server/config/setting.ts';
import { settingKeys } from '../server/config/settings.ts';
import { runCommand } from './support/command-line.ts';
import { tempDir } from './support/temp-dir.ts';

it('shows every setting with its origin, and no secret', async () => {
  const folder = tempDir();
  writeFileSync(join(folder, 'stridelab.yaml'), 'data: ./data\nmonitor-token: very-hidden\nrate-limit: 60\n');
  const shown = await runCommand(folder, 'config', '--config', 'stridelab.yaml', '--port', '9000', '--no-reasons');
  expect({ status: shown.status, stderr: shown.stderr }).toEqual({ status: 0, stderr: '' });
  for (const key of settingKeys) expect(shown.stdout).toContain(` ${nameOf(key)} `);
  expect(shown.stdout).toMatch(/rate-limit .* 60 .*stridelab\.yaml:3: rate-limit/);
  expect(shown.stdout).toMatch(/port .* 9000 .*--port/);
  expect(shown.stdout).toMatch(/reasons .* false .*--no-reasons/);
  expect(shown.stdout).not.toContain('very-hidden');
  const { stdout } = await runCommand(folder, 'config', '--config', 'stridelab.yaml', '--json');
  expect(JSON.parse(stdout)).toMatchObject({
    file: 'stridelab.yaml',
    settings: {
      'rate-limit': { value: 60, origin: 'file', place: 'stridelab.yaml:3: rate-limit' },
      'monitor-token': { value: '***', origin: 'file' },
      workers: { value: null, origin: 'default', place: null },
    },
  });
});

it('is read by the commands on a data folder as well', async () => {
  const folder = tempDir();
  writeFileSync(join(folder, 'stridelab.yaml'), 'data: ./data\n');
  const made = await runCommand(folder, 'keys', 'create', '--partner', 'acme', '--config', 'stridelab.yaml');
  expect(made).toMatchObject({ status: 0, stderr: '' });
  const listed = await runCommand(folder, 'keys', 'list', '--data', 'data', '--json');
  expect(JSON.parse(listed.stdout)).toHaveLength(1);
  expect(await runCommand(folder, 'keys', 'list')).toMatchObject({ status: 2 });
});

it('checks a file before a server is started with it', async () => {
  const folder = tempDir();
  writeFileSync(join(folder, 'good.yaml'), 'data: ./data\n');
  writeFileSync(join(folder, 'bad.yaml'), 'data: ./data\nport: many\n');
  expect(await runCommand(folder, 'config', '--check', '--config', 'good.yaml')).toMatchObject({ status: 0 });
  for (const command of [['config', '--check'], ['serve']]) {
    const { status, stdout, stderr } = await runCommand(folder, ...command, '--config', 'bad.yaml');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('error invalid_setting: A setting cannot be used (bad.yaml:2: port, which is "many"');
    expect(await runCommand(folder, ...command)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('no data folder is named'),
    });
  }
});
