import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDataDir } from '../server/store/data-dir.ts';
import { openDatabase } from '../server/store/open-database.ts';
import { SqlAnalysisStore } from '../server/store/sql-analysis-store.ts';
import { newAnalysis, someReason } from './stores/new-analysis.ts';
import { runCommand } from './support/command-line.ts';
import { tempDir } from './support/temp-dir.ts';

interface Operator {
  /** Runs a command on one data folder. */
  run(...args: string[]): Promise<{ status: number | null; stdout: string; stderr: string }>;
  /** The same, and what its `--json` says. */
  json(...args: string[]): Promise<unknown>;
  readonly dataDir: string;
}

function operator(): Operator {
  const folder = tempDir();
  const run: Operator['run'] = (...args) => runCommand(folder, ...args, '--data', 'data');
  return {
    run,
    json: async (...args) => {
      const { status, stdout, stderr } = await run(...args, '--json');
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      return JSON.parse(stdout);
    },
    dataDir: join(folder, 'data'),
  };
}

interface KeyLine {
  readonly key: string;
  readonly key_id: string;
  readonly revoked_at: string | null;
}

/** A partner of 3 credits who has started two analyses, of which one has failed. */
async function withUse(): Promise<Operator> {
  const acme = operator();
  await acme.json('keys', 'create', '--partner', 'acme', '--credits', '3');
  const database = await openDatabase(openDataDir(acme.dataDir));
  const [{ id }] = await database.query<{ readonly id: string }>('SELECT id FROM partners');
  const analyses = new SqlAnalysisStore(database);
  for (const name of ['a', 'b']) await analyses.add(newAnalysis(name, id, { createdAtMs: Date.UTC(2026, 1, 28) }));
  await analyses.takeNext(1);
  await analyses.fail({ id: 'a', attempt: 1 }, someReason, Date.UTC(2026, 2, 1));
  await database.close();
  return acme;
}

it.each([
  'keys list',
  'people list',
  'keys rotate x',
  'credits balance --partner acme',
  'usage --partner acme',
  'webhooks list',
])('makes no folder for %s where a mistyped one is named', async (command) => {
  const { run, dataDir } = operator();
  const { status, stderr } = await run(...command.split(' '));
  expect({ status, stderr }).toEqual({ status: 5, stderr: expect.stringContaining('error data_dir_unusable') });
  expect(stderr).toContain(`no store is in ${dataDir}`);
  expect(stderr).toContain('A store is made by');
  expect(stderr).not.toContain('damaged');
  expect(existsSync(dataDir)).toBe(false);
});

it('says of a damaged store that the folder cannot be used', async () => {
  const { run, json, dataDir } = operator();
  await json('keys', 'create', '--partner', 'acme');
  const path = join(dataDir, 'stridelab.db');
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.fill(0xff, 8192));
  for (const command of [
    ['keys', 'list'],
    ['serve', '--port', '0'],
  ]) {
    const { status, stderr } = await run(...command);
    expect({ status, stderr }).toEqual({ status: 5, stderr: expect.stringContaining('malformed') });
  }
});

