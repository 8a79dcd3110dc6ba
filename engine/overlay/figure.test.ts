import { describe, expect, it } from 'vitest';
import { sampleAnalysis } from '../../test/support/sample-analysis.ts';
import { stickRunner } from '../../test/support/stick-runner.ts';
import { Figure } from './figure.ts';

const size = { widthPx: 1280, heightPx: 720 };
const frameTimesS = Float64Array.from({ length: 12 }, (_, i) => i / 30);

describe('the middle of both sides', () => {
  const { tracks } = stickRunner({ ...sampleAnalysis().video, frameTimesS });
  const whole = new Figure(tracks, size);
  tracks.points.right_hip.xPx[11] = Number.NaN;
  tracks.points.right_hip.seen[11] = 0;
  const figure = new Figure(tracks, size);

  it('lies half-way', () => {
    const [left, right] = [whole.part('left', 'hip', 4), whole.part('right', 'hip', 4)];
    expect(whole.middle('hip', 4)).toEqual({ x: ((left?.x ?? 0) + (right?.x ?? 0)) / 2, y: left?.y, seen: true });
  });

  it('does not jump to the other side where one is missing', () => {
    const [before, now] = [figure.middle('hip', 10), figure.middle('hip', 11)];
    expect(Math.abs((now?.x ?? 0) - (before?.x ?? 0))).toBeLessThan(0.01);
    expect(now?.seen).toBe(false);
  });

  it('is nowhere where neither is known, and the one that is where there never were both', () => {
    for (const frame of frameTimesS.keys()) tracks.points.right_hip.xPx[frame] = Number.NaN;
    expect(figure.middle('hip', 3)).toMatchObject({ x: figure.part('left', 'hip', 3)?.x, seen: false });
    tracks.points.left_hip.xPx[3] = Number.NaN;
    expect(figure.middle('hip', 3)).toBeNull();
  });
});
