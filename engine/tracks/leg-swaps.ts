import { fitHarmonics } from '../signal/harmonic-fit.ts';
import { exchangeSides } from './exchange-sides.ts';
import { legRhythm } from './leg-rhythm.ts';
import { legLengthPx } from './limb-length.ts';
import { midPoint, type PairedPart, paired, type RawPoints } from './raw-points.ts';
import { decodeSwaps, type ExtraCost, type SwapPair } from './swap-decoder.ts';

/** A whole leg changes labels at once. */
const legChain: readonly PairedPart[] = ['hip', 'knee', 'ankle', 'heel', 'toe'];

/**
 * Costs, with spreads in leg lengths: of a limb's departure from constant velocity in a frame when that is the only
 * evidence, of the same beside the cycle's evidence (where one bad frame must not push the next), and from the cycle.
 */
const alone = { sigma: 0.05, cap: 25, switchFactor: 4, exchangeFactor: 0.5 };
const besideCycle = { sigma: 0.1, cap: 4, switchFactor: 4, exchangeFactor: 0.5 };
const cycle = { sigma: 0.1, cap: 25 };

/** Below this share of explained variance the legs have no rhythm to judge labels by. */
const leastExplained = 0.5;
/** Above this it is beyond doubt. */
const sureExplained = 0.85;
const triedPeriodsS = [0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.9];
/** Rounds of labelling by the cycle of the labelling before. */
const rounds = 3;

const relative = (values: Float64Array, origin: Float64Array): Float64Array =>
  values.map((value, i) => value - origin[i]);

/** Coordinates of the leg relative to the middle of the hips, so that travel and camera motion drop out. */
function legPairs(points: RawPoints): SwapPair[] {
  const hip = midPoint(points, 'hip');
  return legChain.map((part) => {
    const left = points[paired('left', part)];
    const right = points[paired('right', part)];
    return {
      left: { x: relative(left.xPx, hip.xPx), y: relative(left.yPx, hip.yPx) },
      right: { x: relative(right.xPx, hip.xPx), y: relative(right.yPx, hip.yPx) },
    };
  });
}

/** One labelling of the whole clip, and how much of the legs' motion is rhythm under it. */
interface Labelling {
  readonly exchanged: Uint8Array;
  readonly explained: number;
  readonly periodS: number;
}

/** Judges a labelling, leaving the points as they were. */
function judge(points: RawPoints, timesS: Float64Array, exchanged: Uint8Array): Labelling {
  exchangeSides(points, legChain, exchanged);
  const rhythm = legRhythm(points, timesS);
  exchangeSides(points, legChain, exchanged);
  return { exchanged, explained: rhythm?.explained ?? 0, periodS: rhythm?.periodS ?? Number.NaN };
}

/** Right minus left of knee, ankle and foot against the cycle that they follow over the whole clip: odd harmonics alone. */
function cycleCost(
  timesS: Float64Array,
  pairs: readonly SwapPair[],
  labels: Labelling,
  sigma: number,
): ExtraCost | null {
  const differences = pairs
    .slice(1)
    .flatMap(({ left, right }) => [relative(right.x, left.x), relative(right.y, left.y)]);
  const labelled = differences.map((difference) =>
    difference.map((value, frame) => (labels.exchanged[frame] === 1 ? -value : value)),
  );
  const fit = fitHarmonics(timesS, labelled, labels.periodS, [1, 3]);
  if (fit === null) return null;
  const perSigma = 1 / (2 * sigma * sigma);
  return (frame, exchanged) => {
    let sum = 0;
    for (let k = 0; k < differences.length; k++) {
      const difference = (differences[k] as Float64Array)[frame];
      const miss = (exchanged === 1 ? -difference : difference) - fit.valueAt(k, timesS[frame]);
      const squared = miss * miss * perSigma;
      if (!Number.isNaN(squared)) sum += Math.min(squared, cycle.cap);
    }
    return sum;
  };
}

/**
 * Gives each leg one label for the whole clip, in place. The legs are followed from frame to frame, and, where they
 * have a rhythm, the whole clip's cycle is evidence too: a leg that keeps the other's phase is wrongly labelled however
 * smooth its path. Of all labellings, the network's own among them, the one under which most of the motion is rhythm
 * stands.
 *
 * @returns 1 in each frame whose labels were exchanged.
 */
export function repairLegSwaps(points: RawPoints, timesS: Float64Array): Uint8Array {
  const none = new Uint8Array(timesS.length);
  const leg = legLengthPx(points);
  if (!(leg > 0)) return none;
  const inPixels = (costs: typeof alone) => ({ ...costs, sigma: costs.sigma * leg });
  const pairs = legPairs(points);
  let best = judge(points, timesS, none);
  const offer = (candidate: Labelling): void => {
    if (candidate.explained > best.explained) best = candidate;
  };
  const byCycle = (start: Labelling): void => {
    const extra = cycleCost(timesS, pairs, start, cycle.sigma * leg);
    if (extra === null) return;
    offer(judge(points, timesS, fewest(decodeSwaps(timesS, pairs, inPixels(besideCycle), extra))));
  };
  const followed = judge(points, timesS, decodeSwaps(timesS, pairs, inPixels(alone)));
  offer(followed);
  for (let round = 0; round < rounds; round++) {
    const before = best;
    byCycle(before);
    if (best === before) break;
  }
  // Too many wrong labels hide the rhythm itself: then the periods of runners are tried one by one.
  if (best.explained < sureExplained) {
    for (const start of [best, followed]) for (const periodS of triedPeriodsS) byCycle({ ...start, periodS });
  }
  if (best.explained < leastExplained) return none;
  const exchanged = fewest(best.exchanged);
  exchangeSides(points, legChain, exchanged);
  return exchanged;
}

/** Motion cannot tell a labelling from its mirror image: of the two, the one that exchanges fewer frames. */
function fewest(marked: Uint8Array): Uint8Array {
  const count = marked.reduce((sum, mark) => sum + mark, 0);
  return 2 * count <= marked.length ? marked : marked.map((mark) => 1 - mark);
}
