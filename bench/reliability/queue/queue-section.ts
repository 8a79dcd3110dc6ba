import type { MeasurePart } from '../../report/measure-parts.ts';
import { floorTable, table } from '../../report/table.ts';
import { loadFloors } from '../reliability-floors.ts';
import { measureQueue, type QueueResult } from './measure-queue.ts';

const turns = 3;
const jobs = 3000;

export const queuePart: MeasurePart = async (progress, isQuick) => {
  const results: QueueResult[] = [];
  for (let turn = 0; turn < turns; turn++) {
    progress.update((100 * turn) / turns, `turn ${turn + 1}`);
    results.push(await measureQueue(isQuick ? jobs / 10 : jobs));
  }
  return queueSection(results);
};

/** What the page says of the embedded queue. */
export function queueSection(results: readonly QueueResult[]): string {
  const sorted = [...results].sort((a, b) => a.jobsPerS - b.jobsPerS);
  const median = sorted[Math.floor(sorted.length / 2)];
  return [
    floorTable([{ floor: loadFloors.queue, value: median.jobsPerS }]),
    `The full path of a job through the embedded store, with an analysis that takes no time: eight clients add jobs, four workers take and end them. Adding, taking and ending are one commit each, and every commit is
on disk before it counts. The figure is the median of ${results.length} turns on an empty store.`,
    table(
      ['jobs', 'jobs/s', 'commits/s'],
      results.map((result) => [String(result.jobs), result.jobsPerS.toFixed(0), result.commitsPerS.toFixed(0)]),
    ),
  ].join('\n\n');
}
