import { describe, expect, it } from 'vitest';
import { openEmbeddedSystem } from '../../bench/reliability/kills/embedded-system.ts';
import { noViolations } from '../../bench/reliability/kills/invariants.ts';
import { runLane } from '../../bench/reliability/kills/kill-lane.ts';
import type { KilledSystem } from '../../bench/reliability/kills/killed-system.ts';
import { killsSection } from '../../bench/reliability/kills/kills-section.ts';
import { openPostgresSystem } from '../../bench/reliability/kills/postgres-system.ts';
import { sharedPostgres } from '../support/shared-postgres.ts';

/** A few rounds, after which nothing may be lost, doubled or left. */
async function holds(name: string, open: () => Promise<KilledSystem>): Promise<void> {
  const outcome = await runLane({ open, rounds: 3, seed: 1, onRound: () => undefined });
  expect(outcome.violations).toEqual(noViolations());
  expect(outcome.accepted).toBeGreaterThan(0);
  expect([...outcome.harm.values()].reduce((sum, times) => sum + times, 0)).toBeGreaterThan(3);
  expect(killsSection(name, [outcome])).toContain(`| analyses lost by kills, ${name} | **0 of them** `);
}

// Asked only whether one can run: this one is killed, so it is the test's own.
const postgres = await sharedPostgres();

describe('killed at random moments', { timeout: 240_000 }, () => {
  it('the embedded store loses nothing, doubles nothing and keeps the books', () =>
    holds('embedded store', () => openEmbeddedSystem({ onSmallDisk: true })));

  it.skipIf(postgres === null)('so does PostgreSQL with two servers and two workers', async () => {
    await holds('PostgreSQL', () => openPostgresSystem({ onSmallDisk: true }));
  });
});
