import { styleReference } from '../../../engine/score/style/style-reference.table.ts';
import type { RunnerOptions } from '../../../fixtures/runner/runner-parameters.ts';
import { normalAt, uniformAt } from '../../../fixtures/seeded-random.ts';
import type { Gait } from '../scenarios/scenario.ts';

/** What a runner is made from. */
export interface RunnerRequest {
  readonly heightM: number;
  readonly treadmill: boolean;
  readonly paceSPerKm: number | null;
  /** Tells runners apart: another number is another person. */
  readonly personSeed: number;
  readonly gait: Gait | null;
  readonly scenario: RunnerOptions;
}

/** Heights and speeds that the synthetic runner can take. */
export const runnerHeights = [1.2, 2.2] as const;
const speeds = [1.8, 6] as const;

/** How far a gait lies from the ordinary runner's, in standard deviations between runners. */
const offset = 1.6;
const gaits: Readonly<Record<Gait, readonly [frequency: number, dutyFactor: number]>> = {
  hop: [offset, -offset],
  stick: [offset, offset],
  bounce: [-offset, -offset],
  push: [-offset, offset],
  sit: [0, 0],
};

/** Contacts are read as longer than they are at few frames a second, by about this many standard deviations between runners. */
const readLonger = 0.7;

/** Share of a gait's offset that is kept where no more of it can be run. */
const leastOfGait = 0.6;

/** Keys of the random numbers, one for each trait. */
const draw = { speed: 1, frequency: 2, dutyFactor: 3, foot: 4, trunk: 5, elbow: 6, gaze: 7, overstride: 8 } as const;

/**
 * A runner of the height that a request gives, at the treadmill's pace or at a pace of his own, with the traits of one person.
 *
 * @param share How far the traits lie from the ordinary runner's, 1 as drawn, 0 not at all.
 */
export function runnerOfRequest(request: RunnerRequest, share: number): RunnerOptions {
  const { heightM, treadmill, paceSPerKm, personSeed, gait, scenario } = request;
  const trait = (key: number, sd: number): number =>
    share * sd * Math.max(-1.5, Math.min(1.5, normalAt(personSeed, key)));
  const own = 2.6 + 0.9 * uniformAt(personSeed, draw.speed);
  const speedMps = within(speeds, treadmill && paceSPerKm !== null ? 1000 / paceSPerKm : own);
  const { stepFrequency, dutyFactor } = styleReference;
  const runnerHeightM = within(runnerHeights, heightM);
  const ordinary = {
    spm:
      (stepFrequency.spmAt2p5 + stepFrequency.spmPerMps * (speedMps - 2.5)) *
      Math.sqrt(styleReference.heightM / runnerHeightM),
    dutyFactor: Math.max(dutyFactor.floor, dutyFactor.at2p5 + dutyFactor.perMps * (speedMps - 2.5)),
  };
  const [quick, long] =
    gait === null
      ? [trait(draw.frequency, 0.7), trait(draw.dutyFactor, 0.5)]
      : gaits[gait].map((value) => value * (leastOfGait + (1 - leastOfGait) * share));
  return {
    heightM: runnerHeightM,
    speedMps,
    cadenceSpm: within([125, 250], ordinary.spm + quick * stepFrequency.sdSpm),
    dutyFactor: within([0.22, 0.47], ordinary.dutyFactor + (long - readLonger) * dutyFactor.sd),
    footAngleDeg: 12 + trait(draw.foot, 7),
    trunkLeanDeg: 7 + trait(draw.trunk, 3),
    elbowAngleDeg: 88 + trait(draw.elbow, 10),
    headGazeDeg: -6 + trait(draw.gaze, 6),
    overstrideDeg: 6 + trait(draw.overstride, 3),
    ground: treadmill ? 'treadmill' : 'overground',
    variability: { seed: personSeed, touchdownS: 0.003, footAngleDeg: 0.8, overstrideDeg: 0.5 },
    ...scenario,
  };
}

export const within = ([low, high]: readonly [number, number], value: number): number =>
  Math.min(high, Math.max(low, value));
