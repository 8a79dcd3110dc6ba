import { curvePoints } from '../metrics/running-clip.ts';
import { normal90 } from '../signal/student-t.ts';
import {
  type Harmonics,
  type NormalAngle,
  normalCurves,
  normalSource,
  normalSpeedsMps,
} from './normal-curves.table.ts';

/** Between which values nine healthy runners in ten lie, over the gait cycle from touchdown to touchdown. */
export interface NormalBand {
  /** {@link curvePoints} values each, degrees. */
  readonly lowDeg: readonly number[];
  readonly highDeg: readonly number[];
  /** Whether the shape alone compares, not the level. */
  readonly freeLevel: boolean;
  readonly source: string;
}

/**
 * The published band of an angle. Null at a speed at which it does not hold; a speed that was not measured is taken to be ordinary.
 *
 * @param speedMps Of the runner, m/s.
 */
export function normalBand(angle: NormalAngle, speedMps: number | null): NormalBand | null {
  const [slowest, fastest] = normalSpeedsMps;
  if (speedMps !== null && (speedMps < slowest || speedMps > fastest)) return null;
  const { mean, sd, freeLevel } = normalCurves[angle];
  const at = (deviations: number): number[] =>
    Array.from({ length: curvePoints }, (_, point) => {
      const phase = point / (curvePoints - 1);
      return valueAt(mean, phase) + deviations * valueAt(sd, phase);
    });
  return { lowDeg: at(-normal90), highDeg: at(normal90), freeLevel, source: normalSource };
}

const valueAt = ({ a, b }: Harmonics, phase: number): number =>
  a.reduce(
    (sum, cosine, k) => sum + cosine * Math.cos(2 * Math.PI * k * phase) + b[k] * Math.sin(2 * Math.PI * k * phase),
    0,
  );