describe('keys', () => {
  it('are created with a name, listed, rotated and revoked', async () => {
    const { run, json } = operator();
    const first = (await json('keys', 'create', '--partner', 'acme', '--name', 'server')) as KeyLine;
    expect(first).toEqual({
      key: expect.stringMatching(/^slk_/),
      key_id: first.key_id,
      partner: 'acme',
      name: 'server',
    });
    const fresh = (await json('keys', 'rotate', first.key_id)) as KeyLine;
    expect(fresh).toMatchObject({ partner: 'acme', name: 'server' });
    expect(fresh.key).not.toBe(first.key);
    expect(await json('keys', 'revoke', fresh.key_id)).toEqual({ key_id: fresh.key_id, revoked: true });
    await json('keys', 'create', '--partner', 'zenith');
    const listed = (await json('keys', 'list', '--partner', 'acme')) as KeyLine[];
    expect(listed.map(({ key_id: id }) => id)).toEqual([first.key_id, fresh.key_id]);
    expect(listed.every(({ revoked_at: at }) => at !== null)).toBe(true);
    expect(await run('keys', 'list', '--partner', 'nobody')).toMatchObject({ status: 2 });
    expect(await json('keys', 'list')).toHaveLength(3);
    const { stdout } = await run('keys', 'list');
    for (const shown of ['server', 'zenith', fresh.key.slice(0, 12)]) expect(stdout).toContain(shown);
    for (const { key } of [first, fresh]) expect(stdout).not.toContain(key);
  });

  it.each(['rotate', 'revoke'])('cannot be %sd where there is none', async (act) => {
    const { run, json } = operator();
    await json('keys', 'create', '--partner', 'acme');
    const { status, stdout, stderr } = await run('keys', act, 'unknown');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('no key in use has the id unknown');
  });
});

describe('credits', () => {
  it('are granted, balanced and listed', async () => {
    const { json, run } = await withUse();
    const before = { partner: 'acme', metered: true, granted: 3, taken: 2, returned: 1, balance: 2 };
    expect(await json('credits', 'balance', '--partner', 'acme')).toEqual(before);
    const after = { ...before, granted: 13, balance: 12 };
    expect(await json('credits', 'grant', '10', '--partner', 'acme', '--note', 'March')).toEqual(after);
    expect(await json('credits', 'ledger', '--partner', 'acme')).toMatchObject([
      { kind: 'granted', amount: 3, balance: 3, analysis_id: null, note: null },
      { kind: 'taken', amount: 1, balance: 2, analysis_id: 'a', created_at: '2026-02-28T00:00:00.000Z' },
      { kind: 'taken', amount: 1, balance: 1, analysis_id: 'b' },
      { kind: 'returned', amount: 1, balance: 2, analysis_id: 'a', created_at: '2026-03-01T00:00:00.000Z' },
      { kind: 'granted', amount: 10, balance: 12, note: 'March' },
    ]);
    const { stdout } = await run('credits', 'ledger', '--partner', 'acme');
    expect(stdout).toMatch(/Kind.*Amount.*Balance/);
    expect(stdout).toMatch(/granted.*10.*12.*March/);
    expect((await run('credits', 'balance', '--partner', 'acme')).stdout).toMatch(/acme.*13.*2.*1.*12/);
  });

  it('are not counted before the first grant', async () => {
    const { run } = operator();
    await run('keys', 'create', '--partner', 'acme');
    expect((await run('credits', 'balance', '--partner', 'acme')).stdout).toContain('not metered');
  });

  it.each(['-1', '1.5', 'many', '1e3', '1000000001'])('of %s cannot be granted', async (count) => {
    const { status, stdout, stderr } = await operator().run('credits', 'grant', count, '--partner', 'acme');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/whole number from 0|unknown option '-1'/);
  });
});

it('counts usage by month, view and outcome', async () => {
  const { json, run } = await withUse();
  const rows = [
    { month: '2026-02', analysis_type: 'side_view', outcome: 'failed', analyses: 1 },
    { month: '2026-02', analysis_type: 'side_view', outcome: 'open', analyses: 1 },
  ];
  expect(await json('usage', '--partner', 'acme')).toEqual(rows);
  expect((await run('usage', '--partner', 'acme')).stdout).toMatch(/2026-02.*side_view.*failed.*1/);
});

it.each([['credits', 'balance'], ['credits', 'ledger'], ['credits', 'grant', '1'], ['usage']])(
  'says that a partner is unknown: %s %s',
  async (...command) => {
    const { run, json } = operator();
    await json('keys', 'create', '--partner', 'acme');
    const { status, stdout, stderr } = await run(...command, '--partner', 'nobody');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('no partner has the name nobody');
  },
);
