import { normalCdf } from '../../signal/normal-distribution.ts';
import type { RunningStyle } from '../side-view-score.ts';
import { centreHalfWidth, groundedDutyFactor, quadrantStyles, styleReference } from './style-reference.table.ts';

type StyleId = RunningStyle['id'];

/** A quantity with its standard error. */
export interface Estimate {
  readonly mean: number;
  readonly se: number;
}

export interface StyleEvidence {
  /** Steps per minute. */
  readonly stepFrequencySpm: Estimate;
  /** 0 to 1. */
  readonly dutyFactor: Estimate;
  /** m/s. */
  readonly speedMps: Estimate;
  /** Standing height, metres. */
  readonly heightM: number;
}

/** Nodes of the quadrature over speed, in standard errors. */
const speedNodes = Array.from({ length: 25 }, (_, index) => (index - 12) / 4);

/**
 * Probability of each style given what was measured.
 *
 * Before the measurement, a runner's deviation from the ordinary runner of the same speed and height is standard normal
 * on both axes. The measured step frequency and duty factor add Gaussian likelihoods, whose width holds the
 * measurement's error and that of the reference. The posterior is integrated in closed form over the quadrants, the
 * centre square and the half-plane without flight, and over the error of the speed by a fixed quadrature of 25 nodes.
 * The five sum to 1.
 */
export const stylePosterior = (evidence: StyleEvidence): Readonly<Record<StyleId, number>> => {
  const nodes = speedNodes.map((node) => atSpeed(evidence, evidence.speedMps.mean + node * evidence.speedMps.se, node));
  const best = Math.max(...nodes.map(({ logWeight }) => logWeight));
  const sums: Record<StyleId, number> = { hop: 0, stick: 0, bounce: 0, push: 0, sit: 0 };
  let total = 0;
  for (const { logWeight, shares } of nodes) {
    const weight = Math.exp(logWeight - best);
    total += weight;
    for (const [id, share] of shares) {
      sums[id] += weight * share;
    }
  }
  for (const id of Object.keys(sums) as StyleId[]) {
    sums[id] /= total;
  }
  return sums;
};

const atSpeed = ({ stepFrequencySpm, dutyFactor, heightM }: StyleEvidence, speed: number, node: number) => {
  const reference = styleReference;
  const speedMps = Math.min(Math.max(speed, reference.speedMps[0]), reference.speedMps[1]);
  const size = Math.sqrt(reference.heightM / heightM);
  const frequency = reference.stepFrequency;
  const duty = reference.dutyFactor;
  const meanSpm = (frequency.spmAt2p5 + frequency.spmPerMps * (speedMps - 2.5)) * size;
  const meanDuty = Math.max(duty.at2p5 + duty.perMps * (speedMps - 2.5), duty.floor);
  const f = axis(stepFrequencySpm, meanSpm, frequency.sdSpm * size, frequency.levelSeSpm * size);
  const d = axis(dutyFactor, meanDuty, duty.sd, duty.levelSe);
  return {
    logWeight: -0.5 * node * node + f.logEvidence + d.logEvidence,
    shares: regionShares(f.below, d.below, (groundedDutyFactor - meanDuty) / duty.sd),
  };
};

/** Posterior of one axis in standard deviations: `below(z)` is the probability that the true deviation is under z. */
const axis = (measured: Estimate, mean: number, sd: number, levelSe: number) => {
  const z = (measured.mean - mean) / sd;
  const errorVar = (measured.se ** 2 + levelSe ** 2) / sd ** 2;
  const posteriorMean = z / (1 + errorVar);
  const posteriorSd = Math.sqrt(errorVar / (1 + errorVar));
  return {
    logEvidence: -0.5 * (z ** 2 / (1 + errorVar) + Math.log(1 + errorVar)),
    below: (at: number): number => normalCdf((at - posteriorMean) / posteriorSd),
  };
};

type Cdf = (z: number) => number;

const regionShares = (f: Cdf, d: Cdf, groundedZ: number): (readonly [StyleId, number])[] => {
  const c = centreHalfWidth;
  const [isSlow, isShort, isAirborne] = [f(0), d(0), d(groundedZ)];
  const fast = { all: 1 - isSlow, centre: f(c) - isSlow };
  const slow = { all: isSlow, centre: isSlow - f(-c) };
  const short = { all: isShort, centre: isShort - d(-c) };
  const long = { all: isAirborne - isShort, centre: d(c) - isShort };
  const corner = (one: typeof fast, other: typeof fast): number => one.all * other.all - one.centre * other.centre;
  return [
    [quadrantStyles.highFrequency.lowDutyFactor, corner(fast, short)],
    [quadrantStyles.highFrequency.highDutyFactor, corner(fast, long)],
    [quadrantStyles.lowFrequency.lowDutyFactor, corner(slow, short)],
    [quadrantStyles.lowFrequency.highDutyFactor, corner(slow, long)],
    ['sit', 1 - isAirborne + (fast.centre + slow.centre) * (short.centre + long.centre)],
  ];
};
