/** The first frame at or after a time; the number of frames when there is none. */
export function firstFrameFrom(timesS: Float64Array, timeS: number): number {
  let [low, high] = [0, timesS.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (timesS[middle] < timeS) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The frame nearest to a time. */
export function nearestFrame(timesS: Float64Array, timeS: number): number {
  const next = firstFrameFrom(timesS, timeS);
  if (next === 0) return 0;
  if (next === timesS.length) return next - 1;
  return timeS - timesS[next - 1] <= timesS[next] - timeS ? next - 1 : next;
}
