import { expect, it } from 'vitest';
import { backCamera } from '../../../fixtures/keypoints/back-camera.ts';
import { syntheticPoses } from '../../../fixtures/keypoints/synthetic-poses.ts';
import { backViewTruth } from '../../../fixtures/runner/back-view-truth.ts';
import type { RunnerOptions } from '../../../fixtures/runner/runner-parameters.ts';
import { createRunner } from '../../../fixtures/runner/synthetic-runner.ts';
import { markerBackCalibration } from './back-calibration.ts';
import { readBackGait } from './read-back-gait.ts';

const camera = backCamera({ distanceM: 4, heightM: 1, fieldHeightM: 2.3 });
const film = { fps: 60, startS: 0, durationS: 4, noisePx: 1, seed: 4 };

const runners: readonly (readonly [string, RunnerOptions])[] = [
  ['slowly', { speedMps: 2.4 }],
  ['fast', { speedMps: 4.2 }],
  ['with long contacts', { speedMps: 3, dutyFactor: 0.39 }],
  [
    'slowly stepping and bouncing much',
    { speedMps: 3.2, cadenceSpm: 157, dutyFactor: 0.39, verticalOscillationM: 0.1 },
  ],
  ['one contact longer than the other', { speedMps: 3, contactAsymmetry: 0.1 }],
];

it.each(runners)('finds every contact of a runner who runs %s', (_, options) => {
  const runner = createRunner({ ...options, ground: 'treadmill' });
  const { gait } = readBackGait(syntheticPoses(runner, camera, film).poses, {
    treadmill: true,
    calibration: markerBackCalibration,
  });
  const { sides, contacts } = backViewTruth(runner, 0, film.durationS);
  const accepted = gait.steps.filter((step) => step.accepted);
  // Those at the clip's ends are not measured.
  expect(accepted.length).toBeGreaterThanOrEqual(contacts.length - 2);
  for (const side of ['left', 'right'] as const) {
    const own = accepted.filter((step) => step.side === side);
    const meanMs = own.reduce((sum, { touchdownS, toeOffS }) => sum + (1000 * (toeOffS - touchdownS)) / own.length, 0);
    expect(Math.abs(meanMs - sides[side].contactTimeMs)).toBeLessThan(45);
    for (const { touchdownS } of own) {
      const nearest = Math.min(...contacts.map((contact) => Math.abs(contact.touchdownS - touchdownS)));
      expect(nearest).toBeLessThan(0.04);
    }
  }
});
