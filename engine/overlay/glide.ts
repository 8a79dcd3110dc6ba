/** Half of the time, seconds, over which what glides is smoothed: a stride of any runner fits into the whole. */
const halfS = 0.5;

/** Frames to each side of one that a second's half reaches over, at least one. */
export function glideFrames(timesS: Float64Array): number {
  const spanS = (timesS.at(-1) ?? 0) - (timesS[0] ?? 0);
  return spanS > 0 ? Math.max(1, Math.round((halfS * (timesS.length - 1)) / spanS)) : 1;
}

/**
 * Follows values without their quick movements: in each frame the line through what is known within `reach` frames, least squares. Frames
 * with nothing known that near hold the last value; NaN everywhere when there is none at all.
 */
export function gliding(values: Float64Array, reach: number): Float64Array {
  const line = values.map((_, frame) => lineAt(values, frame, reach));
  const first = line.find(Number.isFinite) ?? Number.NaN;
  let last = first;
  return line.map((value) => {
    if (Number.isFinite(value)) last = value;
    return last;
  });
}

function lineAt(values: Float64Array, frame: number, reach: number): number {
  let [n, sumT, sumV, sumTT, sumTV] = [0, 0, 0, 0, 0];
  const end = Math.min(values.length - 1, frame + reach);
  for (let i = Math.max(0, frame - reach); i <= end; i++) {
    if (!Number.isFinite(values[i])) continue;
    const t = i - frame;
    n++;
    sumT += t;
    sumV += values[i];
    sumTT += t * t;
    sumTV += t * values[i];
  }
  const spread = n * sumTT - sumT * sumT;
  if (n === 0) return Number.NaN;
  return spread === 0 ? sumV / n : (sumTT * sumV - sumT * sumTV) / spread;
}

/** A gliding line that is never below the values: the mean of the largest within `reach` frames. NaN counts as nothing. */
export function glidingOver(values: Float64Array, reach: number): Float64Array {
  const within = (frame: number): readonly [from: number, to: number] => [
    Math.max(0, frame - reach),
    Math.min(values.length, frame + reach + 1),
  ];
  const largest = Float64Array.from(values, (_, frame) => {
    let most = -Infinity;
    for (const value of values.subarray(...within(frame))) if (value > most) most = value;
    return most;
  });
  return Float64Array.from(values, (_, frame) => {
    const near = largest.subarray(...within(frame)).filter(Number.isFinite);
    return near.reduce((sum, value) => sum + value, 0) / near.length;
  });
}
