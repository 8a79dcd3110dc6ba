import type { MeasurePart } from '../../report/measure-parts.ts';
import { floorTable, table } from '../../report/table.ts';
import { loadFloors } from '../reliability-floors.ts';
import { type MachinesPlan, type MachinesResult, perSecond, type Throughput } from './machines-result.ts';
import { measureMachines } from './measure-machines.ts';

const shortLeaseMs = 5000;
const usualLeaseMs = 30_000;
const wholePlan: MachinesPlan = {
  analysisMs: 1500,
  perWorker: 24,
  leasesMs: [...Array.from({ length: 8 }, () => shortLeaseMs), usualLeaseMs, usualLeaseMs],
};
const quickPlan: MachinesPlan = { analysisMs: 500, perWorker: 8, leasesMs: [shortLeaseMs] };

export const machinesPart: MeasurePart = async (_progress, isQuick) =>
  machinesSection(await measureMachines(isQuick ? quickPlan : wholePlan));

/** What the page says of several machines. */
export function machinesSection(result: MachinesResult): string {
  const { single, many, takeovers, analysisMs } = result;
  const leases = takeovers.map(({ tookMs, leaseMs }) => tookMs / leaseMs);
  const unclean = takeovers.filter(({ isClean }) => !isClean).length;
  return [
    floorTable([
      { floor: loadFloors.machines, value: perSecond(many) / perSecond(single) },
      { floor: loadFloors.takeover, value: Math.max(...leases) },
      { floor: loadFloors.takeoversUnclean, value: unclean },
    ]),
    `Two servers that only answer requests and four workers with one analysis at a time, each process in its own network namespace, share one PostgreSQL in another namespace and a folder for uploads and
pictures. Analyses are simulated and take ${analysisMs} ms. Only those count that end while every worker is busy.`,
    table(['workers', 'ended', 's', 'analyses/s'], [rowOf(single), rowOf(many)]),
    `Then a worker is disconnected while it runs an analysis, each time at a different moment between two heartbeats, and reconnected a lease later. The analysis must begin elsewhere within the lease and
succeed exactly once, and what the worker still reports must be refused: ${unclean === 0 ? `this held all ${takeovers.length} times` : `**that failed ${unclean} of ${takeovers.length} times**`}.`,
    table(
      ['lease, s', 'begun elsewhere after, s', 'end'],
      takeovers.map(({ leaseMs, tookMs, outcome }) => [String(leaseMs / 1000), (tookMs / 1000).toFixed(2), outcome]),
    ),
  ].join('\n\n');
}

const rowOf = (measured: Throughput): string[] => [
  String(measured.workers),
  String(measured.analyses),
  (measured.ms / 1000).toFixed(1),
  perSecond(measured).toFixed(2),
];
