import type { MetricDetails } from '../../../details/details.ts';
import { isTooUncertain } from '../result/measured-words.ts';

/** A metric of two analyses. */
export interface MetricPair {
  readonly id: string;
  readonly side: MetricDetails['side'];
  readonly unit: MetricDetails['unit'];
  readonly first: MetricDetails | null;
  readonly second: MetricDetails | null;
  /** Second less first; null unless both are measured, and well enough to tell something. */
  readonly difference: number | null;
  /** Whether the two error bars leave a gap between them. */
  readonly isBeyond: boolean;
}

/** The metrics of two analyses side by side, in the first one's order; those that neither measured are left out. */
export function pairMetrics(first: readonly MetricDetails[], second: readonly MetricDetails[]): MetricPair[] {
  const keyOf = ({ id, side }: MetricDetails) => `${id} ${side}`;
  const ofSecond = new Map(second.map((metric) => [keyOf(metric), metric]));
  const ofFirst = new Set(first.map(keyOf));
  const pairs = [
    ...first.map((metric) => [metric, ofSecond.get(keyOf(metric)) ?? null] as const),
    ...second.filter((metric) => !ofFirst.has(keyOf(metric))).map((metric) => [null, metric] as const),
  ];
  return pairs
    .filter((pair) => pair.some((metric) => metric !== null && metric.value !== null))
    .map(([a, b]) => pairOf(a, b));
}

function pairOf(first: MetricDetails | null, second: MetricDetails | null): MetricPair {
  // One of the two is there: pairs of nothing are not made.
  const { id, side, unit } = (first ?? second)!;
  const pair = { id, side, unit, first, second };
  if (first?.value == null || second?.value == null) return { ...pair, difference: null, isBeyond: false };
  if (isTooUncertain(first) || isTooUncertain(second)) return { ...pair, difference: null, isBeyond: false };
  const difference = second.value - first.value;
  const bars = (first.halfWidth ?? 0) + (second.halfWidth ?? 0);
  return { ...pair, difference, isBeyond: Math.abs(difference) > bars };
}
