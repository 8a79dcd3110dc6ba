import type { BackViewMetrics, BySide } from '../../metrics/back-view-metrics.ts';
import type { Measured } from '../../metrics/measured.ts';
import { type Cell, cell } from '../headline.ts';
import { wholeText } from '../labels.ts';
import type { OverlayWords } from '../words/overlay-words.ts';

/** The headline's numbers of a back view, those that were measured; of pairs the left comes first. */
export function backHeadlineCells(metrics: BackViewMetrics, words: OverlayWords): Cell[] {
  const { rearfoot, pelvicDrop, kneeAdduction } = metrics;
  return [
    cell(words, words.cadence, metrics.cadenceSpm, words.cadenceUnit, 1, 0),
    pairCell(`${words.contact} ${words.sides.left}/${words.sides.right}`, metrics.contactTimeMs, 'ms'),
    pairCell(words.pelvicDrop.ofClip, atMidStance(pelvicDrop), '°'),
    pairCell(words.kneeIn.ofClip, atMidStance(kneeAdduction), '°'),
    pairCell(words.eversion, { left: rearfoot.left.peak, right: rearfoot.right.peak }, '°'),
  ].filter((entry) => entry !== null);
}

const atMidStance = ({ left, right }: BySide<{ readonly atMidStance: Measured }>): BySide<Measured> => ({
  left: left.atMidStance,
  right: right.atMidStance,
});

/** @param unit Degrees stand at their numbers, other units apart. */
function pairCell(label: string, { left, right }: BySide<Measured>, unit: '°' | 'ms'): Cell | null {
  if (left.value === null && right.value === null) return null;
  const shown = ({ value }: Measured): string =>
    value === null ? '–' : `${wholeText(value)}${unit === '°' ? unit : ''}`;
  const margin = `±${wholeText(Math.max(left.halfWidth ?? 0, right.halfWidth ?? 0))}`;
  return { label, value: `${shown(left)} / ${shown(right)}`, unit: unit === '°' ? `${margin}°` : `${unit} ${margin}` };
}
