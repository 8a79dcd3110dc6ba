import { lowPassZeroLag } from '../../../engine/signal/butterworth.ts';
import type { Force } from './motion-files.ts';

/** One stance by the plates, seconds. */
export interface PlateContact {
  readonly onS: number;
  readonly offS: number;
}

export interface PlateRule {
  readonly thresholdN: number;
  /** Zero-lag low-pass before the threshold; undefined for forces that have been filtered already. */
  readonly cutOffHz?: number;
}

/** Nothing shorter or longer is a stance of a runner. */
const shortestS = 0.12;
const longestS = 0.5;

/** Stances by the vertical force: from where it rises through a threshold to where it falls through it, linear between samples. */
export function plateContacts({ timesS, newtons }: Force, { thresholdN, cutOffHz }: PlateRule): PlateContact[] {
  const last = timesS.length - 1;
  const hz = last / ((timesS[last] ?? 1) - (timesS[0] ?? 0));
  const force = cutOffHz === undefined ? newtons : lowPassZeroLag(newtons, hz, cutOffHz);
  const contacts: PlateContact[] = [];
  let onS = Number.NaN;
  for (let i = 1; i <= last; i++) {
    const [before, here] = [force[i - 1] ?? 0, force[i] ?? 0];
    const share = (thresholdN - before) / (here - before);
    const crossingS = (timesS[i - 1] ?? 0) + share * ((timesS[i] ?? 0) - (timesS[i - 1] ?? 0));
    if (before < thresholdN && here >= thresholdN) onS = crossingS;
    if (before < thresholdN || here >= thresholdN) continue;
    if (crossingS - onS > shortestS && crossingS - onS < longestS) contacts.push({ onS, offS: crossingS });
  }
  return contacts;
}
