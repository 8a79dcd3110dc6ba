import type { Measured } from '../../metrics/measured.ts';
import type { SideViewMetrics } from '../../metrics/side-view-metrics.ts';
import { normal90 } from '../../signal/student-t.ts';
import { referenceSpeed } from '../ranges.table.ts';
import type { RunningStyle } from '../side-view-score.ts';
import type { Texts } from '../texts/texts.ts';
import { type Estimate, stylePosterior } from './style-posterior.ts';
import { styleAnimals } from './style-reference.table.ts';

const estimate = ({ value, halfWidth }: Measured): Estimate | null =>
  value === null ? null : { mean: value, se: (halfWidth ?? 0) / normal90 };

/**
 * The five styles, most probable first; percentages to a tenth that sum to 100. Empty when cadence or duty factor was
 * withheld. Without a speed the reference speed stands in, with its spread.
 */
export const runningStyles = (metrics: SideViewMetrics, heightM: number, texts: Texts): readonly RunningStyle[] => {
  const stepFrequencySpm = estimate(metrics.cadenceSpm);
  const dutyFactor = estimate(metrics.dutyFactor);
  if (stepFrequencySpm === null || dutyFactor === null) {
    return [];
  }
  const speedMps = estimate(metrics.speedMps) ?? { mean: referenceSpeed.meanMps, se: referenceSpeed.sdMps };
  const posterior = stylePosterior({ stepFrequencySpm, dutyFactor, speedMps, heightM });
  const ids = Object.keys(posterior) as RunningStyle['id'][];
  const percentages = toPercentages(ids.map((id) => posterior[id]));
  return ids
    .map((id, index) => ({ id, ...texts.styles[id], animal: styleAnimals[id], percentage: percentages[index] }))
    .sort((a, b) => b.percentage - a.percentage);
};

/** Rounds shares to tenths of a percent by largest remainder, so that they still make up the whole. */
const toPercentages = (shares: readonly number[]): number[] => {
  const exact = shares.map((share) => share * 1000);
  const tenths = exact.map(Math.floor);
  const missing = 1000 - tenths.reduce((sum, value) => sum + value, 0);
  const byRemainder = exact.map((_, index) => index).sort((a, b) => exact[b] - tenths[b] - (exact[a] - tenths[a]));
  for (const index of byRemainder.slice(0, missing)) {
    tenths[index] += 1;
  }
  return tenths.map((value) => value / 10);
};
