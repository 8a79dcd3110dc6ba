import { describe, expect, it } from 'vitest';
import type { BackViewMetrics } from '../../../engine/metrics/back-view-metrics.ts';
import { withheldBackMetrics } from '../../../engine/metrics/withheld-back-metrics.ts';
import { backViewTruth } from '../../../fixtures/runner/back-view-truth.ts';
import type { BackViewTruth } from '../../../fixtures/runner/frontal-truth.ts';
import { createRunner } from '../../../fixtures/runner/synthetic-runner.ts';
import { accuracyFloors } from '../accuracy-floors.ts';
import { backMeasurements, dropOrders, rearfootChanges } from './back-floors.ts';
import type { BackClipOutcome } from './measure-back-clips.ts';
import { mirrorBackTruth } from './mirror-back-truth.ts';

/** What an engine would say that is off by so much, everywhere, and not sure by as much as that. */
function seen(truth: BackViewTruth, offDeg: number, halfWidth: number): BackViewMetrics {
  const none = withheldBackMetrics('not_running');
  const near = (value: number) => ({ value: value + offDeg, halfWidth, n: 4 });
  const leg = (side: 'left' | 'right', name: 'pelvicDrop' | 'hipAdduction' | 'kneeAdduction') => ({
    ...none[name][side],
    atMidStance: near(truth.sides[side][name].atMidStance),
  });
  const legs = (name: 'pelvicDrop' | 'hipAdduction' | 'kneeAdduction') => ({
    left: leg('left', name),
    right: leg('right', name),
  });
  const heel = (side: 'left' | 'right') => ({ ...none.rearfoot[side], peak: near(truth.sides[side].rearfoot.peak) });
  return {
    ...none,
    pelvicDrop: legs('pelvicDrop'),
    hipAdduction: legs('hipAdduction'),
    kneeAdduction: legs('kneeAdduction'),
    rearfoot: { left: heel('left'), right: heel('right') },
  };
}

const truths = [0, 4, 8].map((drop) =>
  backViewTruth(createRunner({ pelvicDropDeg: drop, eversionDeg: 3 + drop }), 0, 1.6),
);
const outcomes = (offs: readonly number[]): BackClipOutcome[] =>
  truths.map((truth, i) => ({
    clip: {
      name: `clip ${i}`,
      half: 'reporting',
      kind: 'painted',
      path: '',
      heightM: 1.75,
      treadmill: true,
      bareLegs: true,
      group: 'one',
      planted: { pelvicDropDeg: 4 * i, eversionDeg: 3 + 4 * i },
      truth,
      contactsKnown: true,
    },
    metrics: seen(truth, offs[i], 1.5),
  }));
const measuredOf = (clips: readonly BackClipOutcome[], floor: (typeof accuracyFloors)[keyof typeof accuracyFloors]) =>
  backMeasurements({ synthetic: [], clips, notBack: [] }).find((measurement) => measurement.floor === floor)?.value;

describe('the floors of the back view', () => {
  it('count what is off, in which order it comes, and how often the interval holds the truth', () => {
    const even = outcomes([1, 1, 1]);
    expect(measuredOf(even, accuracyFloors.backDrop)).toBeCloseTo(1, 9);
    expect(measuredOf(even, accuracyFloors.backDropOrder)).toBe(100);
    expect(measuredOf(even, accuracyFloors.backRearfoot)).toBeCloseTo(0, 9);
    expect(measuredOf(even, accuracyFloors.backCoverageLow)).toBe(100);
    const uneven = outcomes([5, 0, -2]);
    expect(dropOrders(uneven).map(({ isRight }) => isRight)).toEqual([false, false]);
    expect(measuredOf(uneven, accuracyFloors.backRearfoot)).toBeCloseTo(5, 9);
    expect(measuredOf(uneven, accuracyFloors.backRearfootSign)).toBe(50);
    expect(Number(measuredOf(uneven, accuracyFloors.backCoverageLow))).toBeCloseTo(100 / 3, 6);
  });

  it('leave out what was withheld, and clips that were looked at', () => {
    const [first, ...rest] = outcomes([0, 0, 0]);
    const silent = { ...first, metrics: withheldBackMetrics('not_running') };
    expect(dropOrders([silent, ...rest]).map(({ isRight }) => isRight)).toEqual([null, null]);
    expect(rearfootChanges([silent, ...rest])[0].seenChange).toBeNull();
    const looked = outcomes([1, 1, 1]).map((one) => ({ ...one, clip: { ...one.clip, half: 'development' as const } }));
    expect(measuredOf(looked, accuracyFloors.backDrop)).toBeNull();
  });
});

it('the mirror exchanges the legs of a truth', () => {
  const truth = backViewTruth(createRunner({ pelvicDropAsymmetryDeg: 4, trunkLateralLeanDeg: 2 }), 0, 1.6);
  const other = mirrorBackTruth(truth);
  expect(other.sides.left).toEqual(truth.sides.right);
  expect(other.trunkLateralLeanDeg).toBe(-truth.trunkLateralLeanDeg);
  expect(mirrorBackTruth(other)).toEqual(truth);
});
