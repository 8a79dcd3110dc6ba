import type { KeypointName } from '../pose/keypoint-names.ts';
import { sum } from '../signal/elementwise.ts';
import { sideBySide } from '../signal/side-by-side.ts';
import { trimmedMean } from '../signal/trimmed-mean.ts';
import { setDistances } from './limb-length.ts';
import { type Coordinates, midPoint, paired } from './raw-points.ts';

/** Height of the head's top over the shoulders, in distances from the shoulders to the nose (as in Sports2D, Pagnon 2023). */
const headPerNose = 1.5;
/** Height of the ankle over the ground, and of the leg from hip to ankle, as shares of stature (Winter 2009, table 4.1). */
const ankleShare = 0.039;
const legShare = 0.491;

/**
 * Standing height of the runner in pixels, from the sum of the segments' lengths: shank, thigh, trunk, head, with the
 * ankle's height over the ground added. Half of the frames, the most extreme, are dropped. Falls back to the legs alone
 * when the upper body is not seen.
 *
 * @returns NaN when the legs are not seen.
 */
export function bodyHeightPx(points: Readonly<Record<KeypointName, Coordinates>>): number {
  const [lengths, others] = sideBySide(2, points.nose.xPx.length) as [Float64Array, Float64Array];
  const perSide = (['left', 'right'] as const).map((side) => {
    const at = (part: 'hip' | 'knee' | 'ankle' | 'shoulder'): Coordinates => points[paired(side, part)];
    setDistances(lengths, 0, at('hip'), at('knee'));
    setDistances(others, 0, at('knee'), at('ankle'));
    const leg = trimmedMean(sum(lengths, others, lengths), 0.5, lengths);
    setDistances(lengths, 0, at('hip'), at('shoulder'));
    return { leg, trunk: trimmedMean(lengths, 0.5, lengths) };
  });
  setDistances(lengths, 0, midPoint(points, 'shoulder'), points.nose);
  const head = headPerNose * trimmedMean(lengths, 0.5, lengths);
  const leg = trimmedMean(
    perSide.map((side) => side.leg),
    0,
  );
  const trunk = trimmedMean(
    perSide.map((side) => side.trunk),
    0,
  );
  const whole = (leg + trunk + head) / (1 - ankleShare);
  return Number.isFinite(whole) ? whole : leg / legShare;
}
