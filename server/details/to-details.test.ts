import { describe, expect, it } from 'vitest';
import type { SideAnalysis } from '../../engine/analysis.ts';
import { measureClip } from '../../engine/measure-clip.ts';
import { withheldMetrics } from '../../engine/metrics/withheld-metrics.ts';
import { languages } from '../../engine/score/language.ts';
import { sideCamera } from '../../fixtures/keypoints/side-camera.ts';
import { syntheticPoses } from '../../fixtures/keypoints/synthetic-poses.ts';
import { createRunner } from '../../fixtures/runner/synthetic-runner.ts';
import { sampleAnalysis } from '../../test/support/sample-analysis.ts';
import { sampleBackAnalysis } from '../../test/support/sample-back-analysis.ts';
import { readDetails } from './read-details.ts';
import { toDetails } from './to-details.ts';

const request = { heightM: 1.75, treadmill: true, paceSPerKm: 1000 / 3, language: 'en' } as const;
const { poses, truth } = syntheticPoses(createRunner({ heightM: 1.75, speedMps: 3 }), sideCamera(), {
  fps: 60,
  durationS: 6,
  noisePx: 1,
});
const { video } = sampleAnalysis();
const analysis: SideAnalysis = measureClip(
  { video: { ...video, frameTimesS: poses.timesS, durationS: 6 }, pose: poses },
  request,
);
const details = toDetails(analysis, request);
const metric = (id: string, side: 'left' | 'right' | null = null) =>
  details.metrics.find((one) => one.id === id && one.side === side);

