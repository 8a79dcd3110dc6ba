import type { Contact } from '../gait/contact.ts';
import { knownSpan } from '../signal/known-samples.ts';
import type { Tracks } from '../tracks/tracks.ts';
import type { Stride } from './running-clip.ts';

/** Fewer strides of one leg are no mean. */
const least = 2;
/** Filters bend the tracks where they begin and end. */
const edgeS = 0.1;

/**
 * The strides over which is averaged what the body has once: those of one leg, that with more of them. Where neither has two, as of
 * somebody who passes by, whole strides end to end through the first touchdown: such a mean needs no touchdown at its ends.
 */
export function bodyStridesOf(
  { timesS, points }: Pick<Tracks, 'timesS' | 'points'>,
  contacts: readonly Pick<Contact, 'side' | 'touchdownS'>[],
  { left, right }: Readonly<Record<'left' | 'right', readonly Stride[]>>,
  strideS: number,
): readonly Stride[] {
  const ofLeg = left.length >= right.length ? left : right;
  const trunk = [points.left_hip, points.right_hip, points.left_shoulder, points.right_shoulder];
  const span = knownSpan(
    timesS,
    trunk.map(({ xPx }) => xPx),
  );
  if (ofLeg.length >= least || contacts.length === 0 || span === null) return ofLeg;
  const [{ side, touchdownS }] = contacts;
  const before = Math.max(0, Math.floor((touchdownS - span.fromS - edgeS) / strideS));
  const firstS = touchdownS - before * strideS;
  const count = Math.max(0, Math.floor((span.toS - edgeS - firstS) / strideS));
  const laid = Array.from({ length: count }, (_, k) => ({
    side,
    startS: firstS + k * strideS,
    endS: firstS + (k + 1) * strideS,
  }));
  return laid.length > ofLeg.length ? laid : ofLeg;
}
