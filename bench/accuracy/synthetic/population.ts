import { ImpossibleRunnerError } from '../../../fixtures/runner/runner-error.ts';
import type { RunnerOptions } from '../../../fixtures/runner/runner-parameters.ts';
import { createRunner, type SyntheticRunner } from '../../../fixtures/runner/synthetic-runner.ts';
import { normalAt, uniformAt } from '../../../fixtures/seeded-random.ts';

/** A runner, and how tall he says he is. */
export interface DrawnRunner {
  readonly runner: SyntheticRunner;
  readonly statedHeightM: number;
}

/** Keys of the random numbers, one for each use. */
const draw = {
  height: 1,
  cadence: 2,
  duty: 3,
  strike: 4,
  footAngle: 5,
  overstride: 6,
  contactAsymmetry: 7,
  stepAsymmetry: 8,
  trunk: 9,
  elbow: 10,
  head: 11,
  phase: 12,
  firstFoot: 13,
  drop: 14,
  stated: 15,
  toeOut: 16,
} as const;

/** Three of four distance runners land on the heel (Larson et al. 2011); angles after Mo (2023). */
const strikes = [
  { upTo: 0.75, meanDeg: 14, sdDeg: 3 },
  { upTo: 0.9, meanDeg: 3, sdDeg: 2 },
  { upTo: 1, meanDeg: -5, sdDeg: 2 },
] as const;

/** Draws that no body can run are drawn again. */
const attempts = 40;

/**
 * Does something with a runner of a population: cadence and duty factor about what the speed asks for, with spreads of 9 steps
 * a minute and 0.03 (Fukuchi et al. 2017); steps that differ by 6 ms in touchdown and 5 ms in contact, a degree in foot angle and
 * shank. People state their height to 2 cm (standard deviation, Spencer et al. 2002).
 *
 * @param run May find out that this runner's legs are too short for one of his steps: then another is drawn.
 * @throws Error when no draw can be run.
 */
export function withDrawnRunner<T>(
  { seed, speedMps, ground }: { seed: number; speedMps: number; ground: 'treadmill' | 'overground' },
  run: (drawn: DrawnRunner) => T,
): T {
  for (let attempt = 0; attempt < attempts; attempt++) {
    try {
      const runner = createRunner(drawOptions(seed, attempt, speedMps, ground));
      return run({ runner, statedHeightM: runner.parameters.heightM + 0.02 * normalAt(seed, draw.stated, attempt) });
    } catch (error) {
      if (!(error instanceof ImpossibleRunnerError)) throw error;
    }
  }
  throw new Error(`no runner of seed ${seed} can run at ${speedMps} m/s`);
}

function drawOptions(
  seed: number,
  attempt: number,
  speedMps: number,
  ground: 'treadmill' | 'overground',
): RunnerOptions {
  const normal = (key: keyof typeof draw): number => clipped(normalAt(seed, draw[key], attempt));
  const uniform = (key: keyof typeof draw): number => uniformAt(seed, draw[key], attempt);
  const faster = speedMps - 2.5;
  const kind = uniform('strike');
  const strike = strikes.find(({ upTo }) => kind < upTo) ?? strikes[0];
  return {
    speedMps,
    ground,
    heightM: 1.72 + 0.09 * normal('height'),
    cadenceSpm: 162 + 10.5 * faster + 9 * normal('cadence'),
    dutyFactor: Math.min(0.46, Math.max(0.22, 0.375 - 0.045 * faster) + 0.03 * normal('duty')),
    footAngleDeg: strike.meanDeg + strike.sdDeg * normal('footAngle'),
    overstrideDeg: 8 + 0.7 * faster + 3 * normal('overstride'),
    contactAsymmetry: 0.03 * normal('contactAsymmetry'),
    stepTimeAsymmetry: 0.02 * normal('stepAsymmetry'),
    trunkLeanDeg: 6 + 3 * normal('trunk'),
    elbowAngleDeg: 90 + 12 * normal('elbow'),
    headGazeDeg: -8 + 6 * normal('head'),
    pelvicDropDeg: 4 + 1.5 * normal('drop'),
    toeOutDeg: 7 + 4 * normal('toeOut'),
    firstFoot: uniform('firstFoot') < 0.5 ? 'left' : 'right',
    firstTouchdownS: 0.7 * uniform('phase'),
    variability: { seed, touchdownS: 0.006, contactTimeS: 0.005, footAngleDeg: 1, overstrideDeg: 1 },
  };
}

/** Nobody is further from the middle than this many standard deviations. */
const clipped = (deviate: number): number => Math.max(-2, Math.min(2, deviate));
