import { curvePoints } from './running-clip.ts';

/** Mean of curves of {@link curvePoints} values that lie one after the other; null where fewer than two are known. */
export function meanCurve(curves: Float64Array): (number | null)[] {
  const means: (number | null)[] = [];
  for (let point = 0; point < curvePoints; point++) {
    let sum = 0;
    let known = 0;
    for (let k = point; k < curves.length; k += curvePoints) {
      if (!Number.isFinite(curves[k])) continue;
      sum += curves[k];
      known++;
    }
    means.push(known < 2 ? null : sum / known);
  }
  return means;
}
