import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createPartnerKey } from '../server/accounts/partner-keys.ts';
import type { Finding, Verdict } from '../server/doctor/finding.ts';
import { lookAtDisk } from '../server/doctor/look-at-disk.ts';
import { freeBytes } from '../server/http/free-bytes.ts';
import { runCommand } from './support/command-line.ts';
import { emptySchema, sharedPostgres } from './support/shared-postgres.ts';
import { tempDir } from './support/temp-dir.ts';

const doctor = async (folder: string, ...flags: string[]) => {
  const { status, stdout, stderr } = await runCommand(folder, 'doctor', '--port', '0', ...flags, '--json');
  expect(stderr).toBe('');
  return { status, findings: JSON.parse(stdout) as Finding[] };
};

const verdictOf = (findings: readonly Finding[], what: string): Verdict | undefined =>
  findings.find((finding) => finding.what === what)?.verdict;

const withStore = async (): Promise<string> => {
  const folder = tempDir();
  await createPartnerKey(join(folder, 'data'), 'Acme');
  return folder;
};

it('finds a sound installation sound, and leaves nothing behind', async () => {
  const folder = await withStore();
  const before = readdirSync(join(folder, 'data'));
  const { status, findings } = await doctor(folder, '--data', 'data', '--free-disk', '0', '--workers', '1');
  expect(status).toBe(0);
  expect(findings.filter(({ verdict }) => verdict === 'fail')).toEqual([]);
  const looked = [
    'FFmpeg',
    'decoder',
    'weights of blazepose-full',
    'ONNX Runtime',
    'font',
    'data folder',
    'disk',
    'sync',
  ];
  for (const what of [...looked, 'store', 'store’s shape', 'cores', 'memory', 'clock', 'port'])
    expect({ what, verdict: verdictOf(findings, what) }).toEqual({ what, verdict: 'ok' });
  expect(readdirSync(join(folder, 'data')).filter((name) => !name.startsWith('stridelab.db'))).toEqual(
    before.filter((name) => !name.startsWith('stridelab.db')),
  );
}, 60_000);

it('says how to mend what it finds, and ends with 5 where a server could not work', async () => {
  const folder = await withStore();
  const path = join(folder, 'data', 'stridelab.db');
  writeFileSync(path, readFileSync(path).fill(0xff, 8192));
  chmodSync(join(folder, 'data'), 0o755);
  const taken = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void taken.close());
  await new Promise((resolve) => taken.once('listening', resolve));
  const { port } = taken.address() as AddressInfo;
  const flags = ['--data', 'data', '--free-disk', '10000000', '--workers', '200', '--monitor', `127.0.0.1:${port}`];
  const { status, findings } = await doctor(folder, ...flags);
  expect(status).toBe(5);
  const expected = { store: 'fail', disk: 'fail', 'data folder': 'warn', cores: 'warn', monitor: 'warn' };
  for (const [what, verdict] of Object.entries(expected))
    expect({ what, verdict: verdictOf(findings, what) }).toEqual({ what, verdict });
  for (const { verdict, mend } of findings) expect(mend === null).toBe(verdict === 'ok');
}, 60_000);

it('tells a person, and warns of what is not there yet', async () => {
  const folder = tempDir();
  const { status, stdout } = await runCommand(folder, 'doctor', '--port', '0', '--data', 'data');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^ok {4}decoder: reads a clip of 60 pictures$/m);
  expect(stdout).toMatch(/^warn {2}data folder: .* is not there\n {6}`stridelab keys create`/m);
  expect(readdirSync(folder)).toEqual([]);
}, 60_000);

it('tries where media lie, and leaves nothing there', async () => {
  const folder = await withStore();
  const good = await doctor(folder, '--data', 'data', '--free-disk', '0', '--media', 'shared');
  expect(verdictOf(good.findings, 'media')).toBe('ok');
  expect(readdirSync(join(folder, 'shared', 'uploads'))).toEqual([]);
  writeFileSync(join(folder, 'file'), '');
  for (const place of ['file', 's3://bucket']) {
    const { status, findings } = await doctor(folder, '--data', 'data', '--free-disk', '0', '--media', place);
    expect({ status, verdict: verdictOf(findings, 'media') }).toEqual({ status: 5, verdict: 'fail' });
  }
}, 60_000);

it.runIf(process.platform === 'linux')(
  'ends where the file system of --media takes no folders',
  async () => {
    const folder = await withStore();
    const { status, findings } = await doctor(folder, '--data', 'data', '--free-disk', '0', '--media', '/proc');
    expect({ status, verdict: verdictOf(findings, 'media') }).toEqual({ status: 5, verdict: 'fail' });
  },
  60_000,
);

it('finds a cache that cannot be written', async () => {
  const folder = tempDir();
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, 'file'), '');
  process.env.STRIDELAB_CACHE = join(folder, 'file', 'cache');
  onTestFinished(() => void delete process.env.STRIDELAB_CACHE);
  const { status, stdout } = await runCommand(folder, 'doctor', '--port', '0', '--json');
  expect(status).toBe(5);
  expect(verdictOf(JSON.parse(stdout) as Finding[], 'cache of networks')).toBe('fail');
}, 60_000);

it('looks at a PostgreSQL: version, durability, rights, clock', async (context) => {
  const server = await sharedPostgres();
  if (server === null) return context.skip('no PostgreSQL runs on this machine');
  const url = await emptySchema(server);
  const { findings } = await doctor(tempDir(), '--database', url);
  for (const what of ['PostgreSQL', 'rights', 'clock of the database'])
    expect({ what, verdict: verdictOf(findings, what) }).toEqual({ what, verdict: 'ok' });
  expect(verdictOf(findings, 'store’s shape')).toBe('warn');
  expect(findings.map(({ what }) => what)).toEqual(expect.arrayContaining(['fsync', 'synchronous_commit']));
  const gone = await doctor(tempDir(), '--database', 'postgres://127.0.0.1:9/none');
  expect({ status: gone.status, verdict: verdictOf(gone.findings, 'PostgreSQL') }).toEqual({
    status: 5,
    verdict: 'fail',
  });
}, 60_000);

it.skipIf(process.platform === 'win32')('fails where the data folder is not there and cannot be made', async () => {
  const folder = tempDir();
  writeFileSync(join(folder, 'file'), '');
  const possible = await lookAtDisk(join(folder, 'new', 'data'), 0);
  expect(possible).toMatchObject([{ what: 'data folder', verdict: 'warn' }]);
  expect(readdirSync(folder)).toEqual(['file']);
  for (const place of ['/proc/none', join(folder, 'file', 'data')]) {
    const [finding] = await lookAtDisk(place, 0);
    expect(finding).toMatchObject({ what: 'data folder', verdict: 'fail' });
    expect(finding?.seen).toContain('cannot be made');
  }
});

it('wants the room for an upload beside that which stays free, as a start does', async () => {
  const folder = tempDir();
  // Others write to the disk meanwhile.
  await vi.waitFor(async () => {
    const freeMiB = Math.floor((await freeBytes(folder)) / 2 ** 20);
    const findings = await lookAtDisk(folder, freeMiB - 14);
    expect(findings.find(({ what }) => what === 'disk')).toMatchObject({ verdict: 'fail' });
  });
});
