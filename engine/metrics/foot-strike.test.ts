import { expect, it } from 'vitest';
import { mainPattern, strikePatternOf } from './foot-strike.ts';
import { measured } from './measured.ts';
import type { StrikePattern } from './side-view-metrics.ts';

it('parts the patterns at the published angles', () => {
  expect([7.5, 7.4, 0, -0.8, -0.9].map(strikePatternOf)).toEqual([
    'rearfoot',
    'midfoot',
    'midfoot',
    'midfoot',
    'forefoot',
  ]);
});

it('names the pattern of most landings', () => {
  const landed = (pattern: StrikePattern | null) => ({
    step: 1,
    side: 'left' as const,
    timeS: 0,
    footAngleDeg: measured(0, 1, 1),
    pattern,
  });
  expect(mainPattern([landed('midfoot'), landed('forefoot'), landed('forefoot'), landed(null)])).toBe('forefoot');
  expect(mainPattern([landed(null)])).toBeNull();
});
