import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Victim } from '../bench/reliability/kills/victim.ts';
import { builtEntry } from '../engine/built-entry.ts';
import { withStores } from '../server/accounts/operator-stores.ts';
import { partnerCredits } from '../server/accounts/partner-credits.ts';
import { createPartnerKey } from '../server/accounts/partner-keys.ts';
import type { BackupManifest } from '../server/backup/backup-manifest.ts';
import { postStart } from './support/api-server.ts';
import { runCommand } from './support/command-line.ts';
import { smallClip } from './support/small-clip.ts';
import { tempDir } from './support/temp-dir.ts';

/** A server of its own process whose analyses are made up: a fifth of them fail. */
async function serveProcess(folder: string, dataDir: string): Promise<Victim> {
  const victim = new Victim({
    name: 'server',
    entry: builtEntry(import.meta.url, '../bench/reliability/kills/serve-process.js'),
    args: [JSON.stringify({ dataDir, workers: 3 })],
    env: { EMULATED_MS: '50-400', EMULATED_FAULTS: '20,0' },
    logPath: join(folder, 'server.log'),
  });
  onTestFinished(() => victim.kill());
  await victim.start();
  return victim;
}

interface Listed {
  readonly video_id: string;
  readonly status: string;
}

const listed = async (url: string, key: string): Promise<readonly Listed[]> => {
  const answer = await fetch(`${url}/analysis?apiKey=${key}`);
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { analyses: readonly Listed[] }).analyses;
};

