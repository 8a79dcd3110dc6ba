import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { type CommandResult, resultOf } from './support/command-line.ts';
import { tempDir } from './support/temp-dir.ts';

const entry = fileURLToPath(new URL('../dist/server/cli/main.js', import.meta.url));

/** Runs `stridelab people` on a folder of its own; `typed` is piped in. */
function operator() {
  const folder = tempDir();
  const run = (typed: string, ...args: string[]): Promise<CommandResult> => {
    const child = spawn(process.execPath, [entry, 'people', ...args, '--data', 'data'], { cwd: folder });
    child.stdin.end(typed);
    return resultOf(child);
  };
  return { run, dataDir: join(folder, 'data') };
}

const password = 'correct horse battery';

it('adds, lists and removes people', async () => {
  const { run, dataDir } = operator();
  expect(await run(`${password}\n`, 'add', 'Mia', '--partner', 'acme', '--password-stdin')).toEqual({
    status: 0,
    stdout: 'Mia may sign in.\n',
    stderr: 'acme is a new partner.\n',
  });
  expect(await run(`${password}\n`, 'add', 'Ida', '--partner', 'acme', '--password-stdin')).toMatchObject({
    stdout: 'Ida may sign in.\n',
  });
  await run('', 'remove', 'Ida', '--partner', 'acme');
  const printed = await run('', 'add', 'Eve', '--partner', 'orbit', '--new-partner', '--generate');
  expect(printed.stdout.split('\n')[0]).toMatch(/^[\w-]{24}$/);
  await run('', 'remove', 'Eve', '--partner', 'orbit');
  const made = await run('', 'add', 'Ben', '--partner', 'zenith', '--new-partner', '--generate', '--json');
  expect(JSON.parse(made.stdout)).toEqual({
    name: 'Ben',
    partner: 'zenith',
    password: expect.stringMatching(/^[\w-]{24}$/),
  });
  const listed = await run('', 'list', '--json');
  expect(JSON.parse(listed.stdout)).toMatchObject([
    { name: 'Mia', partner: 'acme' },
    { name: 'Ben', partner: 'zenith' },
  ]);
  expect(JSON.parse((await run('', 'list', '--partner', 'acme', '--json')).stdout)).toHaveLength(1);
  expect((await run('', 'list')).stdout).toContain('Password set');
  expect(await run('', 'remove', 'MIA', '--partner', 'acme')).toMatchObject({ status: 0 });
  expect(JSON.parse((await run('', 'list', '--json')).stdout)).toHaveLength(1);
  const kept = readFileSync(join(dataDir, 'stridelab.db'), 'latin1');
  for (const secret of [password, JSON.parse(made.stdout).password]) expect(kept).not.toContain(secret);
});

it('makes no partner of a name that was mistyped, and names those that there are', async () => {
  const { run } = operator();
  await run('', 'add', 'Mia', '--partner', 'zenith', '--generate');
  await run('', 'add', 'Ben', '--partner', 'acme', '--new-partner', '--generate');
  // No password is asked for: there is no terminal.
  for (const flags of [[], ['--generate'], ['--generate', '--json']]) {
    const { status, stdout, stderr } = await run('', 'add', 'Ida', '--partner', 'acne', ...flags);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(
      /^error invalid_option: .*no partner has the name acne; there are acme, zenith\. --new-partner makes a new one/,
    );
  }
  expect(JSON.parse((await run('', 'list', '--json')).stdout)).toHaveLength(2);
});

it('sets a password', async () => {
  const { run } = operator();
  await run('', 'add', 'Mia', '--partner', 'acme', '--generate');
  const set = await run(password, 'password', 'mia', '--partner', 'acme', '--password-stdin');
  expect(set).toMatchObject({ status: 0, stdout: expect.stringContaining('new password') });
  expect(await run(password, 'password', 'Ben', '--partner', 'acme', '--password-stdin')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('nobody of acme has the name Ben'),
  });
});

