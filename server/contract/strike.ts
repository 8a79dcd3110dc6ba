import type { StrikeProbabilities } from '../../engine/metrics/side-view-metrics.ts';
import { decimals, round } from './rounding.ts';
import type { StrikeBody } from './schemas/quality.ts';

/** How likely each strike pattern is, as the bodies write it. */
export const strikeBody = (probabilities: StrikeProbabilities | null): StrikeBody =>
  probabilities === null
    ? null
    : {
        rearfoot: round(probabilities.rearfoot, decimals.fraction),
        midfoot: round(probabilities.midfoot, decimals.fraction),
        forefoot: round(probabilities.forefoot, decimals.fraction),
      };
