import type { MeasurePart } from '../../report/measure-parts.ts';
import { floorTable, table } from '../../report/table.ts';
import { killFloors } from '../reliability-floors.ts';
import { type FaultName, faults } from './faults.ts';
import { type LaneOutcome, runLane } from './kill-lane.ts';
import type { KilledSystem } from './killed-system.ts';

/** A store that is killed, as the page calls it. */
export interface KilledStore {
  readonly name: string;
  /** @param lane From 0; every other lane lies on a disk that can be filled. */
  readonly open: (lane: number) => Promise<KilledSystem>;
}

const rounds = 200;
const roundsOfLane = 25;
/** Lanes that run side by side: most of their time they wait. */
const lanesAtATime = 4;
/** How many violations of a kind the page names. */
const named = 5;

/** Rounds of kills on one kind of store. */
export const killsPart =
  (store: KilledStore): MeasurePart =>
  async (progress, isQuick) => {
    const lanes = isQuick ? 2 : rounds / roundsOfLane;
    const ofLane = isQuick ? rounds / 10 / lanes : roundsOfLane;
    const outcomes: LaneOutcome[] = [];
    let done = 0;
    const waiting = Array.from({ length: lanes }, (_, lane) => lane);
    const onRound = (): void => progress.update((100 * ++done) / (lanes * ofLane), `round ${done}, ${store.name}`);
    const work = async (): Promise<void> => {
      for (let lane = waiting.shift(); lane !== undefined; lane = waiting.shift()) {
        const here = lane;
        outcomes.push(await runLane({ open: () => store.open(here), rounds: ofLane, seed: 1000 + lane, onRound }));
      }
    };
    await Promise.all(Array.from({ length: lanesAtATime }, work));
    return killsSection(store.name, outcomes);
  };

type Kind = keyof LaneOutcome['violations'];

/** What the page says of the rounds. */
export function killsSection(name: string, outcomes: readonly LaneOutcome[]): string {
  const sum = (pick: (outcome: LaneOutcome) => number): number => outcomes.reduce((all, each) => all + pick(each), 0);
  const found = (kind: Kind): readonly string[] => outcomes.flatMap(({ violations }) => violations[kind]);
  const floors = killFloors(name);
  const counted = (Object.keys(floors) as (keyof typeof floors)[]).filter((key) => key !== 'rounds');
  const harm = (Object.keys(faults) as FaultName[]).map((fault) => [
    fault,
    String(sum(({ harm: done }) => done.get(fault) ?? 0)),
  ]);
  const worst = counted.flatMap((kind) => found(kind).slice(0, named));
  return [
    floorTable([
      { floor: floors.rounds, value: sum(({ rounds: done }) => done) },
      ...counted.map((kind) => ({ floor: floors[kind], value: found(kind).length })),
    ]),
    `In each round, two new partners send more clips than they have credits for, while three faults from the list strike at seeded random moments. After every ${roundsOfLane} rounds
on one store, the faults stop and all records are checked. **${sum(({ accepted }) => accepted)}** analyses were answered 202, ${sum(({ succeeded }) => succeeded)} succeeded, ${sum(({ failed }) => failed)} failed
(some of the simulated analyses fail or crash by themselves; if the 202 itself was cut off, the analysis counts only by its end),
and ${sum(({ events }) => events)} webhook events were accepted. Servers, FFmpeg and the store are real; analyses and their files are simulated.`,
    table(['fault', 'times'], harm),
    ...(worst.length === 0 ? [] : [`What was found:\n\n${worst.map((line) => `- ${line}`).join('\n')}`]),
  ].join('\n\n');
}