it('of a server at work is whole: what was accepted before it ends once, and credits add up', async () => {
  const folder = tempDir();
  const clip = await smallClip(30, 30);
  const { key } = await createPartnerKey(join(folder, 'data'), 'Acme', { credits: 1000 });
  const server = await serveProcess(folder, join(folder, 'data'));
  const accepted: string[] = [];
  let asking = true;
  const client = async (): Promise<void> => {
    while (asking && accepted.length < 200) {
      const answer = await postStart({ url: server.url, key }, { video: clip, weight: '70', height: '1.78' });
      expect(answer.status).toBe(202);
      accepted.push(((await answer.json()) as { video_id: string }).video_id);
    }
  };
  const clients = [client(), client()];
  const before: string[][] = [];
  for (const name of ['first', 'second']) {
    await expect.poll(() => accepted.length, { timeout: 30_000 }).toBeGreaterThan((before[0]?.length ?? 0) + 5);
    before.push([...accepted]);
    const { status, stderr } = await runCommand(folder, 'data', 'backup', name, '--data', 'data');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  }
  asking = false;
  await Promise.all(clients);
  await server.kill();
  rmSync(join(folder, 'data'), { recursive: true });

  for (const [index, name] of ['first', 'second'].entries()) {
    const { status, stderr } = await runCommand(folder, 'data', 'restore', name, '--data', `again-${name}`);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const dataDir = join(folder, `again-${name}`);
    const again = await serveProcess(folder, dataDir);
    const open = async (): Promise<number> =>
      (await listed(again.url, key)).filter(({ status: at }) => at !== 'success' && at !== 'failed').length;
    await expect.poll(open, { timeout: 60_000, interval: 250 }).toBe(0);
    const analyses = await listed(again.url, key);
    const ids = analyses.map(({ video_id: id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(before[index].filter((id) => !ids.includes(id))).toEqual([]);
    const failed = analyses.filter(({ status: end }) => end === 'failed').length;
    const taken = analyses.length;
    expect(await partnerCredits(dataDir, 'Acme')).toMatchObject({
      taken,
      returned: failed,
      balance: 1000 - taken + failed,
    });
    expect(await withStores(dataDir, ({ analyses: store }) => store.open())).toEqual([]);
    for (const { video_id: id } of analyses.filter(({ status: end }) => end === 'success')) {
      const results = await (await fetch(`${again.url}/analysis/${id}/results?apiKey=${key}`)).json();
      const links = JSON.stringify(results).match(/http[^"]+\/media\/[^"]+/g) ?? [];
      expect(links.length).toBeGreaterThan(0);
      for (const link of new Set(links)) expect((await fetch(link.replaceAll('\\u0026', '&'))).status).toBe(200);
    }
    await again.stop(10_000);
    expect(readdirSync(join(dataDir, 'uploads'))).toEqual([]);
  }
}, 180_000);

/** A backup of a folder with one partner. */
async function backedUp(): Promise<string> {
  const folder = tempDir();
  await createPartnerKey(join(folder, 'data'), 'Acme');
  writeFileSync(join(folder, 'data', 'media.key'), Buffer.alloc(32, 7), { mode: 0o600 });
  expect(await runCommand(folder, 'data', 'backup', 'kept', '--data', 'data')).toMatchObject({ status: 0 });
  return folder;
}

const restore = (folder: string, into = 'again') => runCommand(folder, 'data', 'restore', 'kept', '--data', into);

describe('a backup', () => {
  it('is the owner’s alone, names every file, and leaves the key of the links', async () => {
    const folder = await backedUp();
    const { files } = JSON.parse(readFileSync(join(folder, 'kept', 'manifest.json'), 'utf8')) as BackupManifest;
    expect(files.map(({ path }) => path)).toEqual(['media.key', 'stridelab.db']);
    expect(statSync(join(folder, 'kept')).mode & 0o77).toBe(0);
    expect(await restore(folder)).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(join(folder, 'again', 'media.key'))).toEqual(Buffer.alloc(32, 7));
    expect(statSync(join(folder, 'again')).mode & 0o77).toBe(0);
    const { stdout } = await runCommand(folder, 'keys', 'list', '--data', 'again');
    expect(stdout).toContain('Acme');
  });

  it('is not put over another one, and of nothing there is none', async () => {
    const folder = await backedUp();
    const again = await runCommand(folder, 'data', 'backup', 'kept', '--data', 'data');
    expect(again).toMatchObject({ status: 5, stderr: expect.stringContaining('error output_not_writable') });
    expect(again.stderr).toContain('Name a folder that is not there yet');
    expect(again.stderr).not.toContain('--out');
    const over = await runCommand(folder, 'data', 'restore', 'kept', '--data', 'data');
    expect(over).toMatchObject({ status: 5, stderr: expect.stringContaining('Name a folder by --data that is empty') });
    const nothing = await runCommand(folder, 'data', 'backup', 'other', '--data', 'mistyped');
    expect(nothing).toMatchObject({ status: 5, stderr: expect.stringContaining('error data_dir_unusable') });
    expect(readdirSync(folder).sort()).toEqual(['data', 'kept']);
  });

  it.runIf(process.platform === 'linux')('ends where the file system takes no folders', async () => {
    const folder = await backedUp();
    const kept = await runCommand(folder, 'data', 'backup', '/proc/kept', '--data', 'data');
    expect(kept).toMatchObject({ status: 5, stderr: expect.stringContaining('error output_not_writable') });
    const again = await restore(folder, '/proc/again');
    expect(again).toMatchObject({ status: 5, stderr: expect.stringContaining('error data_dir_unusable') });
  });

  it('of a database is the database’s own', async () => {
    const folder = await backedUp();
    for (const elsewhere of [
      ['--database', 'postgres://127.0.0.1:9/none'],
      ['--media', 'pictures'],
    ]) {
      const { status, stderr } = await runCommand(folder, 'data', 'backup', 'other', '--data', 'data', ...elsewhere);
      expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(/operate.md|without effect/) });
    }
  });

  it.each<[string, (kept: string) => void, string]>([
    [
      'a file that was altered',
      (kept) => appendFileSync(join(kept, 'media.key'), 'x'),
      'media.key is missing or damaged',
    ],
    ['a file that is gone', (kept) => rmSync(join(kept, 'stridelab.db')), 'stridelab.db is missing or damaged'],
    ['a file more', (kept) => writeFileSync(join(kept, 'media', 'x'), ''), 'media/x is not in its manifest'],
    ['no manifest', (kept) => rmSync(join(kept, 'manifest.json')), 'manifest.json cannot be read'],
    [
      'a manifest of something else',
      (kept) => writeFileSync(join(kept, 'manifest.json'), '{}'),
      'no manifest of a backup',
    ],
  ])('with %s is not put back', async (_, spoil, message) => {
    const folder = await backedUp();
    spoil(join(folder, 'kept'));
    const { status, stderr } = await restore(folder);
    expect({ status, stderr }).toEqual({ status: 5, stderr: expect.stringContaining(message) });
    expect(stderr).toContain('error backup_unusable');
    expect(readdirSync(folder).sort()).toEqual(['data', 'kept']);
  });

  it('of a path out of the folder is not put back', async () => {
    const folder = await backedUp();
    const path = join(folder, 'kept', 'manifest.json');
    for (const astray of ['../x', '/etc/x', 'a/../../x']) {
      const manifest = JSON.parse(readFileSync(path, 'utf8')) as { files: { path: string }[] };
      manifest.files[0] = { ...manifest.files[0], path: astray };
      writeFileSync(path, JSON.stringify(manifest));
      expect(await restore(folder)).toMatchObject({ status: 5, stderr: expect.stringContaining('backup_unusable') });
    }
  });

  it('is put into an empty folder alone, and what lies there is left', async () => {
    const folder = await backedUp();
    mkdirSync(join(folder, 'again'));
    writeFileSync(join(folder, 'again', 'mine'), 'mine');
    expect(await restore(folder)).toMatchObject({ status: 5, stderr: expect.stringContaining('is not empty') });
    expect(readdirSync(join(folder, 'again'))).toEqual(['mine']);
    mkdirSync(join(folder, 'empty'));
    expect(await restore(folder, 'empty')).toMatchObject({ status: 0 });
    expect(existsSync(join(folder, 'empty', 'stridelab.db'))).toBe(true);
  });
});
