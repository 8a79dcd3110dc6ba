import { expect, it } from 'vitest';
import { sampleAnalysis } from '../../../test/support/sample-analysis.ts';
import { stepsTable } from './gait-tables.ts';

const contact = (side: 'left' | 'right', touchdownS: number) => ({
  side,
  touchdownS,
  midStanceS: touchdownS + 0.1,
  toeOffS: touchdownS + 0.2,
});

it('gives a step to the foot that ends it, as the symmetry does, and a flight to the foot that it follows', () => {
  const analysis = sampleAnalysis();
  const contacts = [contact('left', 1), contact('right', 1.3), contact('left', 1.7), contact('left', 2.4)];
  const { columns, rows } = stepsTable({ ...analysis, gait: { ...analysis.gait, contacts } });
  const column = (name: string) => {
    const index = columns.findIndex((one) => one.name === name);
    return rows.map((row) => row[index]);
  };
  expect(column('side')).toEqual(['left', 'right', 'left', 'left']);
  expect(column('step_ms')).toEqual([null, 300, 400, null]);
  expect(column('flight_ms')).toEqual([100, 200, null, null]);
});
