import type { AntiphasePeriod, AntiphaseSearch } from '../signal/antiphase-period.ts';
import { CycleFits } from '../signal/cycle-fits.ts';
import { difference } from '../signal/elementwise.ts';
import { sideBySide } from '../signal/side-by-side.ts';
import { exchangeSides } from './exchange-sides.ts';
import { legRhythmSearch } from './leg-rhythm.ts';
import { midPoint, type PairedPart, paired, type RawPoints } from './raw-points.ts';
import { capped, SwapDecoder, type SwapPair } from './swap-decoder.ts';

/** A whole leg changes labels at once. */
const legChain: readonly PairedPart[] = ['hip', 'knee', 'ankle', 'heel', 'toe'];

/**
 * Costs, with spreads in leg lengths: of a limb's departure from constant velocity in a frame when that is the only
 * evidence, of the same beside the cycle's evidence (where one bad frame must not push the next), and from the cycle.
 */
const alone = { sigma: 0.05, cap: 25, switchFactor: 4, exchangeFactor: 0.5 };
const besideCycle = { sigma: 0.1, cap: 4, switchFactor: 4, exchangeFactor: 0.5 };
/** Where the rhythm is not known yet, labels may change as often as a tried one asks. */
const besideTried = { ...besideCycle, switchFactor: 0.5 };
const cycle = { sigma: 0.1, cap: 25 };

/** Below this share of explained variance the legs have no rhythm to judge labels by. */
const leastExplained = 0.5;
/** Above this it is beyond doubt. */
const sureExplained = 0.85;
const triedPeriodsS = [0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.9];
/** Rounds of labelling by the cycle of the labelling before, and of those from each tried period on. */
const rounds = 3;
const triedRounds = 4;

/** Coordinates of the leg relative to the middle of the hips, so that travel and camera motion drop out. */
function legPairs(points: RawPoints): SwapPair[] {
  const hip = midPoint(points, 'hip');
  const arrays = sideBySide(4 * legChain.length, hip.xPx.length);
  return legChain.map((part, i) => {
    const left = points[paired('left', part)];
    const right = points[paired('right', part)];
    return {
      left: { x: difference(left.xPx, hip.xPx, arrays[4 * i]), y: difference(left.yPx, hip.yPx, arrays[4 * i + 1]) },
      right: {
        x: difference(right.xPx, hip.xPx, arrays[4 * i + 2]),
        y: difference(right.yPx, hip.yPx, arrays[4 * i + 3]),
      },
    };
  });
}

/** A network without feet gives no heel and toe, and what is missing in one coordinate is left out of the fit of all. */
function isMostlyKnown(values: Float64Array): boolean {
  let missing = 0;
  for (let i = 0; i < values.length; i++) if (Number.isNaN(values[i])) missing++;
  return 2 * missing < values.length;
}

/** One labelling of the whole clip, and the legs' rhythm under it. */
interface Labelling {
  readonly exchanged: Uint8Array;
  readonly rhythm: AntiphasePeriod | null;
}

const explainedBy = ({ rhythm }: Labelling): number => rhythm?.explained ?? 0;

/** Judges labellings, each once. */
function judgeOf(search: AntiphaseSearch): (exchanged: Uint8Array) => Labelling {
  const judged: Labelling[] = [];
  return (exchanged) => {
    const same = judged.find((labelling) => labelling.exchanged.every((mark, frame) => mark === exchanged[frame]));
    if (same !== undefined) return same;
    const labelling = { exchanged, rhythm: search.find(exchanged) };
    judged.push(labelling);
    return labelling;
  };
}

/**
 * Right minus left of knee, ankle and foot against the cycle that they follow over the whole clip: odd harmonics alone.
 *
 * @returns By frame, cost of the labels as given and exchanged; null when no cycle can be fitted.
 */
function cycleCosts(
  timesS: Float64Array,
  differences: readonly Float64Array[],
  exchanged: Uint8Array,
  periodS: number,
  sigma: number,
): Float64Array | null {
  const expected = new CycleFits(timesS, periodS, [1, 3]).expected(labelledAs(differences, exchanged));
  if (expected === null) return null;
  const perSigma = 1 / (2 * sigma * sigma);
  const costs = new Float64Array(2 * timesS.length);
  for (let k = 0; k < differences.length; k++) {
    addCycleCosts(costs, differences[k] as Float64Array, expected[k] as Float64Array, perSigma);
  }
  return costs;
}

