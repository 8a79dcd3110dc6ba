import type { IncomingMessage } from 'node:http';

/** How often is looked, and how often nothing may have moved. */
const [lookMs, mostLooks] = [500, 4];

/** What is waited for has stopped for good although the client has sent what it waits for. */
export class Stalled extends Error {
  constructor() {
    super('nothing moves any more');
    this.name = 'Stalled';
  }
}

/**
 * Waits for work on a request's body, but not for ever: the multipart parser comes to a stop in some forms with parts that are skipped,
 * and then neither ends nor fails. A slow client is waited for.
 *
 * @param moved Anything that changes while the work gets on; null while it waits for something else than the body.
 * @throws Stalled when bytes of the body wait and nothing has moved for a while.
 */
export async function orStalled<T>(raw: IncomingMessage, moved: () => number | null, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const stalled = new Promise<never>((_resolve, reject) => {
    let [last, looks] = ['', 0];
    timer = setInterval(() => {
      const by = moved();
      const now = `${raw.socket.bytesRead} ${raw.readableLength} ${by}`;
      const isOurs = by !== null && (raw.complete || raw.readableLength > 0);
      looks = isOurs && now === last ? looks + 1 : 0;
      last = now;
      if (looks === mostLooks) reject(new Stalled());
    }, lookMs);
  });
  try {
    return await Promise.race([work, stalled]);
  } finally {
    clearInterval(timer);
  }
}
