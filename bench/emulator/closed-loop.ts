import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';

/** One request of a client, on connections that are kept. @returns The body; its status has to be one that is expected. */
export type Ask = (path: string, expected: readonly number[], sent?: Sent) => Promise<string>;

/** What goes with a request. */
export interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
  /** Makes it a POST. */
  readonly form?: Form;
}

/** A body of multipart/form-data, made once. */
export interface Form {
  readonly contentType: string;
  readonly body: Buffer;
}

export interface ClosedLoop {
  /** Of the server, without a slash at its end. */
  readonly url: string;
  /** How many clients there are; each begins again when it has come to its end. */
  readonly clients: number;
  readonly warmUpMs: number;
  readonly measureMs: number;
  /** What a client does, again and again. */
  readonly act: (ask: Ask) => Promise<void>;
  /** The server's processor time so far. */
  readonly cpuMs: () => number | null;
}

/** How often clients came to an end. */
export interface Rate {
  readonly perSecond: number;
  /** Per second of the server's processor time, which is what one core has to give; null where the system does not tell it. */
  readonly perCpuSecond: number | null;
}

/** How often clients come to an end, after the warm-up. @throws Error for an answer that is not expected. */
export async function rateOf({ url, clients, warmUpMs, measureMs, act, cpuMs }: ClosedLoop): Promise<Rate> {
  const pool = new Pool(url, { connections: clients, pipelining: 1 });
  const ask: Ask = async (path, expected, { headers = {}, form } = {}) => {
    const { statusCode, body } = await pool.request(
      form === undefined
        ? { path, method: 'GET', headers }
        : { path, method: 'POST', body: form.body, headers: { ...headers, 'content-type': form.contentType } },
    );
    const text = await body.text();
    if (!expected.includes(statusCode)) throw new Error(`${path} is answered ${statusCode}: ${text.slice(0, 500)}`);
    return text;
  };
  let count = 0;
  let isOver = false;
  const client = async (): Promise<void> => {
    while (!isOver) {
      await act(ask);
      count++;
    }
  };
  const measure = async (): Promise<Rate> => {
    await sleep(warmUpMs);
    const before = { ms: performance.now(), cpu: cpuMs(), count };
    await sleep(measureMs);
    const done = count - before.count;
    const cpu = cpuMs();
    const rate = (ms: number): number => (1000 * done) / ms;
    return {
      perSecond: rate(performance.now() - before.ms),
      perCpuSecond: cpu === null || before.cpu === null ? null : rate(cpu - before.cpu),
    };
  };
  try {
    const all = Promise.all(Array.from({ length: clients }, client));
    // One that breaks off is told at once.
    const rate = await Promise.race([measure(), all.then(() => Promise.reject(new Error('the clients have ended')))]);
    isOver = true;
    await all;
    return rate;
  } finally {
    isOver = true;
    await pool.destroy();
  }
}

/** A form with fields and one file. */
export function formOf(
  fields: Readonly<Record<string, string>>,
  file: { readonly name: string; readonly fileName: string; readonly content: Buffer },
): Form {
  const boundary = '----------------------------stridelab';
  const head = (disposition: string): string => `--${boundary}\r\ncontent-disposition: form-data; ${disposition}\r\n`;
  const texts = Object.entries(fields).map(([name, value]) => `${head(`name="${name}"`)}\r\n${value}\r\n`);
  const opening = `${head(`name="${file.name}"; filename="${file.fileName}"`)}content-type: video/mp4\r\n\r\n`;
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([Buffer.from(texts.join('') + opening), file.content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
}
