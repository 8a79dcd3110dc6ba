import { HttpError } from '../../http/http-error.ts';
import { Turnstile } from '../../http/turnstile.ts';

/** Passwords that are worked on at a time, each with 32 MiB of memory and a thread; and those that may wait. */
const [atATime, mostWaiting] = [2, 20];
/** When to ask again, seconds. */
const retryAfterS = 2;

/** Where passwords are hashed and checked, a few at a time: however many guesses come, they take no more memory. */
export class PasswordDesk {
  readonly #places = new Turnstile(atATime);
  #inside = 0;

  /** @throws HttpError `server_busy` when too many wait. */
  async do<T>(work: () => Promise<T>): Promise<T> {
    if (this.#inside >= atATime + mostWaiting) throw new HttpError('server_busy', { retryAfterS });
    this.#inside++;
    try {
      return await this.#places.run(work);
    } finally {
      this.#inside--;
    }
  }
}
