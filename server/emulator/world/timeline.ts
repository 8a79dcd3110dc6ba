import { failureReason } from '../../contract/errors.ts';
import type { AnalysisResult } from '../../store/analysis-record.ts';
import type { Run } from '../../store/analysis-store.ts';
import { DueQueue } from '../clock/due-queue.ts';
import type { EmulatedClock } from '../clock/emulated-clock.ts';
import type { MemoryAnalysisStore } from '../stores/memory-analysis-store.ts';
import type { Step } from './course.ts';

/** An analysis that has not ended. */
interface Going {
  readonly id: string;
  readonly startMs: number;
  readonly steps: readonly Step[];
  next: number;
  /** Time that has gone by for this analysis alone. */
  aheadMs: number;
  /** No step is earlier: when it began, took its last step, or time went by for it alone. */
  sinceMs: number;
  callOff: () => void;
  /** The step that is under way; null between steps. */
  underWay: Promise<void> | null;
}

/** An analysis that has not ended, as a snapshot keeps it. */
export type KeptGoing = Omit<Going, 'callOff' | 'underWay'>;

export interface TimelineOptions {
  readonly clock: EmulatedClock;
  readonly analyses: MemoryAnalysisStore;
  /** What came out of an analysis. */
  readonly resultOf: (id: string) => Promise<AnalysisResult>;
}

/** Takes analyses through their steps, each at its time: of all of them the earliest is taken first, of the same time by their ids. */
export class Timeline {
  readonly #options: TimelineOptions;
  readonly #going = new Map<string, Going>();
  readonly #queue = new DueQueue();
  /** Whoever takes steps, the clock or a poll, waits for whoever came before. */
  #turn: Promise<void> = Promise.resolve();

  constructor(options: TimelineOptions) {
    this.#options = options;
  }

  start(id: string, steps: readonly Step[]): void {
    const startMs = this.#options.clock.now();
    this.#take({ id, startMs, steps, next: 0, aheadMs: 0, sinceMs: startMs });
  }

  /** Lets time go by for one analysis alone. */
  async hasten(id: string, ms: number): Promise<void> {
    const going = this.#going.get(id);
    if (going === undefined) return;
    going.aheadMs += ms;
    going.sinceMs = this.#options.clock.now();
    if (going.underWay === null) this.#wait(going);
    await this.toNow();
  }

  /** Takes every step that is due by now, the system's timers or no: what is seen then depends on the clock alone. */
  toNow(): Promise<void> {
    this.#turn = this.#turn.then(async () => {
      const { clock } = this.#options;
      for (let due = this.#queue.takeDue(clock.now()); due !== null; due = this.#queue.takeDue(clock.now()))
        await due.act();
    });
    return this.#turn;
  }

  /** Takes an analysis out of its course, for somebody else to say how it goes on; a step that is under way ends first. */
  async release(id: string): Promise<void> {
    const going = this.#going.get(id);
    if (going === undefined) return;
    going.callOff();
    this.#going.delete(id);
    await going.underWay;
  }

  keep(): KeptGoing[] {
    return [...this.#going.values()].map(({ callOff: _callOff, underWay: _underWay, ...kept }) => kept);
  }

  restore(kept: readonly KeptGoing[]): void {
    for (const one of kept) this.#take(one);
  }

  #take(kept: KeptGoing): void {
    if (kept.next >= kept.steps.length) return;
    const going = { ...kept, callOff: () => undefined, underWay: null };
    this.#going.set(going.id, going);
    this.#wait(going);
  }

  #dueMs({ startMs, steps, next, aheadMs, sinceMs }: Going): number {
    return Math.max(sinceMs, startMs + steps[next].afterMs - aheadMs);
  }

  #wait(going: Going): void {
    going.callOff();
    const dueMs = this.#dueMs(going);
    const leave = this.#queue.add(dueMs, () => this.#step(going, dueMs), going.id);
    const callOff = this.#options.clock.at(dueMs, () => this.toNow());
    going.callOff = () => {
      leave();
      callOff();
    };
  }

  #step(going: Going, atMs: number): Promise<void> {
    going.underWay = this.#goOn(going, atMs).finally(() => {
      going.underWay = null;
    });
    return going.underWay;
  }

  /** It goes on, or has ended, once its step has been taken: until then others wait for it. */
  async #goOn(going: Going, atMs: number): Promise<void> {
    const isTaken = await this.#carryOut(going.steps[going.next], going.id, atMs).then(
      () => true,
      (error: unknown) => {
        warn(error);
        return false;
      },
    );
    going.next++;
    going.sinceMs = Math.max(going.sinceMs, atMs);
    if (this.#going.get(going.id) !== going) return;
    if (isTaken && going.next < going.steps.length) this.#wait(going);
    else this.#going.delete(going.id);
  }

  /** A step has the moment at which it was due, however late somebody looks. */
  async #carryOut(step: Step, id: string, nowMs: number): Promise<void> {
    const { analyses } = this.#options;
    const run = { id, attempt: 1 };
    if (step.kind === 'begin') await analyses.take(id, nowMs);
    else if (step.kind === 'progress') await analyses.setPercentage(run, step.percentage, nowMs);
    else if (step.kind === 'succeed') await this.#succeed(run, nowMs);
    else await analyses.fail(run, failureReason(step.reason), nowMs);
  }

  async #succeed(run: Run, nowMs: number): Promise<void> {
    const { analyses, resultOf } = this.#options;
    const result = await resultOf(run.id).catch((error: unknown) => {
      warn(error);
      return null;
    });
    if (result !== null) await analyses.succeed(run, result, nowMs);
    else await analyses.fail(run, failureReason('internal_error'), nowMs);
  }
}

/** Of one analysis: it ends no process. */
const warn = (error: unknown): void => process.emitWarning(error instanceof Error ? error : String(error));
