import { HarmonicFitter } from '../signal/harmonic-fit.ts';
import { minimise } from '../signal/minimise.ts';

/** What time that is put in at a place makes of the rhythm about it. */
export interface RhythmLeap {
  /** Turns by which the rhythm is ahead after the place, -0.5 to 0.5. */
  readonly turns: number;
  /** Shares of the motion that one rhythm leaves unexplained, without and with the time that is put in. */
  readonly leftThrough: number;
  readonly leftWith: number;
}

/** Strides before and after the place that are looked at. */
const reachStrides = 1.25;
/** Legs against each other do only odd harmonics. */
const harmonics = [1, 3];
/** So near to the place the tracks' filter mixes what is before with what is after. */
const blurS = 0.04;
/** Fewer samples follow any rhythm: on either side, and together. */
const leastSamples = 8;
const leastTogether = 28;
/** How far the period about the place may be off the clip's own, which a cut has bent, and how closely it is told. */
const periodReach = 0.2;
const periodTolerance = 0.002;
const triedTurns = 16;
const turnTolerance = 0.004;

/**
 * Whether the legs' rhythm about a place is one rhythm when time is put in between a frame and the one before. Before and after have one amplitude and one period: of two rhythms of their own,
 * each would follow what is not the other's.
 *
 * @param signals Legs against each other.
 * @returns Null where too little is seen on either side, or one rhythm through the place leaves no more than `leastLeft` of the motion.
 */
export function rhythmLeap(
  timesS: Float64Array,
  signals: readonly Float64Array[],
  frame: number,
  strideS: number,
  leastLeft: number,
): RhythmLeap | null {
  const placeS = (timesS[frame - 1] + timesS[frame]) / 2;
  const spanS = reachStrides * strideS;
  const from = timesS.findIndex((timeS) => timeS >= placeS - spanS);
  const past = timesS.findIndex((timeS) => timeS > placeS + spanS);
  const end = past < 0 ? timesS.length : past;
  const isClear = (_: number, i: number): boolean =>
    Math.abs(timesS[from + i] - placeS) > blurS && signals.every((signal) => !Number.isNaN(signal[from + i]));
  const seenS = timesS.slice(from, end).filter(isClear);
  const before = seenS.filter((timeS) => timeS < placeS).length;
  if (Math.min(before, seenS.length - before) < leastSamples || seenS.length < leastTogether) return null;
  const seen = signals.map((signal) => signal.slice(from, end).filter(isClear));
  const leftWith = (turns: number): { left: number; motion: number } => {
    const moved = seenS.map((timeS) => (timeS < placeS ? timeS : timeS + turns * strideS));
    const fitter = new HarmonicFitter(moved, seen, harmonics);
    const { value } = minimise(
      (share) => fitter.residual(share * strideS),
      1 - periodReach,
      1 + periodReach,
      periodTolerance,
    );
    return { left: value, motion: fitter.driftSumSquares };
  };
  const through = leftWith(0);
  if (!(through.left > leastLeft * through.motion)) return null;
  let turns = 0;
  let least = through.left;
  for (let i = 1; i < triedTurns; i++) {
    const tried = i / triedTurns - (2 * i > triedTurns ? 1 : 0);
    const { left } = leftWith(tried);
    if (!(left < least)) continue;
    least = left;
    turns = tried;
  }
  const step = 1 / triedTurns;
  const best = minimise((tried) => leftWith(tried).left, turns - step, turns + step, turnTolerance);
  return { turns: best.place, leftThrough: through.left / through.motion, leftWith: best.value / through.motion };
}
