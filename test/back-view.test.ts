import { describe, expect, it, type TestContext } from 'vitest';
import type { BackAnalysis } from '../engine/analysis.ts';
import { analyze } from '../engine/analyze.ts';
import { requireShared } from './support/shared.ts';

const sides = ['left', 'right'] as const;

/** Whole clips from behind, from the file to the numbers. */
describe('whole clips from behind', { timeout: 180_000 }, () => {
  it('a rendered runner: cadence, contacts, and a pelvis whose drop is planted', async (context) => {
    const { metrics, gait, tracks } = await fromBehind(context, 'rendered/syn_back_treadmill_3mps_30fps.mp4');
    expect(tracks.view).toBe('back');
    expect(gait.steps.filter(({ accepted }) => accepted).length).toBeGreaterThan(9);
    expect(Math.abs((metrics.cadenceSpm.value ?? 0) - 166.76)).toBeLessThan(0.5);
    // The avatar's soles: 257 and 273 ms.
    expect(Math.abs((metrics.contactTimeMs.left.value ?? 0) - 257)).toBeLessThan(40);
    expect(Math.abs((metrics.contactTimeMs.right.value ?? 0) - 273)).toBeLessThan(40);
    const drop = sides.map((side) => metrics.pelvicDrop[side].atMidStance.value ?? Number.NaN);
    // True: 0.5 and 3.6.
    expect(Math.abs((drop[0] + drop[1]) / 2 - 2)).toBeLessThan(1.2);
    const knee = sides.map((side) => metrics.kneeAdduction[side].atMidStance.value ?? Number.NaN);
    // True: 0.4 and 8.1, knees inwards.
    expect(Math.abs(knee[0] - 0.4)).toBeLessThan(6);
    expect(Math.abs(knee[1] - 8.1)).toBeLessThan(6);
  });

  it('a runner seen from the side gives no number of the back view', async (context) => {
    const { metrics, tracks } = await fromBehind(context, 'rendered/syn_side_treadmill_2mps_30fps.mp4');
    expect(tracks.view).toBe('side');
    for (const { value, reason } of [metrics.cadenceSpm, metrics.stepWidthM, metrics.pelvicDrop.left.mean]) {
      expect(value).toBeNull();
      expect(reason).toBe('wrong_view');
    }
  });
});

const fromBehind = (context: TestContext, name: string): Promise<BackAnalysis> =>
  analyze({
    videoPath: requireShared(context, `data/${name}`),
    view: 'back',
    heightM: 1.7,
    treadmill: true,
    paceSPerKm: null,
    language: 'en',
    network: 'blazepose-full',
    output: null,
  });
