import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { measured, withheld } from '../../engine/metrics/measured.ts';
import { withheldMetrics } from '../../engine/metrics/withheld-metrics.ts';
import { resultOf } from '../../test/support/command-line.ts';
import { tempDir } from '../../test/support/temp-dir.ts';
import { ownClips } from './own-clips.ts';
import { ownSection } from './own-section.ts';

function folderWith(truth: unknown, clip = 'a.mp4'): string {
  const folder = tempDir();
  writeFileSync(join(folder, clip), '');
  writeFileSync(join(folder, 'a.truth.json'), JSON.stringify(truth));
  return folder;
}

it('finds the clips that have a truth beside them, and names the others', () => {
  const folder = folderWith({ heightM: 1.7, treadmill: true, paceSPerKm: 330, truth: { cadenceSpm: 170 } }, 'a.MOV');
  for (const other of ['other.MP4', 'a.csv', 'notes.txt']) writeFileSync(join(folder, other), '');
  const clip = { name: 'a', path: join(folder, 'a.MOV'), heightM: 1.7, treadmill: true, paceSPerKm: 330 };
  expect(ownClips(folder)).toEqual({ clips: [{ ...clip, truth: { cadenceSpm: 170 } }], withoutTruth: ['other.MP4'] });
});

it.each([
  ['a name that no metric has', { heightM: 1.7, truth: { contactMs: 170 } }, /no field contactMs; .*contactTimeMs/],
  ['a field that is not known', { height: 1.7, truth: {} }, /no field height; known are heightM/],
  ['a height in centimetres', { heightM: 170, truth: {} }, /heightM/],
  ['no truth', { heightM: 1.7 }, /truth is no object; .*cadenceSpm/],
])('refuses %s', (_, truth, told) => {
  const read = () => ownClips(folderWith(truth));
  expect(read).toThrow('a.truth.json');
  expect(read).toThrow(told);
});

it('says of a truth without a clip that it has none', () => {
  expect(() => ownClips(folderWith({ heightM: 1.7, truth: {} }, 'b.mp4'))).toThrow('no clip a');
});

it('says what is missing, in place of empty tables, and ends with 2', async () => {
  const folder = tempDir();
  expect(() => ownClips(join(folder, 'none'))).toThrow('is no folder that can be read');
  expect(() => ownClips(folder)).toThrow('each with NAME.truth.json beside it');
  writeFileSync(join(folder, 'run.MP4'), '');
  expect(() => ownClips(folder)).toThrow('write run.truth.json beside run.MP4');
  const bench = fileURLToPath(new URL('../../dist/bench/run.js', import.meta.url));
  const { status, stdout, stderr } = await resultOf(
    spawn(process.execPath, [bench, 'own', folder], { stdio: ['ignore', 'pipe', 'pipe'] }),
  );
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^error invalid_option: .*run\.MP4.*\ndocs\/guides\/benchmark\.md .*\n$/);
});

it('tells every error, and whether the interval holds the truth', () => {
  const clip = { name: 'a', path: 'a.mp4', heightM: 1.7, treadmill: false, paceSPerKm: null };
  const metrics = {
    ...withheldMetrics('too_few_steps'),
    cadenceSpm: measured(171, 0.5, 20),
    contactTimeMs: measured(250, 25, 20),
    speedMps: withheld('scale_unknown'),
  };
  const truth = { cadenceSpm: 170, contactTimeMs: 240, speedMps: 3 };
  const lines = ownSection([{ clip: { ...clip, truth }, metrics }]).split('\n');
  expect(lines).toContain('| a | cadence | spm | 171 | 0.50 | 170 | 1.00 | no |');
  expect(lines).toContain('| a | contact time | ms | 250 | 25.0 | 240 | 10.0 | yes |');
  expect(lines).toContain('| a | speed | m/s | withheld: scale_unknown | – | 3.00 | – | – |');
  expect(lines.filter((line) => line.startsWith('| contact time | ms | 1 |'))).toHaveLength(1);
});
