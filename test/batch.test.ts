import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { resultOf, runCommand, startCommand } from './support/command-line.ts';
import { placeClips } from './support/docs/page-clips.ts';
import { tempDir } from './support/temp-dir.ts';

interface Told {
  readonly clips: readonly { readonly clip: string; readonly status: string; readonly code: string | null }[];
}

const flags = [
  'batch',
  'clips',
  '--height',
  '1.75',
  '--treadmill',
  '--pace',
  '05:30',
  '--no-video',
  '--jobs',
  '2',
  '--json',
];

/** A folder `clips` with a clip from the side, one from behind, one that is none, and a table. */
async function folderOfClips(): Promise<string> {
  const folder = tempDir();
  const clips = join(folder, 'clips');
  renameSync(await placed(folder), clips);
  writeFileSync(join(clips, 'bad.mp4'), 'ran 10 km today\n');
  writeFileSync(join(clips, 'clips.csv'), 'clip,height,view\nbehind.mp4,1.8,back\nmissing.mp4,1.7,\n');
  return folder;
}

async function placed(folder: string): Promise<string> {
  const made = tempDir();
  await placeClips(made);
  const kept = join(folder, 'made');
  renameSync(made, kept);
  return kept;
}

const statuses = (stdout: string): Record<string, string> =>
  Object.fromEntries((JSON.parse(stdout) as Told).clips.map(({ clip, status, code }) => [clip, code ?? status]));

it('analyses a folder, tells what failed and why, and does nothing twice', { timeout: 180_000 }, async () => {
  const folder = await folderOfClips();
  const first = await runCommand(folder, ...flags);
  const failed = { 'bad.mp4': 'invalid_video', 'missing.mp4': 'video_not_found' };
  expect(statuses(first.stdout)).toEqual({
    ...failed,
    ...{ 'behind.mp4': 'done', 'run.mp4': 'done', 'treadmill.mp4': 'done' },
  });
  expect(first.status).toBe(7);
  expect(first.stderr).toMatch(/100 % {2}5 of 5 clips/);
  const summary = parse(readFileSync(join(folder, 'clips-stridelab', 'summary.csv'), 'utf8'), {
    columns: true,
  }) as Record<string, string>[];
  const row = (clip: string) => summary.find((one) => one.clip === clip);
  expect(row('bad.mp4')).toMatchObject({ status: 'failed', code: 'invalid_video', cadence: '' });
  expect(row('behind.mp4')).toMatchObject({ status: 'done', view: 'back' });
  expect(Number(row('run.mp4')?.cadence)).toBeGreaterThan(120);
  expect(readdirSync(join(folder, 'clips-stridelab')).sort()).toEqual([
    ...['behind.mp4', 'metrics.csv', 'run.mp4', 'summary.csv', 'treadmill.mp4'],
  ]);

  const again = await runCommand(folder, ...flags);
  const kept = { 'behind.mp4': 'kept', 'run.mp4': 'kept', 'treadmill.mp4': 'kept' };
  expect(statuses(again.stdout)).toEqual({ ...failed, ...kept });

  // Another height of one clip is another analysis of that clip alone; from the wrong side nothing is measured, which is told.
  writeFileSync(join(folder, 'clips', 'run.json'), '{"height": 1.9}');
  writeFileSync(join(folder, 'clips', 'clips.csv'), 'clip,height,view\nbehind.mp4,1.8,side\n');
  const changed = await runCommand(folder, ...flags);
  expect(statuses(changed.stdout)).toEqual({
    ...kept,
    ...{ 'bad.mp4': 'invalid_video', 'run.mp4': 'done', 'behind.mp4': 'wrong_view' },
  });
  expect(JSON.parse(changed.stdout)).toMatchObject({ done: 1, kept: 1, unmeasured: 1, failed: 1 });
  const shown = await runCommand(folder, ...flags.filter((flag) => flag !== '--json'));
  expect(shown.stdout).toMatch(/behind\.mp4 +│ nothing measured +│.*wrong_view: Not the view that was asked for/);
  expect(shown.stdout).toMatch(/^Warnings\n {2}behind\.mp4\n(?: {4}.*\n)* {4}.*view/m);
  expect(shown.stdout).toMatch(
    /^0 done, 2 kept from before, 1 with nothing measured, 1 failed, [1-3] with warnings, in \d+ s\./m,
  );
});

it('ends cleanly on Ctrl+C and goes on where it was', { timeout: 180_000 }, async () => {
  const folder = await folderOfClips();
  const child = startCommand(folder, [...flags, '--jobs', '1']);
  const ended = resultOf(child);
  let isKilled = false;
  // The first clips have ended; one is under way.
  child.stderr?.on('data', (data: Buffer) => {
    if (isKilled || !/[2-9] of 5 clips/.test(data.toString())) return;
    isKilled = true;
    child.kill('SIGINT');
  });
  const { status, stdout, stderr } = await ended;
  expect(stderr).toMatch(/error aborted: .* of 5 clips are left; the same command goes on with them/);
  expect({ status, stdout }).toEqual({ status: 130, stdout: '' });
  const out = join(folder, 'clips-stridelab');
  const done = readdirSync(out).filter((name) => name.endsWith('.mp4'));
  expect(done.length).toBeGreaterThan(0);
  expect(done.length).toBeLessThan(3);
  for (const clip of done) expect(readdirSync(join(out, clip))).toContain('batch.json');
  const on = statuses((await runCommand(folder, ...flags)).stdout);
  for (const clip of ['behind.mp4', 'run.mp4', 'treadmill.mp4'])
    expect(on[clip], clip).toBe(done.includes(clip) ? 'kept' : 'done');
});

it('says what to do where there is nothing to analyse', async () => {
  const folder = tempDir();
  const { status, stderr } = await runCommand(folder, 'batch', '.', '--height', '1.75');
  expect({ status, left: readdirSync(folder) }).toEqual({ status: 2, left: [] });
  expect(stderr).toMatch(/holds no MP4, MOV, AVI or WEBM file; --recursive/);
});
