import { rangesTable, type SpeedKnot } from './ranges.table.ts';
import type { RangeDeg, Segment } from './side-view-score.ts';

/** A segment's intervals at one speed, degrees. */
export interface SegmentRanges {
  readonly good: RangeDeg;
  /** As the contract reports it: around the good interval, or the one band that adjoins it. */
  readonly okay: RangeDeg;
  readonly okayBelowDeg: number | null;
  readonly okayAboveDeg: number | null;
}

const toTenth = (value: number): number => Math.round(value * 10) / 10;

const at = (knots: readonly SpeedKnot[], speedMps: number, pick: (knot: SpeedKnot) => number): number => {
  const next = knots.findIndex((knot) => knot.speedMps > speedMps);
  const upper = knots.at(next)!;
  if (next <= 0) {
    return pick(upper);
  }
  const lower = knots[next - 1];
  const share = (speedMps - lower.speedMps) / (upper.speedMps - lower.speedMps);
  return pick(lower) + share * (pick(upper) - pick(lower));
};

/**
 * The good and okay intervals of `segment` at `speedMps` (m/s), to a tenth of a degree: `rangesTable`, linear between
 * its knots and constant outside them.
 */
export const rangesAtSpeed = (segment: Segment, speedMps: number): SegmentRanges => {
  const { knots, okay, okayBelowDeg, okayAboveDeg } = rangesTable[segment];
  const low = toTenth(at(knots, speedMps, (knot) => knot.good[0]));
  const high = toTenth(at(knots, speedMps, (knot) => knot.good[1]));
  const okayLow = toTenth(low - (okayBelowDeg ?? 0));
  const okayHigh = toTenth(high + (okayAboveDeg ?? 0));
  const okayRanges = { around: [okayLow, okayHigh], above: [high, okayHigh], below: [okayLow, low] } as const;
  return { good: [low, high], okay: okayRanges[okay], okayBelowDeg, okayAboveDeg };
};
