import { sideBySide } from '../signal/side-by-side.ts';
import type { Joint } from './side-view-metrics.ts';

/** A curve over a leg's stride from its touchdown, degrees, mean nothing: cosine and sine of the first, second and third harmonic. */
export type CycleDeg = readonly [number, number, number, number, number, number];

/** How far joints are drawn more flexed than they are, in the course of their leg's stride, beyond a constant. */
export type DrawnHabit = Readonly<Partial<Record<Joint, { readonly near: CycleDeg; readonly far: CycleDeg }>>>;

/**
 * Habit of pose networks, which draw a running leg alike: a knee too straight where the foot has landed, and again where it bends most in swing. Mean of what BlazePose full and heavy and
 * MoveNet Thunder each show on the development half of rendered and painted clips, every leg counting alike (docs/decisions/0024-habit-over-the-stride.md).
 */
export const networkHabit: DrawnHabit = {
  ankle: { near: [-1.7, 0.6, 1.2, -1.6, -0.2, -0.2], far: [-2, 0.2, 1.2, -2, 1, 0.8] },
  knee: { near: [-0.9, 1.3, 0.9, -0.5, -0.6, -1], far: [-0.6, 0.7, 1.7, -1.9, -0.5, -0.2] },
  hip: { near: [0.2, -0.3, 0, 0.5, -0.4, -0.7], far: [-1.6, 1, 0.2, -0.1, -0.3, -0.6] },
};

/** Where each frame lies in its stride, as the cosine and sine of the part of a turn from touchdown on; NaN where that is not known. */
export interface StridePhases {
  readonly cosines: Float64Array;
  readonly sines: Float64Array;
}

/** @param turns The same from 0 at touchdown to 1. */
export function stridePhases(turns: Float64Array): StridePhases {
  const [cosines, sines] = sideBySide(2, turns.length) as [Float64Array, Float64Array];
  for (let i = 0; i < turns.length; i++) {
    const angle = 2 * Math.PI * turns[i];
    cosines[i] = Math.cos(angle);
    sines[i] = Math.sin(angle);
  }
  return { cosines, sines };
}

/** Takes a habit off an angle, in place. */
export function takeHabitOff(
  angleDeg: Float64Array,
  { cosines, sines }: StridePhases,
  [c1, s1, c2, s2, c3, s3]: CycleDeg,
): void {
  for (let i = 0; i < angleDeg.length; i++) {
    const cosine = cosines[i];
    const sine = sines[i];
    if (Number.isNaN(cosine)) continue;
    const cosine2 = 2 * cosine * cosine - 1;
    const sine2 = 2 * sine * cosine;
    const cosine3 = cosine2 * cosine - sine2 * sine;
    const sine3 = sine2 * cosine + cosine2 * sine;
    angleDeg[i] -= c1 * cosine + s1 * sine + c2 * cosine2 + s2 * sine2 + c3 * cosine3 + s3 * sine3;
  }
}
