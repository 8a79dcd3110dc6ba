import { apiFloors } from '../floors.ts';
import { figure, floorTable, table } from '../report/table.ts';
import { median } from '../statistics.ts';
import { type ApiRound, type Poll, type PollResult, perSecond, polls } from './measure-api.ts';

const names: Readonly<Record<Poll, string>> = {
  results: '`GET …/results`, half of the running analysis, half of a finished one, while analyses run',
  calculated_data: '`GET …/results/calculated_data`, while analyses run',
  idle: '`GET …/results`, nothing runs',
};

/** What the page says of a run. */
export function apiSection(rounds: readonly ApiRound[]): string {
  const of = (pick: (round: ApiRound) => number): number => median(rounds.map(pick));
  const startS = (which: 0 | 1): number => of(({ startMs }) => startMs[which] / 1000);
  return [
    floorTable([
      { floor: apiFloors.poll, value: of((round) => round.polls.results.p99Ms) },
      { floor: apiFloors.start, value: Math.max(startS(0), startS(1)) },
    ]),
    `${rounds.length === 1 ? 'One round' : `Medians of ${rounds.length} rounds`} of \`stridelab serve\` with its defaults, a process of its own. *Polling*: ${perSecond} requests per second on connections that are kept, each timed from the moment at which it was due, so
that a standstill counts in every request that it holds up; analyses of the 1080p30 clip run from the first request to the last. *Longest* is that of all rounds. The client shares the processor with the server and the analysis. *Start*: from the start of the
process to the last byte of the first answer, on an empty folder and on one that has been used; no network is loaded. *Uploads*: from the first byte to the 202, when the clip has been
written, synced and looked into; a bare program writes and syncs the same bytes in the second row.`,
    table(
      ['polling', 'requests', 'median, ms', '99th percentile, ms', 'longest, ms'],
      polls.map((poll) => {
        const value = (pick: (result: PollResult) => number): string => figure(of((round) => pick(round.polls[poll])));
        return [
          names[poll],
          String(rounds.reduce((sum, round) => sum + round.polls[poll].requests, 0)),
          value(({ p50Ms }) => p50Ms),
          `**${value(({ p99Ms }) => p99Ms)}**`,
          figure(Math.max(...rounds.map((round) => round.polls[poll].mostMs))),
        ];
      }),
    ),
    table(
      ['start', 's'],
      [
        ['empty folder', `**${figure(startS(0))}**`],
        ['used folder', `**${figure(startS(1))}**`],
      ],
    ),
    uploadTable(rounds),
  ].join('\n\n');
}

function uploadTable(rounds: readonly ApiRound[]): string {
  const uploads = rounds.flatMap((round) => round.uploads);
  const megabytes = median(uploads.map(({ bytes }) => bytes / 1e6));
  const row = (name: string, ms: number): string[] => [name, figure(ms), `**${figure((1000 * megabytes) / ms)}**`];
  return table(
    ['uploads', 'ms', 'MB/s'],
    [
      row(`a clip of ${figure(megabytes)} MB`, median(uploads.map(({ ms }) => ms))),
      row('written and synced alone', median(uploads.map(({ bareMs }) => bareMs))),
    ],
  );
}
