/** Strides before and after a frame in which labels are counted, and how much of them must be seen. */
const reachStrides = 1;
const leastStrides = 0.5;
/** Share of the frames by which more are exchanged on one side than on the other. Networks that take one leg for the other do so for some frames: of 159 readings of runners, 0.32 at most. */
const leastShare = 0.75;

/**
 * The frame from which on, or up to which, the legs' labels were exchanged for good. Where half a stride is missing each leg goes on where the other was, which is taken for an exchange of labels.
 *
 * @param exchanged 1 in each frame whose labels were exchanged.
 * @param isSeen Whether the legs are seen in a frame.
 * @returns Null where labels were exchanged for moments only.
 */
export function lastingExchange(
  exchanged: Uint8Array,
  isSeen: (frame: number) => boolean,
  timesS: Float64Array,
  strideS: number,
): number | null {
  if (!exchanged.includes(1)) return null;
  const count = exchanged.length;
  /** Frames before each one that are seen, and of those the exchanged. */
  const seen = new Float64Array(count + 1);
  const marked = new Float64Array(count + 1);
  for (let i = 0; i < count; i++) {
    const known = isSeen(i) ? 1 : 0;
    seen[i + 1] = seen[i] + known;
    marked[i + 1] = marked[i] + known * exchanged[i];
  }
  const share = (from: number, end: number): number => (marked[end] - marked[from]) / (seen[end] - seen[from]);
  const reachS = reachStrides * strideS;
  let most = leastShare;
  let lasting: number | null = null;
  let from = 0;
  let end = 0;
  for (let frame = 1; frame < count; frame++) {
    while (timesS[frame] - timesS[from] > reachS) from++;
    while (end < count && timesS[end] - timesS[frame] < reachS) end++;
    const leastFrames = (leastStrides * strideS * (end - from)) / (timesS[end - 1] - timesS[from]);
    if (Math.min(seen[frame] - seen[from], seen[end] - seen[frame]) < leastFrames) continue;
    const apart = Math.abs(share(frame, end) - share(from, frame));
    if (!(apart > most)) continue;
    most = apart;
    lasting = frame;
  }
  return lasting;
}
