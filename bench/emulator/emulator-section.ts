import { emulatorFloors } from '../floors.ts';
import { installedVersion } from '../report/machine.ts';
import { figure, floorTable, table } from '../report/table.ts';
import { median } from '../statistics.ts';
import { clients, type EmulatorRound, type EmulatorTurns, onePollMs } from './measure-emulator.ts';

/** What the page says of a run. */
export function emulatorSection({ rounds, held, answerBytes }: EmulatorTurns): string {
  const all = (pick: (round: EmulatorRound) => number): number[] => rounds.map(pick);
  const of = (pick: (round: EmulatorRound) => number): number => median(all(pick));
  const spread = (pick: (round: EmulatorRound) => number): string =>
    `**${figure(of(pick))}** (${figure(Math.min(...all(pick)))} to ${figure(Math.max(...all(pick)))})`;
  const kilobytes = (bytes: number): string => `${figure(bytes / 1000)} kB`;
  const prismName = `Prism ${installedVersion('@stoplight/prism-cli') ?? ''}`.trim();
  return [
    floorTable([
      { floor: emulatorFloors.start, value: of(({ startMs }) => startMs.ours) },
      { floor: emulatorFloors.results, value: of(({ results }) => results.ours) },
      { floor: emulatorFloors.cycles, value: of(({ cycles }) => cycles.onePoll) },
    ]),
    `${rounds.length === 1 ? 'One round' : `Medians of ${rounds.length} rounds`}, in brackets the smallest and the largest, of \`stridelab emulate --frozen\` from the command line and of ${prismName} serving our own OpenAPI document
(\`prism mock openapi.yaml\`), turn by turn. *Start*: from the start of the process to the last byte of the first answer, a list of analyses. *Results*: \`GET …/results\` over loopback,
${clients} clients on connections that are kept, each asking again when it is answered; ${held ? 'the server is held on one core, the client on the other' : 'the server and the client share all cores, as processes cannot be held on one here'}. Our answer is that of an
analysis that has succeeded (${kilobytes(answerBytes.ours)}), Prism's the example in the document (${kilobytes(answerBytes.prism)}).`,
    table(
      ['', 'stridelab emulate', prismName, 'times as fast'],
      [
        [
          'start, ms',
          spread(({ startMs }) => startMs.ours),
          spread(({ startMs }) => startMs.prism),
          `**${figure(of(({ startMs }) => startMs.prism / startMs.ours))}**`,
        ],
        [
          'results per second',
          spread(({ results }) => results.ours),
          spread(({ results }) => results.prism),
          `**${figure(of(({ results }) => results.ours / results.prism))}**`,
        ],
      ],
    ),
    `*Cycles*: a clip is sent, and its results are polled until they tell of success; every answer is checked by the client. Prism keeps no state and has no cycles.`,
    table(
      ['cycles per second', 'requests', 'measured'],
      [
        [`\`--poll-ms ${onePollMs}\`: the second poll finds success`, '3', spread(({ cycles }) => cycles.onePoll)],
        ['by default a poll lets 4 s go by', '5', spread(({ cycles }) => cycles.ordinary)],
        [
          `\`--poll-ms ${onePollMs}\`, every runner of another height: each is filmed and measured anew`,
          '3',
          spread(({ cycles }) => cycles.everyRunnerNew),
        ],
      ],
    ),
  ].join('\n\n');
}
