import type { Turn } from './contender.ts';
import type { RunningContender } from './start-contender.ts';

/** A turn's time, as every contender in a comparison reports it. */
export interface Timed {
  readonly wallMs: number;
}

/** A contender and how short its turns may be. */
export interface Entrant<Outcome> {
  readonly contender: RunningContender<Outcome>;
  /** Frames of a turn at least; the first turn, which warms up and does not count, has as many. */
  readonly leastFrames: number;
}

export interface Pace {
  readonly rounds: number;
  /** Milliseconds that a turn should take. */
  readonly turnMs: number;
}

const mostFrames = 600;

/**
 * Lets contenders take turns: one of each, then the next round, so that whatever else the machine does meets all alike.
 *
 * @param onTurn Told after every turn, the warming ones too.
 * @returns The turns of each, in order.
 */
export async function interleave<Outcome extends Timed>(
  entrants: readonly Entrant<Outcome>[],
  { rounds, turnMs }: Pace,
  onTurn?: () => void,
): Promise<Turn<Outcome>[][]> {
  const frames: number[] = [];
  for (const { contender, leastFrames } of entrants) {
    const { outcome } = await contender.turn(leastFrames);
    const fitting = Math.round((turnMs / outcome.wallMs) * leastFrames);
    frames.push(Math.min(mostFrames, Math.max(leastFrames, fitting)));
    onTurn?.();
  }
  const turns: Turn<Outcome>[][] = entrants.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, { contender }] of entrants.entries()) {
      turns[index].push(await contender.turn(frames[index]));
      onTurn?.();
    }
  }
  return turns;
}

/** Milliseconds of wall time per frame, turn by turn. */
export const msPerFrame = <Outcome extends Timed>(turns: readonly Turn<Outcome>[]): number[] =>
  turns.map(({ frames, outcome }) => outcome.wallMs / frames);
