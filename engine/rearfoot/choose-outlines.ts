import { solvePositiveDefinite } from '../signal/least-squares.ts';

/** A possible outline of a limb in one frame, in units that frames share. */
export interface Candidate {
  /** Lean of the midline from the vertical, degrees. */
  readonly leanDeg: number;
  readonly leanSeDeg: number;
  /** Width and its growth downwards, as shares of the shank's length and of the height. */
  readonly width: number;
  readonly taper: number;
  /** Rows' worth of clear edges as a share of the shank's length. */
  readonly support: number;
  /** How far its middle lies from where a limb of this lean would hang, and how far below the joint, shares of the shank's length. */
  readonly across: number;
  readonly below: number;
}

/** What one frame may show of one limb. */
export interface Sighting {
  /** 0 at touchdown, 1 at toe-off. */
  readonly phase: number;
  /** Which curve over the stance it belongs to: 0 is the left leg, 1 the right. */
  readonly curve: 0 | 1;
  readonly candidates: readonly Candidate[];
}

/** The outline that a limb has all through the clip, and how it leans over the stance. */
export interface LimbShape {
  readonly width: number;
  readonly taper: number;
  /** How far its middle lies below the joint. */
  readonly below: number;
  /** Coefficients of the lean in powers of `phase - 0.4`, by curve; null without sightings. */
  readonly leans: readonly [Float64Array | null, Float64Array | null];
}

/** What is chosen of one frame: which candidate, or -1, and the standard error that the choice adds. */
export interface Choice {
  readonly index: number;
  /** Weight of the chosen candidate among all and none, 0 to 1. */
  readonly share: number;
  readonly ambiguityDeg: number;
  /** How little is left for none of the candidates being right: less its logarithm, 0 where nothing speaks for any. */
  readonly evidence: number;
}

export interface ShapePrior {
  readonly width: number;
  readonly widthSd: number;
  readonly taper: number;
  readonly taperSd: number;
  /** As a share of the frames, how much the taper that is expected counts in that of the clip. */
  readonly taperShare: number;
  readonly below: number;
  readonly across: number;
  readonly acrossSd: number;
  /** Shares of support that make one candidate e times as likely as another. */
  readonly supportScale: number;
}

const rounds = 12;
/** Share of no candidate below which it cannot be told from none at all. */
const leastNone = 1e-9;
/** Best candidates of each frame that have a say in the shape. */
const mostVoices = 10;
/** How far a limb's middle strays from where it hangs, shares of the shank's length. */
const belowSd = 0.04;
const degree = 4;
/** What steadies the curves, degrees: how far each power of the phase may reach. A limb leans anyhow, but while the foot is flat it turns little. */
const reach = [40, 12, 18, 36];

/**
 * Chooses one outline a frame: a limb has one width and one taper in the whole clip, and leans alike in all stances of a leg. Shape and
 * curves are found with the choices in turn, by weights that sharpen (expectation-maximisation, Dempster 1977).
 */
export function chooseOutlines(
  sightings: readonly Sighting[],
  prior: ShapePrior,
): { shape: LimbShape; choices: Choice[] } {
  let shape: LimbShape = { ...densest(sightings, prior), below: prior.below, leans: [null, null] };
  let weights: Float64Array[] = [];
  for (let round = 0; round < rounds; round++) {
    const sharp = Math.min(1, round / (rounds - 4));
    const widths = { width: 0.03 - 0.018 * sharp, taper: 0.12 - 0.07 * sharp, lean: 8 - 5.5 * sharp };
    weights = sightings.map((sighting) => weightsOf(sighting, shape, prior, widths));
    shape = shapeOf(sightings, weights, shape, prior);
  }
  const choices = sightings.map(({ candidates }, i) => choiceOf(candidates, weights[i]));
  return { shape, choices };
}

/** Where most support of all frames is, by a kernel about each candidate. */
function densest(sightings: readonly Sighting[], prior: ShapePrior): { width: number; taper: number } {
  const all = sightings
    .filter(({ phase }) => phase > 0.1 && phase < 0.7)
    .flatMap(({ candidates }) => candidates.slice(0, mostVoices));
  let best = { width: prior.width, taper: prior.taper };
  let most = 0;
  for (const centre of all) {
    let sum = 0;
    for (const { width, taper, support } of all) {
      const w = (width - centre.width) / 0.012;
      const t = (taper - centre.taper) / 0.05;
      const distance = w * w + t * t;
      if (distance < 9) sum += support * Math.exp(-distance / 2);
    }
    sum *= Math.exp(-((centre.width - prior.width) ** 2) / (2 * prior.widthSd ** 2));
    sum *= Math.exp(-((centre.taper - prior.taper) ** 2) / (2 * prior.taperSd ** 2));
    if (sum > most) {
      most = sum;
      best = centre;
    }
  }
  return { width: best.width, taper: best.taper };
}

