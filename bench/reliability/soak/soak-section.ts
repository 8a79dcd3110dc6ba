import type { MeasurePart } from '../../report/measure-parts.ts';
import { figure, floorTable, table } from '../../report/table.ts';
import { loadFloors } from '../reliability-floors.ts';
import { measureSoak, type SoakResult } from './measure-soak.ts';
import type { ProcessState } from './process-state.ts';
import { type Trend, trendOf } from './trend.ts';

/** Half an hour of steady load; a tenth of it for a quick look. */
export const soakPart: MeasurePart = async (progress, isQuick) => {
  const result = await measureSoak({ minutes: isQuick ? 3 : 30, progress });
  const { started, ended, faults } = result;
  // A server that does nothing gains no memory either.
  if (started === 0 || ended !== started || faults.length > 0) {
    throw new Error(
      `the load did not go well: ${ended} of ${started} analyses ended; ${faults.slice(0, 5).join('; ')}`,
    );
  }
  return soakSection(result);
};

/** The share of the time in which code is compiled and caches fill; it is left out of the trends. */
const warmUp = 0.3;

/** What the page says of the load. */
export function soakSection(result: SoakResult): string {
  const { minutes, steps, stepS, started, ended, polls, events, faults } = result;
  const settled = steps.slice(Math.round(warmUp * steps.length));
  const hourly = (pick: (state: ProcessState) => number): Trend => {
    const { slope, halfWidth } = trendOf(settled.map(pick));
    return { slope: (slope * 3600) / stepS, halfWidth: (halfWidth * 3600) / stepS };
  };
  const gained = ({ slope, halfWidth }: Trend): number => Math.max(0, slope - halfWidth);
  const memory = hourly(({ residentMb }) => residentMb);
  const handles = hourly(({ handles: open }) => open);
  const threads = hourly(({ threads: count }) => count);
  const row = (name: string, pick: (state: ProcessState) => number, trend: Trend): string[] => [
    name,
    ...[steps[0], settled[0], settled.at(-1)].map((state) => (state === undefined ? '–' : figure(pick(state)))),
    `${figure(trend.slope)} ± ${figure(trend.halfWidth)}`,
  ];
  return [
    floorTable([
      { floor: loadFloors.soakMinutes, value: minutes },
      { floor: loadFloors.soakMemory, value: gained(memory) },
      { floor: loadFloors.soakHandles, value: gained(handles) },
    ]),
    `One server with its embedded store and simulated analyses receives a clip a second. Each analysis is polled five times a second until it has ended; then its pictures are fetched. In all: ${started} clips,
${ended} ends, ${polls} polls, ${events} webhook events, ${faults.length} server errors. For every ${figure(stepS)} s, the least usage of the server's process counts. The trends leave out the first ${100 * warmUp} %
of the time. The store grows by every analysis throughout.`,
    table(
      ['', 'first', 'warm', 'last', 'trend, an hour'],
      [
        row('resident memory, MB', ({ residentMb }) => residentMb, memory),
        row('open files and sockets', ({ handles: open }) => open, handles),
        row('threads', ({ threads: count }) => count, threads),
      ],
    ),
  ].join('\n\n');
}
