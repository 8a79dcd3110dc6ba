import { expect, it } from 'vitest';
import { hampelOutliers } from './hampel.ts';
import { madToSd, median } from './robust-statistics.ts';

const limits = { halfWindow: 3, deviations: 3, floor: 0.5 };

it('marks a sample far from the median of its neighbours', () => {
  const values = Float64Array.from([0, 0.1, -0.1, 0.2, 8, 0, 0.1, -0.2, 0, 0.1]);
  expect(hampelOutliers(values, limits)).toEqual([4]);
});

it('leaves a ramp, a gap and anything below the floor alone', () => {
  const ramp = Float64Array.from({ length: 20 }, (_, i) => i);
  ramp[5] = Number.NaN;
  expect(hampelOutliers(ramp, limits)).toEqual([]);
  expect(hampelOutliers(Float64Array.from([0, 0, 0, 0.4, 0, 0, 0]), limits)).not.toContain(3);
  // Half of the window lies beyond the floor, its median does not.
  expect(hampelOutliers(Float64Array.of(0.49, 0.505, 0.506, 0), limits)).not.toContain(3);
});

it('takes the median of every sample’s own window, past gaps and at both ends', () => {
  for (let shift = 0; shift < 40; shift++) {
    const values = Float64Array.from({ length: 60 }, (_, i) =>
      i % 4 === 1 ? Number.NaN : Math.sin((i + shift) ** 2) + (i % 13 === 0 ? 2 : 0),
    );
    const expected = [...values.keys()].filter((i) => {
      const window = values.subarray(Math.max(0, i - 3), i + 4);
      const centre = median(window);
      const spread = madToSd * median(window.map((sample) => Math.abs(sample - centre)));
      return Math.abs((values[i] ?? 0) - centre) > Math.max(0.5, 3 * spread);
    });
    expect(hampelOutliers(values, limits)).toEqual(expected);
    expect(expected).not.toEqual([]);
  }
});
