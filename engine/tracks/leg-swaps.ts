import { fitHarmonics, type HarmonicFit, harmonicValue } from '../signal/harmonic-fit.ts';
import { exchangeSides } from './exchange-sides.ts';
import { legRhythm } from './leg-rhythm.ts';
import { legLengthPx } from './limb-length.ts';
import { midPoint, type PairedPart, paired, type RawPoints } from './raw-points.ts';
import { decodeSwaps, type ExtraCost, type SwapPair } from './swap-decoder.ts';

/** A whole leg changes labels at once. */
const legChain: readonly PairedPart[] = ['hip', 'knee', 'ankle', 'heel', 'toe'];

/** Fractions of the leg's length: what a limb departs from constant velocity in a frame, and from its mean cycle. */
const predictionSigma = 0.05;
const cycleSigma = 0.12;
const switchFactor = 4;
const cap = 25;

/** Below this share of explained variance the legs have no rhythm to judge labels by. */
const leastExplained = 0.5;

/** Coordinates of the leg relative to the middle of the hips, so that travel and camera motion drop out. */
function legPairs(points: RawPoints): SwapPair[] {
  const hip = midPoint(points, 'hip');
  const relative = (values: Float64Array, origin: Float64Array) =>
    values.map((value, i) => value - (origin[i] as number));
  return legChain.map((part) => {
    const left = points[paired('left', part)];
    const right = points[paired('right', part)];
    return {
      left: { x: relative(left.xPx, hip.xPx), y: relative(left.yPx, hip.yPx) },
      right: { x: relative(right.xPx, hip.xPx), y: relative(right.yPx, hip.yPx) },
    };
  });
}

/** Right minus left of knee and ankle against the cycle that they follow over the whole clip: odd harmonics alone. */
function cycleCost(timesS: Float64Array, pairs: readonly SwapPair[], periodS: number, sigma: number): ExtraCost | null {
  const judged = pairs.slice(1, 3);
  const differences = judged.flatMap(({ left, right }) => [
    right.x.map((value, i) => value - (left.x[i] as number)),
    right.y.map((value, i) => value - (left.y[i] as number)),
  ]);
  const fit: HarmonicFit | null = fitHarmonics(timesS, differences, periodS, [1, 3]);
  if (fit === null) return null;
  const perSigma = 1 / (2 * sigma * sigma);
  return (frame, exchanged) => {
    let sum = 0;
    for (let k = 0; k < differences.length; k++) {
      const difference = (differences[k] as Float64Array)[frame] as number;
      const miss = (exchanged === 1 ? -difference : difference) - harmonicValue(fit, k, timesS[frame] as number);
      const squared = miss * miss * perSigma;
      if (!Number.isNaN(squared)) sum += Math.min(squared, cap);
    }
    return sum;
  };
}

/**
 * Gives each leg one label for the whole clip, in place. First the legs are followed from frame to frame, then, where
 * they have a rhythm, once more with the whole clip's cycle as evidence: a leg that keeps the other's phase is wrongly
 * labelled however smooth its path.
 *
 * @returns 1 in each frame whose labels were exchanged.
 */
export function repairLegSwaps(points: RawPoints, timesS: Float64Array): Uint8Array {
  const exchanged = new Uint8Array(timesS.length);
  const leg = legLengthPx(points);
  if (!(leg > 0)) return exchanged;
  const costs = { sigma: predictionSigma * leg, cap, switchFactor };
  const apply = (marked: Uint8Array): void => {
    const decision = fewest(marked);
    exchangeSides(points, legChain, decision);
    for (let i = 0; i < exchanged.length; i++) exchanged[i] = (exchanged[i] as number) ^ (decision[i] as number);
  };
  apply(decodeSwaps(timesS, legPairs(points), costs));
  for (let pass = 0; pass < 2; pass++) {
    const rhythm = legRhythm(points, timesS);
    if (rhythm === null || rhythm.explained < leastExplained) break;
    const pairs = legPairs(points);
    const extra = cycleCost(timesS, pairs, rhythm.periodS, cycleSigma * leg);
    if (extra === null) break;
    apply(decodeSwaps(timesS, pairs, costs, extra));
  }
  // Most of the network's own labels stand.
  if (fewest(exchanged) !== exchanged) {
    exchangeSides(points, legChain, new Uint8Array(exchanged.length).fill(1));
    for (let i = 0; i < exchanged.length; i++) exchanged[i] = 1 - (exchanged[i] as number);
  }
  return exchanged;
}

/** The decoder cannot tell a labelling from its mirror image: of the two, the one that exchanges fewer frames. */
function fewest(marked: Uint8Array): Uint8Array {
  const count = marked.reduce((sum, mark) => sum + mark, 0);
  return 2 * count <= marked.length ? marked : marked.map((mark) => 1 - mark);
}
