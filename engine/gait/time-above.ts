/**
 * How long a series lies above a level, seconds, between samples by linear interpolation; NaN where a sample is missing. Where a series passes
 * a level once, this tells when; where noise takes it to and fro, every excursion counts no more than it lasts.
 *
 * @param timesS Increasing.
 */
export function timeAbove(timesS: Float64Array, values: Float64Array, level: number): number {
  let above = 0;
  for (let i = 1; i < values.length; i++) {
    const [before, here] = [values[i - 1] - level, values[i] - level];
    const step = timesS[i] - timesS[i - 1];
    if (before >= 0 && here >= 0) above += step;
    else if (before >= 0) above += (step * before) / (before - here);
    else if (here >= 0) above += (step * here) / (here - before);
    else if (Number.isNaN(before + here)) return Number.NaN;
  }
  return values.length === 0 || Number.isNaN(values[0]) ? Number.NaN : above;
}
