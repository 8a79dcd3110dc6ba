import { existsSync } from 'node:fs';
import { describe, expect, it, type TestContext } from 'vitest';
import { curveError } from '../bench/curve-error.ts';
import { allKnownClips, type KnownClip } from '../bench/known-clips.ts';
import { readRenderedTruth } from '../bench/rendered-truth.ts';
import type { SideAnalysis } from '../engine/analysis.ts';
import { analyze } from '../engine/analyze.ts';

/** Whole clips, from the file to the numbers, with the bounds that `docs/accuracy.md` must not fall behind. */
describe('whole clips of known runners', { timeout: 180_000 }, () => {
  it('a real man on a treadmill', async (context) => {
    const { metrics, gait } = await analysisOf(context, 'real man, treadmill, 30 fps');
    expect(Math.abs((metrics.cadenceSpm.value ?? 0) - 168.9)).toBeLessThan(0.7);
    expect(metrics.dutyFactor.value).toBeGreaterThan(0.3);
    expect(metrics.dutyFactor.value).toBeLessThan(0.45);
    expect(gait.contacts.length).toBeGreaterThanOrEqual(22);
    expect(gait.contacts.every(({ side }, i) => side !== gait.contacts[i - 1]?.side)).toBe(true);
  });

  it('a real woman overground, 1.6 s at 480x352', async (context) => {
    const { metrics } = await analysisOf(context, 'real woman, overground, 30 fps, 1.6 s');
    expect(Math.abs((metrics.cadenceSpm.value ?? Number.NaN) - 189)).toBeLessThan(3);
  });

  it('a rendered runner at 3 m/s', async (context) => {
    const clip = knownClip('syn_side_treadmill_3mps_60fps');
    const { metrics } = await analysisOf(context, clip.name);
    const { sole, plate } = await readRenderedTruth(clip.truthPath ?? '');
    expect(Math.abs((metrics.cadenceSpm.value ?? 0) - sole.cadenceSpm)).toBeLessThan(1);
    const { left, right } = metrics.jointAngles.knee;
    const errors = (truth: typeof sole) => [
      curveError(left.curveDeg, truth.curvesDeg.knee.left)?.rms ?? Number.NaN,
      curveError(right.curveDeg, truth.curvesDeg.knee.right)?.rms ?? Number.NaN,
    ];
    // Phase 0 is the sole's touchdown; the human's foot met the plate 17 and 40 ms before the avatar's does.
    expect(Math.max(...errors(plate))).toBeLessThan(9);
    const [leftSole, rightSole] = errors(sole) as [number, number];
    expect(rightSole).toBeLessThan(6);
    expect(leftSole).toBeLessThan(9);
    expect(Math.abs((metrics.contactTimeMs.value ?? 0) - sole.contactTimeMs)).toBeLessThan(20);
  });
});

function knownClip(name: string): KnownClip {
  const clip = allKnownClips.find((known) => known.name === name);
  if (clip === undefined) throw new Error(`no clip ${name}`);
  return clip;
}

function analysisOf(context: TestContext, name: string): Promise<SideAnalysis> {
  const { path, heightM, paceSPerKm } = knownClip(name);
  if (!existsSync(path)) context.skip('its clip is not on this machine');
  return analyze({
    videoPath: path,
    view: 'side',
    heightM,
    treadmill: paceSPerKm !== null,
    paceSPerKm,
    language: 'en',
    network: 'blazepose-full',
    output: null,
  });
}
