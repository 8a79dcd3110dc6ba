import { failureReason } from '../../contract/errors.ts';
import type { AnalysisResult } from '../../store/analysis-record.ts';
import type { Run } from '../../store/analysis-store.ts';
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
  callOff: () => void;
  /** Whoever takes its steps, the clock or a poll, waits for whoever came before. */
  turn: Promise<void>;
}

/** An analysis that has not ended, as a snapshot keeps it. */
export type KeptGoing = Omit<Going, 'callOff' | 'turn'>;

export interface TimelineOptions {
  readonly clock: EmulatedClock;
  readonly analyses: MemoryAnalysisStore;
  /** What came out of an analysis. */
  readonly resultOf: (id: string) => Promise<AnalysisResult>;
}

/** Takes analyses through their steps, each at its time. */
export class Timeline {
  readonly #options: TimelineOptions;
  readonly #going = new Map<string, Going>();

  constructor(options: TimelineOptions) {
    this.#options = options;
  }

  start(id: string, steps: readonly Step[]): void {
    this.#take({ id, startMs: this.#options.clock.now(), steps, next: 0, aheadMs: 0 });
  }

  /** Lets time go by for one analysis alone. */
  async hasten(id: string, ms: number): Promise<void> {
    const going = this.#going.get(id);
    if (going === undefined) return;
    going.aheadMs += ms;
    await this.#goOn(going);
  }

  /** Takes every step that is due by now, the system's timers or no: what is seen then depends on the clock alone. */
  async toNow(): Promise<void> {
    const due = [...this.#going.values()].filter((going) => this.#isDue(going));
    for (const going of due.sort((a, b) => this.#dueMs(a) - this.#dueMs(b))) await this.#goOn(going);
  }

  /** Takes an analysis out of its course, for somebody else to say how it goes on; a step that is under way ends first. */
  async release(id: string): Promise<void> {
    const going = this.#going.get(id);
    if (going === undefined) return;
    going.callOff();
    this.#going.delete(id);
    await going.turn;
  }

  keep(): KeptGoing[] {
    return [...this.#going.values()].map(({ callOff: _callOff, turn: _turn, ...kept }) => kept);
  }

  restore(kept: readonly KeptGoing[]): void {
    for (const one of kept) this.#take(one);
  }

  #take(kept: KeptGoing): void {
    if (kept.next >= kept.steps.length) return;
    const going = { ...kept, callOff: () => undefined, turn: Promise.resolve() };
    this.#going.set(going.id, going);
    this.#wait(going);
  }

  #dueMs({ startMs, steps, next, aheadMs }: Going): number {
    const step = steps[next];
    return step === undefined ? Number.POSITIVE_INFINITY : startMs + step.afterMs - aheadMs;
  }

  #isDue(going: Going): boolean {
    return this.#going.get(going.id) === going && this.#dueMs(going) <= this.#options.clock.now();
  }

  #wait(going: Going): void {
    going.callOff();
    const dueMs = this.#dueMs(going);
    if (this.#going.get(going.id) !== going || !Number.isFinite(dueMs)) return;
    going.callOff = this.#options.clock.at(dueMs, () => this.#goOn(going));
  }

  #goOn(going: Going): Promise<void> {
    going.turn = going.turn.then(async () => {
      while (this.#isDue(going)) await this.#step(going);
      this.#wait(going);
    });
    return going.turn;
  }

  /** It goes on, or has ended, once its step has been taken: until then others wait for it. */
  async #step(going: Going): Promise<void> {
    const isTaken = await this.#carryOut(going.steps[going.next], going.id).then(
      () => true,
      (error: unknown) => {
        warn(error);
        return false;
      },
    );
    going.next++;
    if (isTaken && going.next < going.steps.length) return;
    if (this.#going.get(going.id) === going) this.#going.delete(going.id);
  }

  async #carryOut(step: Step, id: string): Promise<void> {
    const { analyses, clock } = this.#options;
    const run = { id, attempt: 1 };
    const nowMs = clock.now();
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