it.each([
  ['a short password', 'short', ['add', 'Mia', '--partner', 'acme', '--password-stdin'], 'at least 12 characters'],
  ['no terminal', '', ['add', 'Mia', '--partner', 'acme'], 'no terminal'],
  ['two ways at once', password, ['add', 'Mia', '--partner', 'acme', '--generate', '--password-stdin'], 'exclude'],
  ['an empty name', password, ['add', ' ', '--partner', 'acme', '--password-stdin'], '1 to 100 characters'],
])('makes nothing of %s', async (_what, typed, args, why) => {
  const { run, dataDir } = operator();
  expect(await run(typed, ...args)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(why) });
  expect(existsSync(dataDir)).toBe(false);
});

it('is ended at its question when the terminal goes', { timeout: 60_000 }, async (context) => {
  const script = '/usr/bin/script';
  if (!existsSync(script)) return context.skip(`there is no ${script}`);
  const folder = tempDir();
  // The shell passes the hangup on, as shells do, and stays behind to tell how the command ended. The
  // terminal goes by descriptor 3: some shells read `<&0 &` as /dev/null.
  const ask = `"${process.execPath}" "${entry}" people add Mia --partner acme --data data`;
  const command = `exec 3<&0; trap 'kill -HUP $!' HUP; ${ask} <&3 3<&- & wait $!; wait $!; echo $? > status`;
  const terminal = spawn(script, ['-qec', command, '/dev/null'], { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] });
  let shown = '';
  terminal.stdout.on('data', (data: Buffer) => {
    shown += data.toString();
  });
  await expect.poll(() => shown, { timeout: 20_000 }).toMatch(/Password: /);
  terminal.kill('SIGKILL');
  const status = join(folder, 'status');
  // Ended in order, unless the second of several hangups meets it on its last way.
  await expect
    .poll(() => existsSync(status) && readFileSync(status, 'utf8'), { timeout: 20_000 })
    .toMatch(/^1(30|29)\n$/);
  expect(existsSync(join(folder, 'data'))).toBe(false);
});

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('is ended by %s while a pipe is open', async (signal) => {
  const folder = tempDir();
  const asked = ['people', 'add', 'Mia', '--partner', 'acme', '--password-stdin', '--data', 'data'];
  const child = spawn(process.execPath, [entry, ...asked], { cwd: folder });
  child.stdin.on('error', () => undefined);
  // More than a pipe holds: it is read.
  child.stdin.write('x'.repeat(1_000_000), () => child.kill(signal));
  const result = await resultOf(child);
  expect(result).toMatchObject({ status: 130, stderr: expect.stringContaining('error aborted: ') });
  expect(existsSync(join(folder, 'data'))).toBe(false);
});

it('ends as interrupted at Ctrl+C', { timeout: 60_000 }, async (context) => {
  const script = '/usr/bin/script';
  if (!existsSync(script)) return context.skip(`there is no ${script}`);
  const folder = tempDir();
  const ask = `"${process.execPath}" "${entry}" people add Mia --partner acme --data data`;
  const terminal = spawn(script, ['-qec', ask, '/dev/null'], { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] });
  let shown = '';
  terminal.stdout.on('data', (data: Buffer) => {
    shown += data.toString();
    if (/Password: $/.test(shown)) terminal.stdin.write('half\u0003');
  });
  const [status] = await once(terminal, 'exit');
  expect(status).toBe(130);
  expect(shown).toMatch(/error aborted: /);
  expect(shown).not.toContain('half');
});

it('says when a name is taken or nobody’s', async () => {
  const { run } = operator();
  await run('', 'add', 'Mia', '--partner', 'acme', '--generate');
  expect(await run('', 'add', 'mia', '--partner', 'zenith', '--new-partner', '--generate')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('has the name mia already'),
  });
  expect(await run('', 'remove', 'Ben', '--partner', 'acme')).toMatchObject({ status: 2 });
  expect(await run('', 'remove', 'Mia', '--partner', 'nobody')).toMatchObject({ status: 2 });
});
