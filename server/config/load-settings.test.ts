import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tempDir } from '../../test/support/temp-dir.ts';
import { loadSettings } from './load-settings.ts';
import { nameOf, variableOf } from './setting.ts';
import { settingAt, settingKeys } from './settings.ts';
import { shownValue } from './shown-value.ts';

const written = (name: string, content: string): string => {
  const path = join(tempDir(), name);
  writeFileSync(path, content);
  return path;
};

const problemsOf = (flags: Record<string, unknown>, environment: Record<string, string> = {}): string => {
  try {
    loadSettings({ flags, environment });
  } catch (error) {
    expect(error).toMatchObject({ code: 'invalid_setting' });
    return (error as Error).message;
  }
  throw new Error('all was taken');
};

describe('of several places', () => {
  const fileAndEnvironment = () => {
    const config = written('a.yaml', 'port: 3\nhost: "::1"\nrate-limit: 30\n');
    return { config, environment: { STRIDELAB_PORT: '2', STRIDELAB_HOST: '', STRIDELAB_CONFIG: config } };
  };

  it('the flag holds, then the environment, then the file, then the default', () => {
    const { config, environment } = fileAndEnvironment();
    const { values, origins, file } = loadSettings({ flags: { port: '1' }, environment });
    expect(values).toMatchObject({ port: 1, host: '::1', rateLimit: 30, deadline: 300, workers: null });
    expect(origins).toMatchObject({
      port: { origin: 'flag', place: '--port' },
      host: { origin: 'file', place: `${config}:2: host` },
      deadline: { origin: 'default', place: null },
    });
    expect(file).toBe(config);
    expect(loadSettings({ flags: {}, environment }).values.port).toBe(2);
  });

  it('a file that a flag names goes before one that the environment names', () => {
    const { environment } = fileAndEnvironment();
    const other = written('b.json', '{"port": 5, "webhook-allow": ["10.0.0.0/8", "hooks.lan"], "reasons": false}');
    const { values } = loadSettings({ flags: { config: other }, environment });
    expect(values).toMatchObject({
      port: 2,
      rateLimit: null,
      webhookAllow: ['10.0.0.0/8', 'hooks.lan'],
      reasons: false,
    });
  });

  it('a switch of the command line turns off what a file turns on', () => {
    const on = written('c.yaml', 'webhook-http: true\nreasons: no-such\n');
    expect(problemsOf({ config: on })).toContain(`${on}:2: reasons, which is "no-such", takes true or false`);
    const { values } = loadSettings({ flags: { webhookHttp: false }, environment: { STRIDELAB_WEBHOOK_HTTP: 'true' } });
    expect(values.webhookHttp).toBe(false);
  });
});

describe('is refused, with its place and what is allowed', () => {
  it('everything that is wrong, at once, also where another place goes before it', () => {
    const config = written('d.yaml', '# comment\nport: eighty\nprot: 80\nhost:\n  name: x\n');
    const message = problemsOf(
      { config, port: '1', threads: '0' },
      { STRIDELAB_DEADLINE: '1.5', STRIDELAB_DEADLNE: '1', OTHER: 'x' },
    );
    for (const part of [
      `${config}:2: port, which is "eighty", takes a whole number from 0 to 65535`,
      `${config}:3: prot is no setting`,
      `${config}:4: host takes an address`,
      '--threads, which is "0", takes a whole number from 1 to 64',
      'STRIDELAB_DEADLINE, which is "1.5", takes a whole number from 1 to 86400',
      'STRIDELAB_DEADLNE is no setting',
    ])
      expect(message).toContain(part);
    expect(message).not.toContain('OTHER');
  });

  it.each([
    ['- port\n', 'is no list of settings'],
    ['port: [1\n', '.yaml: '],
    ['port: 1\nport: 2\n', 'unique'],
    ['port: !!js/function x\n', '.yaml'],
  ])('a file with %j', (content, part) => {
    expect(problemsOf({ config: written('e.yaml', content) })).toContain(part);
  });

  it('a file that is not there', () => {
    expect(problemsOf({ config: '/no/such/file' })).toContain('/no/such/file cannot be read');
  });

  it.each([
    ['database', 'mysql://h/d'],
    ['publicUrl', 'gait.example.org'],
    ['monitor', '9464'],
    ['monitor', 'a:70000'],
    ['logLevel', 'loud'],
    ['network', 'nope'],
  ])('%s %s', (key, value) => {
    expect(problemsOf({ [key]: value })).toContain(`--${nameOf(key)}`);
  });
});

it('takes an empty file and one of comments alone', () => {
  for (const content of ['', '# nothing\n', 'host:\n'])
    expect(loadSettings({ flags: { config: written('f.yaml', content) }, environment: {} }).values.host).toBe(
      '127.0.0.1',
    );
});

describe('secrets', () => {
  it('come from a file, and are never shown', () => {
    const held = written('token', 'very-hidden\n');
    const password = written('db', 'postgres://u:very-hidden@h/d');
    const { values, origins } = loadSettings({
      flags: {},
      environment: { STRIDELAB_MONITOR_TOKEN_FILE: held, STRIDELAB_DATABASE_FILE: password },
    });
    expect(values).toMatchObject({ monitorToken: 'very-hidden', database: 'postgres://u:very-hidden@h/d' });
    expect(origins.monitorToken).toEqual({ origin: 'environment', place: 'STRIDELAB_MONITOR_TOKEN_FILE' });
    expect(shownValue(values, 'monitorToken')).toBe('***');
    expect(shownValue(values, 'database')).toBe('postgres://u:***@h/d');
  });

  it('are not repeated when they are wrong, and only one place of them can hold', () => {
    const message = problemsOf(
      {},
      {
        STRIDELAB_DATABASE: 'mysql://u:very-hidden@h/d',
        STRIDELAB_MONITOR_TOKEN: 'very-hidden',
        STRIDELAB_MONITOR_TOKEN_FILE: '/no/such/file',
      },
    );
    expect(message).not.toContain('very-hidden');
    expect(message).toContain('STRIDELAB_DATABASE takes an address');
    expect(message).toContain('both there');
    expect(message).toContain('/no/such/file, which cannot be read');
  });
});

describe('every setting', () => {
  it.each(settingKeys)('%s says its default in a way that it takes', (key) => {
    const { initial, kind, help } = settingAt(key);
    expect(help).toMatch(/^.*[^.]$/);
    expect(variableOf(key)).toBe(`STRIDELAB_${nameOf(key).toUpperCase().replaceAll('-', '_')}`);
    if (initial !== null) expect(kind.read(kind.write(initial))).toEqual(initial);
  });
});