/** Each candidate's likelihood; what is missing to 1 is that none is right. */
function weightsOf(
  { candidates, curve, phase }: Sighting,
  shape: LimbShape,
  prior: ShapePrior,
  widths: { readonly width: number; readonly taper: number; readonly lean: number },
): Float64Array {
  const lean = shape.leans[curve];
  const expected = lean === null ? null : leanAt(lean, phase);
  const logs = candidates.map(({ width, taper, leanDeg, leanSeDeg, support, across, below }) => {
    const w = (width - shape.width) / widths.width;
    const t = (taper - shape.taper) / widths.taper;
    const l = expected === null ? 0 : (leanDeg - expected) / Math.hypot(widths.lean, leanSeDeg);
    const a = (across - prior.across) / prior.acrossSd;
    const b = (below - shape.below) / belowSd;
    return support / prior.supportScale - (w * w + t * t + l * l + a * a + b * b) / 2;
  });
  // As likely as a candidate with little support three deviations off.
  const none = Math.exp(-1.5);
  const powers = logs.map((log) => Math.exp(log));
  const sum = powers.reduce((a, b) => a + b, none);
  return Float64Array.from(powers, (power) => power / sum);
}

function shapeOf(
  sightings: readonly Sighting[],
  weights: readonly Float64Array[],
  before: LimbShape,
  { taper, taperShare }: ShapePrior,
): LimbShape {
  // What was there before counts as two frames.
  const mean = (of: (candidate: Candidate) => number, prior: number, expected = 0, frames = 0): number => {
    let [sum, total] = [2 * prior + frames * expected, 2 + frames];
    sightings.forEach((sighting, i) => {
      sighting.candidates.forEach((candidate, k) => {
        sum += weights[i][k] * of(candidate);
        total += weights[i][k];
      });
    });
    return sum / total;
  };
  return {
    width: mean(({ width }) => width, before.width),
    taper: mean((candidate) => candidate.taper, before.taper, taper, taperShare * sightings.length),
    below: mean(({ below }) => below, before.below),
    leans: [leanCurve(sightings, weights, 0), leanCurve(sightings, weights, 1)],
  };
}

/** Least squares over the weighted candidates of one leg. */
function leanCurve(
  sightings: readonly Sighting[],
  weights: readonly Float64Array[],
  curve: 0 | 1,
): Float64Array | null {
  const normal = new Float64Array(degree * degree);
  const right = new Float64Array(degree);
  let total = 0;
  sightings.forEach((sighting, i) => {
    if (sighting.curve !== curve) return;
    const powers = powersOf(sighting.phase);
    sighting.candidates.forEach(({ leanDeg, leanSeDeg }, k) => {
      const weight = weights[i][k] / (1 + leanSeDeg ** 2);
      total += weight;
      for (let a = 0; a < degree; a++) {
        right[a] += weight * powers[a] * leanDeg;
        for (let b = 0; b < degree; b++) normal[a * degree + b] += weight * powers[a] * powers[b];
      }
    });
  });
  if (total < 0.5) return null;
  for (let a = 0; a < degree; a++) normal[a * degree + a] += 1 / reach[a] ** 2;
  return solvePositiveDefinite(normal, degree, [right])?.[0] ?? null;
}

const powersOf = (phase: number): number[] => Array.from({ length: degree }, (_, k) => (phase - 0.4) ** k);

/** The lean of a curve at a phase of the stance, degrees. */
export const leanAt = (curve: Float64Array, phase: number): number =>
  powersOf(phase).reduce((sum, power, k) => sum + power * curve[k], 0);

function choiceOf(candidates: readonly Candidate[], weights: Float64Array): Choice {
  let index = -1;
  for (let k = 0; k < weights.length; k++) if (index < 0 || weights[k] > weights[index]) index = k;
  if (index < 0) return { index, share: 0, ambiguityDeg: 0, evidence: 0 };
  let spread = 0;
  for (let k = 0; k < weights.length; k++) {
    spread += weights[k] * (candidates[k].leanDeg - candidates[index].leanDeg) ** 2;
  }
  const any = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    index,
    share: weights[index],
    ambiguityDeg: Math.sqrt(spread),
    evidence: -Math.log(Math.max(leastNone, 1 - any)),
  };
}