describe('the details of a side view', () => {
  it('hold every measured number of the analysis once', () => {
    const keys = details.metrics.map(({ id, side }) => `${id} ${side}`);
    expect(new Set(keys).size).toBe(keys.length);
    const numbers = quantities({ ...analysis.metrics, symmetry: null, footLandings: null });
    expect(details.metrics).toHaveLength(numbers);
    expect(metric('cadence')?.value).toBeCloseTo(analysis.metrics.cadenceSpm.value ?? Number.NaN, 2);
    expect(metric('contactTime')?.halfWidth).toBeCloseTo(analysis.metrics.contactTimeMs.halfWidth ?? Number.NaN, 1);
    expect(metric('kneeFlexionMax', 'left')?.unit).toBe('deg');
    expect(metric('trunkLean')?.range).toEqual({
      good: analysis.score.segments.trunk.rangeGood,
      okay: analysis.score.segments.trunk.rangeOkay,
    });
    expect(metric('overstride')?.range?.good).toEqual([null, 8]);
  });

  it('map the clip’s time to the cycle: strides begin and end at touchdowns of the truth', () => {
    expect(details.strides.length).toBeGreaterThan(10);
    for (const { side, startS, endS } of details.strides)
      for (const timeS of [startS, endS]) {
        const misses = truth.contacts
          .filter((contact) => contact.side === side)
          .map(({ touchdownS }) => Math.abs(touchdownS - timeS));
        expect(Math.min(...misses)).toBeLessThan(0.04);
      }
  });

  it('draw the knee where the truth has it, with a spread and a band of healthy runners', () => {
    const knee = details.curves.find(({ id, side }) => id === 'kneeFlexion' && side === 'right');
    const exact = truth.metrics.jointAngles.knee.right.curveDeg;
    const misses = (knee?.meanDeg ?? []).map((value, i) => ((value ?? Number.NaN) - (exact[i] ?? Number.NaN)) ** 2);
    expect(misses).toHaveLength(101);
    expect(Math.sqrt(misses.reduce((sum, miss) => sum + miss, 0) / misses.length)).toBeLessThan(8);
    expect(knee?.sdDeg.every((sd) => sd !== null && sd >= 0 && sd < 10)).toBe(true);
    expect(knee?.normal?.source).toContain('Fukuchi');
    expect(knee?.toeOffPercent).toBeCloseTo(100 * truth.metrics.dutyFactor, -1);
    expect(details.curves.find(({ id }) => id === 'shoulderFlexion')?.normal).toBeNull();
    expect(details.curves.filter(({ id }) => id === 'trunkLean')).toHaveLength(1);
  });

  it('name moments of one stance of each foot, in order', () => {
    expect(details.moments).toHaveLength(6);
    const times = details.moments.map(({ timeS }) => timeS);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  it('say everything in nine languages', () => {
    for (const language of languages) {
      expect(Object.keys(details.texts[language].segments).sort()).toEqual(details.segments.map(({ id }) => id).sort());
      expect(details.texts[language].segments.trunk?.title).not.toBe('');
    }
    expect(details.texts.de).not.toEqual(details.texts.en);
  });

  it('are the same bytes again, pass through JSON unchanged and hold nothing that JSON has no word for', () => {
    const text = JSON.stringify(details);
    expect(JSON.stringify(toDetails(analysis, request))).toBe(text);
    expect(JSON.parse(text)).toEqual(details);
    expect(readDetails(JSON.parse(text))).toEqual(details);
  });
});

it.each([
  ['the pace that was told', 1000 / 3, null, 'pace'],
  ['the ankles, where no shoes were looked at', null, null, 'ankles'],
  ['the shoes', null, 600, 'shoes'],
] as const)('say that a belt’s speed is that of %s', (_, paceSPerKm, shoePxS, source) => {
  const shoes = (['left', 'right'] as const).flatMap((side) =>
    [1, 2, 3].map((timeS) => ({ side, timeS, backwardPxS: shoePxS ?? 0, downwardPxS: 0 })),
  );
  const asked = { ...request, paceSPerKm };
  const reading = { video: analysis.video, pose: poses, shoes: shoePxS === null ? null : shoes };
  expect(toDetails(measureClip(reading, asked), asked).seen.speedSource).toBe(source);
});

it('say that a speed overground is that of the hips, and of nothing where nothing was measured', () => {
  const over = sampleAnalysis();
  expect(toDetails(over, request).seen.speedSource).toBe('hips');
  expect(toDetails({ ...over, metrics: withheldMetrics('not_running') }, request).seen.speedSource).toBeNull();
  expect(toDetails(sampleBackAnalysis(), request).seen.speedSource).toBeNull();
});

it('hold a tilt of the ground only where it was taken off', () => {
  const analysis = sampleAnalysis();
  expect(toDetails(analysis, request).seen).toMatchObject({ tiltDeg: null, tiltHalfWidthDeg: null });
  const tilted = { ...analysis, ground: { ...analysis.ground, tilted: true } };
  expect(toDetails(tilted, request).seen).toMatchObject({ tiltDeg: -0.46, tiltHalfWidthDeg: 0.31 });
});

describe('the details of a back view', () => {
  const back = toDetails(sampleBackAnalysis(), request);

  it('hold both legs’ numbers with their ranges, and why one is missing', () => {
    const found = (id: string, side: 'left' | 'right') =>
      back.metrics.find((one) => one.id === id && one.side === side);
    expect(found('pelvicDropAtMidStance', 'left')).toMatchObject({ value: 9, range: { good: [0, 5], okay: [5, 8] } });
    expect(found('rearfootPeak', 'right')).toMatchObject({ value: null, reason: 'keypoints_missing' });
    expect(back.segments).toHaveLength(6);
    expect(back.texts.fr.segments['pelvic_drop.left']?.position).not.toBe('');
    expect(back.pronation[0]?.class).toBe('neutral');
  });

  it('are of the feet alone when that was asked for', () => {
    const feet = toDetails(sampleBackAnalysis(false), request);
    expect(feet.request.fullBody).toBe(false);
    expect(feet.metrics.some(({ id }) => id.startsWith('pelvicDrop'))).toBe(false);
    expect(feet.segments.map(({ id }) => id)).toEqual(['pronation', 'pronation']);
    expect(feet.symmetry.map(({ id }) => id)).toEqual(['contactTime', 'stepTime']);
    expect(feet.curves).toEqual([]);
  });
});

it('knows what are no details', () => {
  for (const json of [null, 3, [], {}, { format: 'stridelab-details', version: 2 }])
    expect(readDetails(json)).toBeNull();
});

/** How many measured quantities lie inside something. */
function quantities(tree: unknown): number {
  if (typeof tree !== 'object' || tree === null) return 0;
  if ('halfWidth' in tree && 'value' in tree) return 1;
  return Object.values(tree).reduce((sum: number, part) => sum + quantities(part), 0);
}