/** Differences of the sides as they are when the marked frames are exchanged: their sign changes there. */
const labelledAs = (differences: readonly Float64Array[], exchanged: Uint8Array): Float64Array[] =>
  differences.map((values) => {
    const labelled = values.slice();
    for (let i = 0; i < labelled.length; i++) if (exchanged[i] === 1) labelled[i] = -labelled[i];
    return labelled;
  });

function addCycleCosts(costs: Float64Array, values: Float64Array, expected: Float64Array, perSigma: number): void {
  for (let frame = 0; frame < values.length; frame++) {
    const given = values[frame] - expected[frame];
    const exchanged = -values[frame] - expected[frame];
    costs[2 * frame] = costs[2 * frame] + capped(given * given * perSigma, cycle.cap);
    costs[2 * frame + 1] = costs[2 * frame + 1] + capped(exchanged * exchanged * perSigma, cycle.cap);
  }
}

/** What became of the legs' labels. */
export interface LegLabels {
  /** 1 in each frame whose labels were exchanged. */
  readonly exchanged: Uint8Array;
  /** The legs' rhythm under the labels that stand; null when there is none to be told. */
  readonly rhythm: AntiphasePeriod | null;
}

/**
 * Gives each leg one label for the whole clip, in place. The legs are followed from frame to frame, and, where they
 * have a rhythm, the whole clip's cycle is evidence too: a leg that keeps the other's phase is wrongly labelled however
 * smooth its path. Of all labellings, the network's own among them, the one under which most of the motion is rhythm
 * stands.
 *
 * @param leg Its length, pixels; NaN when it is never seen.
 */
export function repairLegSwaps(points: RawPoints, timesS: Float64Array, leg: number): LegLabels {
  const pairs = legPairs(points);
  const judge = judgeOf(legRhythmSearch(pairs[legChain.indexOf('ankle')] as SwapPair, timesS));
  const given = judge(new Uint8Array(timesS.length));
  if (!(leg > 0)) return given;
  const belowHips = pairs.slice(1);
  const arrays = sideBySide(2 * belowHips.length, timesS.length);
  const differences = belowHips
    .flatMap(({ left, right }, i) => [
      difference(right.x, left.x, arrays[2 * i]),
      difference(right.y, left.y, arrays[2 * i + 1]),
    ])
    .filter(isMostlyKnown);
  const decoder = (costs: typeof alone) => new SwapDecoder(timesS, pairs, { ...costs, sigma: costs.sigma * leg });
  const besideDecoder = decoder(besideCycle);
  let best = given;
  const offer = (candidate: Labelling): void => {
    if (explainedBy(candidate) > explainedBy(best)) best = candidate;
  };
  const byCycle = ({ exchanged }: Labelling, periodS: number, decoding: SwapDecoder): Labelling | null => {
    const costs = cycleCosts(timesS, differences, exchanged, periodS, cycle.sigma * leg);
    if (costs === null) return null;
    const found = judge(fewest(decoding.decode(costs)));
    offer(found);
    return found;
  };
  const followed = judge(decoder(alone).decode(null));
  offer(followed);
  for (let round = 0; round < rounds; round++) {
    const before = best;
    byCycle(before, before.rhythm?.periodS ?? Number.NaN, besideDecoder);
    if (best === before) break;
  }
  // Too many wrong labels hide the rhythm itself: then the periods of runners are tried one by one.
  if (explainedBy(best) < sureExplained) {
    const triedDecoder = decoder(besideTried);
    const byTried = (start: Labelling, triedS: number): void => {
      let labels = start;
      let periodS = triedS;
      for (let round = 0; round < triedRounds; round++) {
        const found = byCycle(labels, periodS, triedDecoder);
        if (found === null || found === labels) return;
        labels = found;
        periodS = found.rhythm?.periodS ?? triedS;
      }
    };
    for (const start of new Set([best, followed, given])) for (const periodS of triedPeriodsS) byTried(start, periodS);
  }
  if (explainedBy(best) < leastExplained) return given;
  const exchanged = fewest(best.exchanged);
  exchangeSides(points, legChain, exchanged);
  return { exchanged, rhythm: best.rhythm };
}

/** Motion cannot tell a labelling from its mirror image: of the two, the one that exchanges fewer frames. */
function fewest(marked: Uint8Array): Uint8Array {
  const count = marked.reduce((sum, mark) => sum + mark, 0);
  return 2 * count <= marked.length ? marked : marked.map((mark) => 1 - mark);
}
