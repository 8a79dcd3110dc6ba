import { withheld } from './measured.ts';
import type { SideViewMetrics } from './side-view-metrics.ts';

/** The metrics of a clip in slow motion whose factor is not known: whatever rests on the clock is withheld, angles and shares stay. */
export function withheldTimes(metrics: SideViewMetrics): SideViewMetrics {
  const { cadenceSpm, contactTimeMs, flightTimeMs, speedMps, stepLengthM, paceSPerKm } = metrics;
  return {
    ...metrics,
    cadenceSpm: withheld('slow_motion', cadenceSpm.n),
    contactTimeMs: withheld('slow_motion', contactTimeMs.n),
    flightTimeMs: withheld('slow_motion', flightTimeMs.n),
    speedMps: withheld('slow_motion', speedMps.n),
    stepLengthM: withheld('slow_motion', stepLengthM.n),
    paceSPerKm: withheld('slow_motion', paceSPerKm.n),
  };
}
