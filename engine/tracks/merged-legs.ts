import { type KeypointName, otherSide, type Side } from '../pose/keypoint-names.ts';
import type { AntiphasePeriod } from '../signal/antiphase-period.ts';
import { CycleFits } from '../signal/cycle-fits.ts';
import { difference, middle, sum } from '../signal/elementwise.ts';
import { knownSpanS } from '../signal/known-samples.ts';
import { bridge } from './bridge-gaps.ts';
import { distancesPx } from './limb-length.ts';
import { type Coordinates, erase, midPoint, type PairedPart, paired, type RawPoints } from './raw-points.ts';

const sides: readonly Side[] = ['left', 'right'];
const parts: readonly PairedPart[] = ['knee', 'ankle', 'heel', 'toe'];
/** Of what both sides do at once, and of what they do in turn. */
const harmonics = { together: [2, 4], inTurn: [1, 3, 5] };
/** Both legs together show a stride's course when this much of the ankles' motion is rhythm, over at least this many strides in which they are seen. Legs that are drawn on each other take some of it. */
const leastExplained = 0.6;
const leastStrides = 1.5;
/** From 2.5 m/s on one ankle passes the other further from it than this share of the leg; where all do, nothing is looked for. */
const leastApartShare = 0.15;
/** A point further than this share of the leg from where its leg should be, and nearer to the other leg's, was drawn on that. */
const leastMissShare = 0.1;
/** Beside such a frame points that are on their way there go too. */
const onTheWayShare = 0.05;
/** What is drawn wrongly bends the cycle, so it is taken off and the cycle is fitted again. */
const rounds = 3;

/**
 * Legs that a network draws on each other: for a few frames of a stride the leg behind the body lies on the one before it, while in truth it swings past. That
 * happens in the same part of every stride, so that a leg's own cycle does not show it; but the other leg does the same half a stride later, and is seen then.
 */
export class MergedLegs {
  readonly #timesS: Float64Array;
  readonly #together: CycleFits;
  readonly #inTurn: CycleFits;
  readonly #merged = new Set<KeypointName>();

  /**
   * For a clip's legs; null where no ankle comes near the other, or they have no rhythm that a point could be held against.
   *
   * @param leg Its length, pixels.
   */
  static of(points: RawPoints, timesS: Float64Array, leg: number, rhythm: AntiphasePeriod | null): MergedLegs | null {
    if (rhythm === null || rhythm.explained < leastExplained) return null;
    const apart = distancesPx(points.left_ankle, points.right_ankle);
    if (knownSpanS(timesS, [apart]) < leastStrides * rhythm.periodS) return null;
    return apart.some((px) => px < leastApartShare * leg) ? new MergedLegs(timesS, rhythm.periodS) : null;
  }

  constructor(timesS: Float64Array, strideS: number) {
    this.#timesS = timesS;
    this.#together = new CycleFits(timesS, strideS, harmonics.together);
    this.#inTurn = new CycleFits(timesS, strideS, harmonics.inTurn);
  }

  /**
   * Removes, in place, the points that are drawn on the other leg.
   *
   * @param leg Its length, pixels.
   * @returns Points removed.
   */
  erase(points: RawPoints, leg: number): number {
    let erased = 0;
    for (const part of parts) {
      for (let round = 0; round < rounds; round++) {
        const found = this.#eraseOnce(points, part, leg);
        if (found === 0) break;
        erased += found;
      }
    }
    return erased;
  }

  /**
   * Fills, in place, the gaps of points that were drawn on the other leg as that moves half a stride later: those that {@link erase} left, and those beside them that other gates did.
   *
   * @returns Points filled.
   */
  bridge(points: RawPoints): number {
    let filled = 0;
    for (const part of parts) {
      if (!sides.some((side) => this.#merged.has(paired(side, part)))) continue;
      const expected = this.#expected(points, part);
      if (expected === null) continue;
      for (const side of sides) filled += this.#bridgeOne(points, paired(side, part), expected[side]);
    }
    return filled;
  }

  #eraseOnce(points: RawPoints, part: PairedPart, leg: number): number {
    const expected = this.#expected(points, part);
    if (expected === null) return 0;
    const left = points[paired('left', part)];
    const right = points[paired('right', part)];
    const apart = distancesPx(left, right);
    const misses = { left: distancesPx(left, expected.left), right: distancesPx(right, expected.right) };
    let erased = 0;
    for (const side of sides) {
      const own = misses[side];
      const other = misses[otherSide(side)];
      const isMerged = (i: number): boolean => own[i] > leastMissShare * leg && own[i] > other[i] && apart[i] < own[i];
      const name = paired(side, part);
      const marks = Array.from(own, (_, i) => isMerged(i));
      for (let i = 0; i < marks.length; i++) {
        const besides = marks[i - 1] === true || marks[i + 1] === true;
        if (!(marks[i] || (besides && own[i] > onTheWayShare * leg && own[i] > other[i]))) continue;
        erase(points[name], i);
        this.#merged.add(name);
        erased++;
      }
    }
    return erased;
  }

  #bridgeOne(points: RawPoints, name: KeypointName, expected: Coordinates): number {
    if (!this.#merged.has(name)) return 0;
    const { xPx, yPx } = points[name];
    const filled = bridge(this.#timesS, xPx, expected.xPx);
    bridge(this.#timesS, yPx, expected.yPx);
    return filled;
  }

  /** Where both sides' points should be, pixels, if they do the same half a stride apart; null where too few are known. */
  #expected(points: RawPoints, part: PairedPart): Record<Side, Coordinates> | null {
    const hip = midPoint(points, 'hip');
    const about = (side: Side, axis: 'xPx' | 'yPx') => difference(points[paired(side, part)][axis], hip[axis]);
    const x = this.#bothSides(about('left', 'xPx'), about('right', 'xPx'));
    const y = this.#bothSides(about('left', 'yPx'), about('right', 'yPx'));
    if (x === null || y === null) return null;
    return {
      left: { xPx: sum(x.left, hip.xPx), yPx: sum(y.left, hip.yPx) },
      right: { xPx: sum(x.right, hip.xPx), yPx: sum(y.right, hip.yPx) },
    };
  }

  #bothSides(left: Float64Array, right: Float64Array): Record<Side, Float64Array> | null {
    const together = this.#together.expected([middle(left, right)]);
    const inTurn = this.#inTurn.expected([difference(left, right)]);
    if (together === null || inTurn === null) return null;
    const mean = together[0] as Float64Array;
    const half = (inTurn[0] as Float64Array).map((value) => value / 2);
    return { left: sum(mean, half), right: difference(mean, half) };
  }
}
