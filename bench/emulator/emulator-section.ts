import { cpus } from 'node:os';
import { emulatorFloors } from '../floors.ts';
import { installedVersion } from '../report/machine.ts';
import { figure, floorTable, table } from '../report/table.ts';
import { median } from '../statistics.ts';
import type { Rate } from './closed-loop.ts';
import { clients, type EmulatorRound, type EmulatorTurns, onePollMs } from './measure-emulator.ts';

type Pick = (round: EmulatorRound) => number | null;

/** What the page says of a run. */
export function emulatorSection({ rounds, held, loadAverage, answerBytes }: EmulatorTurns): string {
  const all = (pick: Pick): number[] => rounds.map(pick).filter((value) => value !== null);
  const of = (pick: Pick): number | null => (all(pick).length === 0 ? null : median(all(pick)));
  const spread = (pick: Pick): string => {
    const values = all(pick);
    if (values.length === 0) return '–';
    return `**${figure(median(values))}** (${figure(Math.min(...values))} to ${figure(Math.max(...values))})`;
  };
  const ratio = (pick: Pick): string => `**${figure(of(pick) ?? Number.NaN)}**`;
  const kilobytes = (bytes: number): string => `${figure(bytes / 1000)} kB`;
  const prismName = `Prism ${installedVersion('@stoplight/prism-cli') ?? ''}`.trim();
  const over = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a / b);
  const cycleRow = (name: string, requests: number, pick: (round: EmulatorRound) => Rate): string[] => [
    name,
    String(requests),
    spread((round) => pick(round).perCpuSecond),
    spread((round) => pick(round).perSecond),
  ];
  const cyclesOnClock = of(({ cycles }) => cycles.onePoll.perSecond) ?? 0;
  const onClock =
    cyclesOnClock < emulatorFloors.cycles.floor
      ? ` On the clock the floor of ${emulatorFloors.cycles.floor} was missed in this run: ${figure(cyclesOnClock)}.`
      : '';
  const noTime = 'the system does not tell processor time';
  return [
    floorTable([
      { floor: emulatorFloors.start, value: of(({ start }) => start.ours.startMs) },
      { floor: emulatorFloors.results, value: of(({ results }) => results.ours.perCpuSecond), note: noTime },
      { floor: emulatorFloors.cycles, value: of(({ cycles }) => cycles.onePoll.perCpuSecond), note: noTime },
    ]),
    `${rounds.length === 1 ? 'One round' : `Medians of ${rounds.length} rounds`}, in brackets the smallest and the largest, of \`stridelab emulate --frozen\` from the command line and of ${prismName} serving our own OpenAPI document
(\`prism mock openapi.yaml\`), turn by turn. *Start*: from the start of the process to the last byte of the first answer, a list of analyses. *Results*: \`GET …/results\` over loopback,
${clients} clients on connections that are kept, each asking again when it is answered; ${held ? 'the server is held on one core, the client on the other' : 'the server and the client share all cores, as processes cannot be held on one here'}. Our answer is that of an
analysis that has succeeded (${kilobytes(answerBytes.ours)}), Prism's the document's example of one (${kilobytes(answerBytes.prism)}). Rates are per second of the server's processor time, which is what one core has to give, and per second
on the clock, which depends on what else runs.`,
    ...(loadAverage > cpus().length + 1
      ? [
          `**The machine was not quiet**: ${figure(loadAverage)} processes wanted its ${cpus().length} cores when the load began. Times on the clock are longer than they would be, the start among them; processor times suffer less.`,
        ]
      : []),
    table(
      ['', 'stridelab emulate', prismName, 'times as fast'],
      [
        [
          'start, ms on the clock',
          spread(({ start }) => start.ours.startMs),
          spread(({ start }) => start.prism.startMs),
          ratio(({ start }) => start.prism.startMs / start.ours.startMs),
        ],
        [
          'start, ms of processor time',
          spread(({ start }) => start.ours.startCpuMs),
          spread(({ start }) => start.prism.startCpuMs),
          ratio(({ start }) => over(start.prism.startCpuMs, start.ours.startCpuMs)),
        ],
        [
          'results per second of processor time',
          spread(({ results }) => results.ours.perCpuSecond),
          spread(({ results }) => results.prism.perCpuSecond),
          ratio(({ results }) => over(results.ours.perCpuSecond, results.prism.perCpuSecond)),
        ],
        [
          'results per second on the clock',
          spread(({ results }) => results.ours.perSecond),
          spread(({ results }) => results.prism.perSecond),
          ratio(({ results }) => results.ours.perSecond / results.prism.perSecond),
        ],
      ],
    ),
    `*Cycles*: a clip is sent, and its results are polled until they tell of success; every answer is checked by the client. Prism keeps no state and has no cycles.${onClock}`,
    table(
      ['cycles', 'requests', 'per second of processor time', 'per second on the clock'],
      [
        cycleRow(`\`--poll-ms ${onePollMs}\`: the second poll finds success`, 3, ({ cycles }) => cycles.onePoll),
        cycleRow('by default a poll lets 4 s go by', 5, ({ cycles }) => cycles.ordinary),
        cycleRow(
          `\`--poll-ms ${onePollMs}\`, every runner of another height: each is filmed and measured anew`,
          3,
          ({ cycles }) => cycles.everyRunnerNew,
        ),
      ],
    ),
  ].join('\n\n');
}
