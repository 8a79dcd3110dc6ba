import { ImpossibleRunnerError } from '../../../fixtures/runner/runner-error.ts';
import { createRunner, type SyntheticRunner } from '../../../fixtures/runner/synthetic-runner.ts';
import { normalAt, uniformAt } from '../../../fixtures/seeded-random.ts';

/** A runner filmed from behind, and how tall he says he is. */
export interface DrawnBackRunner {
  readonly runner: SyntheticRunner;
  readonly statedHeightM: number;
}

/** Keys of the random numbers, one for each use. */
const draw = {
  height: 101,
  cadence: 102,
  duty: 103,
  footAngle: 104,
  overstride: 105,
  contactAsymmetry: 106,
  drop: 107,
  dropAsymmetry: 108,
  eversion: 109,
  eversionAsymmetry: 110,
  knee: 111,
  kneeAsymmetry: 112,
  lean: 113,
  sideSwing: 114,
  stepWidth: 115,
  toeOut: 116,
  phase: 117,
  firstFoot: 118,
  stated: 119,
} as const;

/** Draws that no body can run are drawn again. */
const attempts = 40;

/**
 * Does something with a runner of a population about what the speed asks for (cadence, duty factor: Fukuchi et al. 2017), with legs that differ in the
 * frontal plane: pelvic drop 5 ± 3, knee 0 ± 4, eversion 7 ± 3 degrees, each leg half of a further difference of 2 to 3 degrees off.
 *
 * @param run May find out that this runner's legs are too short for one of his steps: then another is drawn.
 * @throws Error when no draw can be run.
 */
export function withDrawnBackRunner<T>(
  { seed, speedMps, ground }: { seed: number; speedMps: number; ground: 'treadmill' | 'overground' },
  run: (drawn: DrawnBackRunner) => T,
): T {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const normal = (key: keyof typeof draw): number => Math.max(-2, Math.min(2, normalAt(seed, draw[key], attempt)));
    const uniform = (key: keyof typeof draw): number => uniformAt(seed, draw[key], attempt);
    const faster = speedMps - 2.5;
    try {
      const runner = createRunner({
        speedMps,
        ground,
        heightM: 1.72 + 0.09 * normal('height'),
        cadenceSpm: 162 + 10.5 * faster + 9 * normal('cadence'),
        dutyFactor: Math.min(0.46, Math.max(0.22, 0.375 - 0.045 * faster) + 0.03 * normal('duty')),
        footAngleDeg: 10 + 7 * normal('footAngle'),
        overstrideDeg: 8 + 0.7 * faster + 3 * normal('overstride'),
        contactAsymmetry: 0.03 * normal('contactAsymmetry'),
        pelvicDropDeg: 5 + 3 * normal('drop'),
        pelvicDropAsymmetryDeg: 3 * normal('dropAsymmetry'),
        eversionDeg: 7 + 3 * normal('eversion'),
        eversionAsymmetryDeg: 3 * normal('eversionAsymmetry'),
        kneeInwardDeg: 4 * normal('knee'),
        kneeInwardAsymmetryDeg: 3 * normal('kneeAsymmetry'),
        trunkLateralLeanDeg: 1.5 * normal('lean'),
        trunkSideSwingDeg: 1.5 + normal('sideSwing'),
        stepWidthM: Math.max(0.03, 0.1 - 0.01 * faster) + 0.02 * normal('stepWidth'),
        toeOutDeg: 7 + 4 * normal('toeOut'),
        firstFoot: uniform('firstFoot') < 0.5 ? 'left' : 'right',
        firstTouchdownS: 0.7 * uniform('phase'),
        variability: { seed, touchdownS: 0.006, contactTimeS: 0.005, footAngleDeg: 1, overstrideDeg: 1 },
      });
      return run({ runner, statedHeightM: runner.parameters.heightM + 0.02 * normalAt(seed, draw.stated, attempt) });
    } catch (error) {
      if (!(error instanceof ImpossibleRunnerError)) throw error;
    }
  }
  throw new Error(`no runner of seed ${seed} can run at ${speedMps} m/s`);
}
