import type { Side } from '../../../engine/pose/keypoint-names.ts';
import { CubicSpline } from '../../../engine/signal/cubic-spline.ts';
import { leastSquaresSlope } from '../../../engine/signal/least-squares-slope.ts';
import { median } from '../../statistics.ts';
import type { PlanarPath } from './planar-joint.ts';
import type { Trial, TrialContact, TrialPart } from './trials.ts';

const degrees = 180 / Math.PI;

/** Angles at a touchdown by the plates, from the markers at their full rate and without noise, degrees. */
export interface LandingTruth {
  /** Heel to toe against the same line in mid-stance, toes up positive. */
  readonly footAngleDeg: number;
  /** Interior angle of the landing leg's knee, 180 straight. */
  readonly kneeDeg: number;
  /** Shank against vertical, ankle ahead positive. */
  readonly shankDeg: number;
}

/** Reads a trial's angles between its samples. */
export class TrialAngles {
  readonly #trial: Trial;
  readonly #splines = new Map<string, { readonly x: CubicSpline; readonly y: CubicSpline }>();

  constructor(trial: Trial) {
    this.#trial = trial;
  }

  at({ side, onS, offS }: TrialContact): LandingTruth {
    const flat = Array.from({ length: 6 }, (_, k) => onS + (0.3 + 0.05 * k) * (offS - onS));
    const lying = median(flat.map((timeS) => this.#direction(side, 'heel', 'toe', timeS)));
    const thigh = this.#direction(side, 'hip', 'knee', onS);
    const shank = this.#direction(side, 'knee', 'ankle', onS);
    return {
      footAngleDeg: this.#direction(side, 'heel', 'toe', onS) - lying,
      kneeDeg: 180 - Math.abs(shank - thigh),
      shankDeg: shank + 90,
    };
  }

  /** From one point to another: 0 forward, 90 up. */
  #direction(side: Side, from: TrialPart, to: TrialPart, timeS: number): number {
    const [a, b] = [this.#place(side, from, timeS), this.#place(side, to, timeS)];
    return Math.atan2(b.y - a.y, b.x - a.x) * degrees;
  }

  #place(side: Side, part: TrialPart, timeS: number): { x: number; y: number } {
    const name = `${side}_${part}` as const;
    const spline = this.#splines.get(name) ?? splineOf(this.#trial.points[name], this.#trial.markerHz);
    this.#splines.set(name, spline);
    const since = timeS - this.#trial.startS;
    return { x: spline.x.valueAt(since), y: spline.y.valueAt(since) };
  }
}

function splineOf({ x, y }: PlanarPath, hz: number): { readonly x: CubicSpline; readonly y: CubicSpline } {
  const times = Float64Array.from(x, (_, i) => i / hz);
  return { x: new CubicSpline(times, x), y: new CubicSpline(times, y) };
}

/**
 * Steps per minute by the middles of the plates' contacts, which follow each other without a gap: their slope against their number. Touchdowns alone and toe-offs alone differ by 4
 * where a runner slows within three strides.
 */
export const plateCadenceSpm = (contacts: readonly TrialContact[]): number =>
  60 /
  leastSquaresSlope(
    contacts.map((_, i) => i),
    contacts.map(({ onS, offS }) => (onS + offS) / 2),
  );
