import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { measured, withheld } from '../../engine/metrics/measured.ts';
import { withheldMetrics } from '../../engine/metrics/withheld-metrics.ts';
import { tempDir } from '../../test/support/temp-dir.ts';
import { ownClips } from './own-clips.ts';
import { ownSection } from './own-section.ts';

function folderWith(truth: unknown, clip = 'a.mp4'): string {
  const folder = tempDir();
  writeFileSync(join(folder, clip), '');
  writeFileSync(join(folder, 'a.truth.json'), JSON.stringify(truth));
  return folder;
}

it('finds the clips that have a truth beside them', () => {
  const folder = folderWith({ heightM: 1.7, treadmill: true, paceSPerKm: 330, truth: { cadenceSpm: 170 } }, 'a.mov');
  writeFileSync(join(folder, 'other.mp4'), '');
  expect(ownClips(folder)).toEqual([
    {
      name: 'a',
      path: join(folder, 'a.mov'),
      heightM: 1.7,
      treadmill: true,
      paceSPerKm: 330,
      truth: { cadenceSpm: 170 },
    },
  ]);
});

it.each([
  ['a name that no metric has', { heightM: 1.7, truth: { cadence: 170 } }],
  ['a height in centimetres', { heightM: 170, truth: {} }],
  ['no truth', { heightM: 1.7 }],
])('refuses %s', (_, truth) => {
  expect(() => ownClips(folderWith(truth))).toThrow('a.truth.json');
});

it('says of a truth without a clip that it has none', () => {
  expect(() => ownClips(folderWith({ heightM: 1.7, truth: {} }, 'b.mp4'))).toThrow('no clip a');
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
