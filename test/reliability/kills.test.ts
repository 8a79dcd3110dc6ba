import { describe, expect, it } from 'vitest';
import { openEmbeddedSystem } from '../../bench/reliability/kills/embedded-system.ts';
import { noViolations } from '../../bench/reliability/kills/invariants.ts';
import { runLane } from '../../bench/reliability/kills/kill-lane.ts';
import { killsSection } from '../../bench/reliability/kills/kills-section.ts';

describe('killed at random moments', { timeout: 240_000 }, () => {
  it('the embedded store loses nothing, doubles nothing and keeps the books', async () => {
    const outcome = await runLane({
      open: () => openEmbeddedSystem({ onSmallDisk: true }),
      rounds: 3,
      seed: 1,
      onRound: () => undefined,
    });
    expect(outcome.violations).toEqual(noViolations());
    expect(outcome.accepted).toBeGreaterThan(0);
    expect([...outcome.harm.values()].reduce((sum, times) => sum + times, 0)).toBeGreaterThan(3);
    expect(killsSection('embedded store', [outcome])).toContain(
      '| analyses lost by kills, embedded store | **0 of them**',
    );
  });
});
