import type { BackViewMetrics, BySide } from '../../metrics/back-view-metrics.ts';
import type { Measured } from '../../metrics/measured.ts';
import { type Cell, cell } from '../headline.ts';

/** The headline's numbers of a back view, those that were measured; of pairs the left comes first. */
export function backHeadlineCells(metrics: BackViewMetrics): Cell[] {
  const { rearfoot, pelvicDrop, kneeAdduction } = metrics;
  return [
    cell('CADENCE', metrics.cadenceSpm, 'spm', 1, 0),
    pairCell('CONTACT L/R', metrics.contactTimeMs, 'ms'),
    pairCell('PELVIC DROP', { left: pelvicDrop.left.atMidStance, right: pelvicDrop.right.atMidStance }, 'deg'),
    pairCell('KNEE IN', { left: kneeAdduction.left.atMidStance, right: kneeAdduction.right.atMidStance }, 'deg'),
    pairCell('EVERSION', { left: rearfoot.left.peak, right: rearfoot.right.peak }, 'deg'),
  ].filter((entry) => entry !== null);
}

function pairCell(label: string, { left, right }: BySide<Measured>, unit: string): Cell | null {
  if (left.value === null && right.value === null) return null;
  const shown = ({ value }: Measured): string => (value === null ? '–' : String(Math.round(value) + 0));
  const margin = Math.max(left.halfWidth ?? 0, right.halfWidth ?? 0);
  return { label, value: `${shown(left)} / ${shown(right)}`, unit: `${unit} ±${margin.toFixed(0)}` };
}
