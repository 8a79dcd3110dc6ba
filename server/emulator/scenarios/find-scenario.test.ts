import { expect, it } from 'vitest';
import { chosenByHeader, chosenByName, effectsOf, joined } from './find-scenario.ts';
import { scenarios } from './table.ts';

it('finds every scenario of the table by its name', () => {
  for (const { name } of scenarios) expect(effectsOf(name.replace(/N$/, '7')), name).not.toBeNull();
  expect(new Set(scenarios.map(({ name }) => name)).size).toBe(scenarios.length);
});

it('reads names of files, several joined, and passes over what it does not know', () => {
  expect(chosenByName('slow+webhook-late.mp4').names).toEqual(['slow', 'webhook-late']);
  expect(chosenByName('C:\\clips\\Stuck-At-45.MOV').effects.course).toEqual({ stuckAt: 45 });
  expect(chosenByName('my-run.mp4').names).toEqual([]);
  expect(chosenByName('slow-run.mp4').names).toEqual([]);
  expect(chosenByName('forefoot+my-run.mp4').names).toEqual(['forefoot']);
  expect(chosenByName('').names).toEqual([]);
});

it('joins courses and runners, and lets the last one speak', () => {
  const { effects } = chosenByName('queued-5+slow-60+fail-late.mp4');
  expect(effects.course).toEqual({ pendingMs: 5000, durationMs: 60_000, failsAt: 99, reason: 'internal_error' });
  expect(joined(chosenByName('slow.mp4'), chosenByHeader('instant').chosen).effects.course).toEqual({
    pendingMs: 0,
    durationMs: 0,
  });
});

it('names what a header has that the table has not', () => {
  expect(chosenByHeader('slow, nonsense')).toMatchObject({ unknown: 'nonsense', chosen: { names: [] } });
  expect(chosenByHeader('stuck-at-x').unknown).toBe('stuck-at-x');
  expect(chosenByHeader('stuck-at-N').unknown).toBe('stuck-at-n');
  expect(chosenByHeader('').unknown).toBeNull();
});
