import { describe, expect, it } from 'vitest';
import { sideCamera } from '../../fixtures/keypoints/side-camera.ts';
import { syntheticPoses } from '../../fixtures/keypoints/synthetic-poses.ts';
import { createRunner } from '../../fixtures/runner/synthetic-runner.ts';
import { steadyContacts } from '../gait/steady-contacts.ts';
import { measureClip } from '../measure-clip.ts';
import { cycleCurve } from './cycle-curve.ts';
import { stridesOf } from './running-clip.ts';

const fps = 120;
const timesS = Float64Array.from({ length: 6 * fps }, (_, frame) => frame / fps);
const strides = [0.2, 0.9, 1.6, 2.3, 3, 3.7, 4.4].map((startS) => ({ startS, endS: startS + 0.7 }));
/** Which stride a time lies in, and where in it. */
const placeOf = (timeS: number) => ({ stride: Math.floor((timeS - 0.2) / 0.7), phase: ((timeS - 0.2) / 0.7) % 1 });

describe('cycleCurve', () => {
  it('gives back the course that all strides share, and no spread', () => {
    const series = timesS.map((timeS) => 40 + 20 * Math.sin(2 * Math.PI * placeOf(timeS).phase));
    const { meanDeg, sdDeg, strides: n } = cycleCurve(timesS, series, strides);
    expect(n).toBe(7);
    meanDeg.forEach((value, point) => {
      expect(value).toBeCloseTo(40 + 20 * Math.sin((2 * Math.PI * point) / 100), 2);
      expect(sdDeg[point]).toBeLessThan(0.01);
    });
  });

  it('gives the standard deviation of one stride where strides differ in size', () => {
    const sizes = [18, 19, 20, 21, 22, 20, 20];
    const series = timesS.map((timeS) => {
      const { stride, phase } = placeOf(timeS);
      return (sizes[stride] ?? 20) * Math.sin(2 * Math.PI * phase);
    });
    const { sdDeg } = cycleCurve(timesS, series, strides);
    // Of the sizes: the root of 10 / 6.
    expect(sdDeg[25]).toBeCloseTo(Math.sqrt(10 / 6), 2);
    expect(sdDeg[50]).toBeCloseTo(0, 2);
  });

  it('says nothing of points that fewer than two strides show', () => {
    const series = timesS.map((timeS) => (placeOf(timeS).phase > 0.6 && timeS > 0.9 ? Number.NaN : 10));
    const { meanDeg, sdDeg } = cycleCurve(timesS, series, strides);
    expect([meanDeg[30], sdDeg[30]]).toEqual([expect.closeTo(10, 9), expect.closeTo(0, 9)]);
    expect([meanDeg[80], sdDeg[80]]).toEqual([null, null]);
    expect(cycleCurve(timesS, series, []).meanDeg).toEqual(new Array(101).fill(null));
  });

  it('has the mean of the analysis, and the spread that noise on the points makes, small without', () => {
    const spreads = [0.01, 4].map((noisePx) => {
      const { poses } = syntheticPoses(createRunner({ heightM: 1.75, speedMps: 3 }), sideCamera(), {
        fps: 60,
        durationS: 6,
        noisePx,
      });
      const rates = { fps: 60, captureFps: null };
      const analysis = measureClip(
        { video: rates as Parameters<typeof measureClip>[0]['video'], pose: poses },
        { heightM: 1.75, treadmill: true, paceSPerKm: 1000 / 3, language: 'en' },
      );
      const { gait, tracks, metrics } = analysis;
      const strideS = gait.strideS ?? 0;
      const own = stridesOf(steadyContacts(gait.contacts, strideS), 'right', strideS);
      const curve = cycleCurve(tracks.timesS, analysis.frameAngles.knee.right, own);
      curve.meanDeg.forEach((value, point) => {
        expect(value).toBeCloseTo(metrics.jointAngles.knee.right.curveDeg[point] ?? Number.NaN, 6);
      });
      const known = curve.sdDeg.filter((value) => value !== null);
      return known.reduce((sum, value) => sum + value, 0) / known.length;
    });
    const [still = Number.NaN, noisy = Number.NaN] = spreads;
    expect(still).toBeLessThan(0.6);
    // 4 pixels, less what the filter takes, on limbs of some 250 pixels: about a degree or two.
    expect(noisy).toBeGreaterThan(2 * still);
    expect(noisy).toBeLessThan(4);
  });
});
