import type { Shape } from '../shape.ts';

/** Entries per pixel of a profile. */
const perPixel = 4;
/** Beyond this many standard deviations nothing is seen. */
const reachDeviations = 3;

export interface FadedProfile {
  /** Cover, 0 to 255; entry `k` at `k / 4 - reachPx` pixels from the edge. */
  readonly profile: Uint8Array;
  readonly reachPx: number;
}

/** How a line of the shape's thickness looks across when it is blurred with a Gaussian of this standard deviation. */
export function fadedProfile(shape: Shape, deviationPx: number): FadedProfile {
  const half = shape.kind === 'capsule' ? shape.radius : Number.POSITIVE_INFINITY;
  const reachPx = Math.max(reachDeviations * deviationPx, Number.isFinite(half) ? half : 0);
  const profile = Uint8Array.from({ length: Math.ceil(2 * reachPx * perPixel) + 1 }, (_, k) => {
    const distance = k / perPixel - reachPx;
    const share = below(-distance / deviationPx) - below(-(distance + 2 * half) / deviationPx);
    return Math.round(255 * Math.max(0, share));
  });
  return { profile, reachPx };
}

/** Share of a normal distribution below `z`: logistic approximation, off by less than 0.01 (Bowling et al., 2009). */
const below = (z: number): number => 1 / (1 + Math.exp(-(0.07056 * z * z * z + 1.5976 * z)));
