import { expect, it } from 'vitest';
import { MachineNetwork } from '../../bench/reliability/machines/machine-network.ts';
import { perSecond } from '../../bench/reliability/machines/machines-result.ts';
import { measureMachines } from '../../bench/reliability/machines/measure-machines.ts';
import { sharedPostgres } from '../support/shared-postgres.ts';

const fault = MachineNetwork.fault();
if (fault !== null) console.warn(`skipped: ${fault}`);
const postgres = await sharedPostgres();

it.skipIf(fault !== null || postgres === null)(
  'several machines share the work, and take over what one that is cut off has begun',
  async () => {
    const { single, many, takeovers } = await measureMachines({ analysisMs: 1000, perWorker: 5, leasesMs: [5000] });
    // How many times as fast is for the bench to say, on a machine that does nothing else.
    expect(perSecond(many)).toBeGreaterThan(1.5 * perSecond(single));
    expect(takeovers.map(({ isClean }) => isClean)).toEqual([true]);
    // As the lease says, and the time that a busy machine takes to run what is due.
    expect(takeovers[0].tookMs).toBeLessThan(takeovers[0].leaseMs + 5000);
  },
  120_000,
);
