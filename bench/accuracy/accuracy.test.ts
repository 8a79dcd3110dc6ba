import { describe, expect, it } from 'vitest';
import { requireShared } from '../../test/support/shared.ts';
import { holds, type Measurement } from '../report/table.ts';
import { measureEveryPlate, plateMeasurements, platesSection } from './plates/plates-section.ts';
import { measureSyntheticRunners, syntheticMeasurements, syntheticSection } from './synthetic/synthetic-section.ts';

const silent = { update: () => undefined };
const missed = (measurements: readonly Measurement[]): string[] =>
  measurements
    .filter((measurement) => !holds(measurement))
    .map(({ floor, value }) => `${floor.what}: ${value} ${floor.unit}`);

describe('the floors of docs/accuracy.md', { timeout: 180_000 }, () => {
  it('hold for one of twenty-one synthetic runners', () => {
    const result = measureSyntheticRunners(21, silent);
    expect(result.outcomes).toHaveLength(20);
    expect(missed(syntheticMeasurements(result))).toEqual([]);
    expect(syntheticSection(result)).toContain('| cadence | spm | ');
  });

  it('hold for runners on force plates', (context) => {
    requireShared(context, 'data/mocap/rbds001');
    const outcomes = measureEveryPlate(6, silent);
    expect(missed(plateMeasurements(outcomes))).toEqual([]);
    expect(platesSection(outcomes)).toContain('| hamner_s04, 3 m/s | reporting | 24 |');
  });
});
