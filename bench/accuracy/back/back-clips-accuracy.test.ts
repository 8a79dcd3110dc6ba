import { existsSync } from 'node:fs';
import { describe, expect, it, type TestContext } from 'vitest';
import type { Side } from '../../../engine/pose/keypoint-names.ts';
import { sharedBackClips } from './every-back-clip.ts';
import { type BackClipOutcome, measureBackClipWithTruth } from './measure-back-clips.ts';

const sides = ['left', 'right'] as const satisfies readonly Side[];

/** What BlazePose full reaches today on two clips from behind; the tables have every clip. */
describe('rendered runners from behind, pixels in', { timeout: 120_000 }, () => {
  it('have their cadence, and a pelvic drop within 3 degrees', async (context) => {
    const { metrics, clip } = await outcomeOf(context, 'syn_back_treadmill_3mps_30fps');
    expect(Math.abs((metrics.cadenceSpm.value ?? 0) - clip.truth.cadenceSpm)).toBeLessThan(1);
    for (const side of sides) {
      const drop = metrics.pelvicDrop[side].atMidStance;
      expect(Math.abs((drop.value ?? 99) - clip.truth.sides[side].pelvicDrop.atMidStance)).toBeLessThan(3);
      expect(drop.halfWidth).toBeGreaterThan(0.5);
    }
  });
});

async function outcomeOf(context: TestContext, name: string): Promise<BackClipOutcome> {
  const clip = (await sharedBackClips()).find((known) => known.name === name);
  if (clip === undefined || !existsSync(clip.path)) context.skip('its clip is not on this machine');
  return measureBackClipWithTruth(clip);
}
