import { describe, expect, it } from 'vitest';
import { sideCamera } from '../../fixtures/keypoints/side-camera.ts';
import { type SyntheticPosesOptions, syntheticPoses } from '../../fixtures/keypoints/synthetic-poses.ts';
import { createRunner } from '../../fixtures/runner/synthetic-runner.ts';
import { median } from '../signal/robust-statistics.ts';
import { buildTracks } from '../tracks/build-tracks.ts';
import type { Contact } from './contact.ts';
import { drawnEvents } from './drawn-events.ts';
import { type DrawnMark, DrawnMarks } from './drawn-marks.ts';
import { findStances, type StanceWindow } from './stances.ts';

const foremost = { mark: 'ankle-foremost' } as const;
const descent = { mark: 'ankle-descent', heightShare: 0.05 } as const;
const footRise = { mark: 'foot-rise', heightShare: 0.01 } as const;
const ankleRise = { mark: 'ankle-rise', heightShare: 0.08 } as const;
const lean = { mark: 'shank-lean', leanDeg: 40 } as const;

/** The right leg of a synthetic runner, whose keypoints are exact. */
function rightLeg(film: Partial<SyntheticPosesOptions> = {}, camera = {}) {
  const runner = createRunner({ speedMps: 3, footAngleDeg: 12 });
  const options = { fps: 120, durationS: 5, noisePx: 0, ...film };
  const { poses, truth } = syntheticPoses(runner, sideCamera(camera), options);
  const tracks = buildTracks(poses);
  const stances = findStances(tracks);
  if (stances === null) throw new Error('no stances');
  const { path, windows } = stances.legs.right;
  const marks = new DrawnMarks(tracks, 'right', path, stances.stride.strideS);
  const contacts = truth.contacts.filter(({ side }) => side === 'right');
  return { marks, windows, contacts };
}

type Leg = ReturnType<typeof rightLeg>;

const contactOf = ({ contacts, marks }: Leg, window: StanceWindow): Contact => {
  const atS = marks.timeS(window, foremost);
  const nearest = [...contacts].sort((a, b) => Math.abs(a.touchdownS - atS) - Math.abs(b.touchdownS - atS))[0];
  if (nearest === undefined) throw new Error('no contact');
  return nearest;
};

/** Median milliseconds by which a mark comes after an event of its stance. */
const lateMs = (leg: Leg, mark: DrawnMark, event: 'touchdownS' | 'toeOffS'): number =>
  median(
    leg.windows.slice(1, -1).map((window) => 1000 * (leg.marks.timeS(window, mark) - contactOf(leg, window)[event])),
  );

describe('marks of a drawn leg', () => {
  const leg = rightLeg();

  it('come in the order in which a leg lands', () => {
    expect(lateMs(leg, descent, 'touchdownS')).toBeLessThan(-60);
    const front = lateMs(leg, foremost, 'touchdownS');
    expect(front).toBeGreaterThan(-60);
    expect(front).toBeLessThan(-10);
  });

  it('come in the order in which a leg leaves', () => {
    expect(Math.abs(lateMs(leg, footRise, 'toeOffS'))).toBeLessThan(15);
    expect(Math.abs(lateMs(leg, lean, 'toeOffS'))).toBeLessThan(50);
    expect(Math.abs(lateMs(leg, ankleRise, 'toeOffS'))).toBeLessThan(60);
  });

  it('are the same in a picture of half the size and at half the frames', () => {
    const small = rightLeg({ fps: 60 }, { widthPx: 360, heightPx: 640 });
    for (const mark of [foremost, descent] as const) {
      expect(Math.abs(lateMs(small, mark, 'touchdownS') - lateMs(leg, mark, 'touchdownS'))).toBeLessThan(5);
    }
    for (const mark of [lean, ankleRise] as const) {
      expect(Math.abs(lateMs(small, mark, 'toeOffS') - lateMs(leg, mark, 'toeOffS'))).toBeLessThan(5);
    }
  });

  it('leave out the rise of a foot that is not drawn', () => {
    const footless = rightLeg({ network: 'movenet-thunder' });
    const window = footless.windows[1] as StanceWindow;
    expect(footless.marks.timeS(window, footRise)).toBeNaN();
    expect(footless.marks.timeS(window, lean)).toBeGreaterThan(0);
  });
});

describe('an event of several marks', () => {
  const footless = rightLeg({ network: 'movenet-thunder' });
  const window = footless.windows[1] as StanceWindow;
  const timed = (mark: DrawnMark, eventAfterS: number, weight: number) => ({ ...mark, eventAfterS, weight });

  it('is their weighted mean, each moved by its own habit', () => {
    const touchdown = [timed(foremost, 0.04, 3), timed(descent, 0.1, 1)];
    const { touchdownS } = drawnEvents(footless.marks, window, { touchdown, toeOff: [] });
    const [a, b] = [footless.marks.timeS(window, foremost) + 0.04, footless.marks.timeS(window, descent) + 0.1];
    expect(touchdownS).toBeCloseTo((3 * a + b) / 4, 9);
  });

  it('rests on the marks that are seen', () => {
    const toeOff = [timed(footRise, 0, 1), timed(lean, 0.02, 1)];
    const { toeOffS } = drawnEvents(footless.marks, window, { touchdown: [], toeOff });
    expect(toeOffS).toBeCloseTo(footless.marks.timeS(window, lean) + 0.02, 9);
  });

  it('is a toe-off sooner where the toe is high by then, within bounds', () => {
    const leg = rightLeg();
    const stance = leg.windows[1] as StanceWindow;
    const toeOff = [timed(lean, 0, 1)];
    const markedS = leg.marks.timeS(stance, lean);
    const height = leg.marks.toeHeightShare(stance, markedS + 0.04);
    const soonerBy = (usualShare: number): number => {
      const toeHeight = { readAfterS: 0.04, usualShare, reachShare: 0.03, soonerS: 0.4 };
      return markedS - drawnEvents(leg.marks, stance, { touchdown: [], toeOff, toeHeight }).toeOffS;
    };
    expect(height).toBeGreaterThan(0.01);
    expect(height).toBeLessThan(0.08);
    expect(soonerBy(height)).toBeCloseTo(0, 9);
    expect(soonerBy(height - 0.01)).toBeCloseTo(0.004, 9);
    expect(soonerBy(height + 0.01)).toBeCloseTo(-0.004, 9);
    expect(soonerBy(height - 1)).toBeCloseTo(0.012, 9);
  });

  it('is what its marks say where no toe is drawn', () => {
    const toeOff = [timed(lean, 0, 1)];
    const toeHeight = { readAfterS: 0.04, usualShare: 0, reachShare: 0.03, soonerS: 0.4 };
    const { toeOffS } = drawnEvents(footless.marks, window, { touchdown: [], toeOff, toeHeight });
    expect(toeOffS).toBe(footless.marks.timeS(window, lean));
  });

  it('is not told where no mark is seen', () => {
    const { toeOffS } = drawnEvents(footless.marks, window, { touchdown: [], toeOff: [timed(footRise, 0, 1)] });
    expect(toeOffS).toBeNaN();
  });
});
