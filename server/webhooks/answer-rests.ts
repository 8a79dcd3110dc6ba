import type { Dispatcher } from 'undici';

type Rest = Dispatcher.ResponseData['body'];

/** Of an answer no more is read than this. */
const mostBytes = 16_384;
/** How long a receiver may take to end what it answers, milliseconds. */
const longestMs = 1000;
/** Rests that are read at a time, twice as many as a courier's attempts; the oldest is cut off for the next. */
const mostOpen = 64;

/**
 * Reads what comes behind the heads of answers. What an answer says is in its head, so that nobody waits for the rest: it is read that a
 * receiver may end what it writes, and cut off when that takes too long.
 */
export class AnswerRests {
  readonly #open = new Set<Rest>();

  read(rest: Rest): void {
    this.#open.add(rest);
    const [oldest] = this.#open;
    if (this.#open.size > mostOpen) this.#cut(oldest);
    const timer = setTimeout(() => this.#cut(rest), longestMs);
    const end = (): void => {
      clearTimeout(timer);
      this.#open.delete(rest);
    };
    rest.dump({ limit: mostBytes }).then(end, end);
  }

  #cut(rest: Rest): void {
    this.#open.delete(rest);
    rest.destroy();
  }
}
