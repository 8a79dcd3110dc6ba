import { timeLeft } from './time-left.ts';

/** What long work counts, and in which span of time its rate is told. */
const units = {
  frames: { perS: 1, name: 'frames/s' },
  clips: { perS: 1 / 60, name: 'clips/min' },
  megabytes: { perS: 1, name: 'MB/s' },
} as const;

/** What else is known of work that is under way. */
export interface ProgressFacts {
  /** What is counted meanwhile; its rate is told. */
  readonly count?: { readonly done: number; readonly unit: keyof typeof units } | undefined;
  /** Share of the work by which the time left is told, where it is not the percentage: what had been done before took no time. */
  readonly workShare?: number | undefined;
}

/** Before this much of a stage has gone by, its rate says nothing. */
const leastRateMs = 400;

/** Puts into words how far work is: what is done, how fast, and how long it will still take. */
export class ProgressText {
  readonly #beganMs: number;
  /** Where the counting of the present label and unit began. */
  #from = { what: '', done: 0, atMs: 0 };

  constructor(nowMs: number) {
    this.#beganMs = nowMs;
  }

  /** @param percentage Of the whole, 0 to 100. @param label What is being done. @returns Such as `following the runner, 62 frames/s, 3 s left`. */
  at(nowMs: number, percentage: number, label: string, { count, workShare }: ProgressFacts = {}): string {
    const rate = count === undefined ? null : this.#rate(label, count, nowMs);
    const left = timeLeft(nowMs - this.#beganMs, workShare ?? percentage / 100);
    return [label, rate, left === null ? null : `${left} left`].filter((part) => part !== null).join(', ');
  }

  #rate(label: string, { done, unit }: NonNullable<ProgressFacts['count']>, nowMs: number): string | null {
    // Numbers in a label are what is counted.
    const what = `${unit} ${label.replaceAll(/\d+/g, '')}`;
    if (what !== this.#from.what || done < this.#from.done) this.#from = { what, done, atMs: nowMs };
    const gone = nowMs - this.#from.atMs;
    const more = done - this.#from.done;
    if (gone < leastRateMs || more <= 0) return null;
    const { perS, name } = units[unit];
    const rate = (1000 * more) / gone / perS;
    return `${rate.toFixed(rate < 9.95 ? 1 : 0)} ${name}`;
  }
}
