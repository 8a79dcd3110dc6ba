import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeClip } from './support/clips.ts';
import { resultOf, runCommand, startCommand } from './support/command-line.ts';
import { readTrc } from './support/read-opensim.ts';
import { requireShared } from './support/shared.ts';
import { sharedDemoClip } from './support/shared-demo-clip.ts';
import { tempDir } from './support/temp-dir.ts';

const contentsOf = (folder: string): Record<string, string> =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'latin1')]));

async function expectSameAgain(clip: string, flags: readonly string[]): Promise<void> {
  const folder = tempDir();
  const first = await runCommand(folder, 'analyze', clip, ...flags, '--no-video', '--out', 'first');
  expect(first.status).toBe(0);
  const again = await runCommand(folder, 'analyze', '--poses', 'first/poses.ndjson', '--out', 'again');
  expect(again).toEqual({ ...first, stdout: first.stdout.replaceAll('first/', 'again/'), stderr: again.stderr });
  expect(contentsOf(join(folder, 'again'))).toEqual(contentsOf(join(folder, 'first')));
}

describe('analyze --poses', { timeout: 180_000 }, () => {
  it('gives the same bytes as the clip, from the side', async () => {
    const { path } = await sharedDemoClip();
    await expectSameAgain(path, ['--height', '1.75', '--treadmill', '--pace', '05:30', '--language', 'fr']);
  });

  it('gives the same bytes as the clip, from behind', async (context) => {
    const clip = requireShared(context, 'data/rendered/syn_back_treadmill_3mps_30fps.mp4');
    await expectSameAgain(clip, ['--view', 'back', '--height', '1.7', '--treadmill', '--pace', '05:30']);
  });

  it('draws on the clip where it is given, and takes no other', async () => {
    const { path } = await sharedDemoClip();
    const folder = tempDir();
    const run = (...args: string[]) => runCommand(folder, 'analyze', ...args, '--out', 'out', '--video-size', '720p');
    expect(await run(path, '--height', '1.75')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Files$/m) });
    const drawn = contentsOf(join(folder, 'out'));
    const again = await run(path, '--poses', 'out/poses.ndjson');
    expect(again).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Files, in place of .* earlier/m) });
    expect(contentsOf(join(folder, 'out'))).toEqual(drawn);
    const other = await makeClip(folder, 'other.mp4', { frameCount: 30 });
    const refused = await run(other, '--poses', 'out/poses.ndjson');
    expect(refused.stderr).toMatch(/^error clip_differs: /);
    expect(refused.status).toBe(3);
    const report = await runCommand(folder, 'report', 'out');
    expect(report.stderr).toMatch(/\n100 % {2}done\n$/);
  });

  it('is exported from its folder, from its poses, and through a pipe that ends', async () => {
    const { path } = await sharedDemoClip();
    const folder = tempDir();
    const flags = ['--height', '1.75', '--treadmill', '--pace', '05:30', '--no-video', '--json', '--out', 'run'];
    const { calculated_data: calculated } = JSON.parse(
      (await runCommand(folder, 'analyze', path, ...flags)).stdout,
    ) as {
      calculated_data: { metrics: { step_frequency_steps_per_min: number } };
    };
    const table = await runCommand(folder, 'export', 'run', '--format', 'csv', '--table', 'metrics');
    const cadence = /^side,cadence,rhythm,,1\/min,([\d.]+),/m.exec(table.stdout);
    expect(Number(cadence?.[1])).toBeCloseTo(calculated.metrics.step_frequency_steps_per_min, 0);
    const written = await runCommand(folder, 'export', 'run/poses.ndjson', '--format', 'trc', '--out', 'run.trc');
    expect({ ...written, markers: readTrc(readFileSync(join(folder, 'run.trc'), 'utf8')).markers.length }).toEqual({
      ...{ status: 0, stdout: '', stderr: 'Wrote run.trc\n', markers: 23 },
    });
    const again = ['export', 'run/poses.ndjson', '--format', 'trc', '--out', 'run.trc', '--quiet'];
    expect(await runCommand(folder, ...again)).toEqual({ status: 0, stdout: '', stderr: '' });
    const other = await runCommand(folder, 'export', 'nothing', '--format', 'mot');
    expect(other.stderr).toMatch(/^error invalid_option: .*no file or folder nothing/);
    const taken = await runCommand(folder, 'export', 'run', '--format', 'mot', '--out', 'run');
    expect(taken.stderr).toMatch(/^error output_not_writable: .*\(run: a folder is in its place\)/);
    const child = startCommand(folder, ['export', 'run', '--format', 'csv']);
    const ended = resultOf(child);
    child.stdout?.once('data', () => child.stdout?.destroy());
    expect(await ended).toMatchObject({ status: 0, stderr: '' });
  });

  it('refuses what is no poses file, and options of reading pictures', async () => {
    const folder = tempDir();
    writeFileSync(join(folder, 'bad.ndjson'), '{"format":"stridelab-poses"}\n');
    const bad = await runCommand(folder, 'analyze', '--poses', 'bad.ndjson');
    expect(bad.stderr).toMatch(/^error invalid_poses: .*line 1.*\n.*poses\.ndjson/);
    const missing = await runCommand(folder, 'analyze', '--poses', 'none.ndjson');
    expect(missing.stderr).toMatch(/^error invalid_poses: .*none\.ndjson cannot be read/);
    const network = await runCommand(folder, 'analyze', '--poses', 'bad.ndjson', '--network', 'blazepose-lite');
    expect(network.stderr).toMatch(/--network says how pictures are read/);
    expect([bad.status, missing.status, network.status]).toEqual([3, 3, 2]);
    expect(readdirSync(folder)).toEqual(['bad.ndjson']);
  });
});
