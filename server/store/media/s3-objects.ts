import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { S3mini } from 's3mini';
import { fetchUnlessStalled } from './fetch-unless-stalled.ts';
import { type ListedObject, type LocalFile, type ObjectStore, PlaceUnreachableError } from './object-store.ts';
import type { ByteRange, StoredFile } from './stored-file.ts';

export interface S3Options {
  /** `https://s3.example.org`; the bucket is named in the path. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  /** What all keys begin with, without slashes at its ends; empty for none. */
  readonly prefix: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Keys that one request lists; 1000 by default. */
  readonly keysAtATime?: number;
}

/** How long a request may stand still, milliseconds. */
const stallMs = 60_000;
const mostTries = 4;

/** Files in a bucket of S3-compatible storage, which keeps a file durably once it has answered. */
export class S3Objects implements ObjectStore {
  readonly #s3: S3mini;
  readonly #prefix: string;
  readonly #keysAtATime: number;

  constructor({ endpoint, region, bucket, prefix, accessKeyId, secretAccessKey, keysAtATime = 1000 }: S3Options) {
    this.#s3 = new S3mini({
      endpoint: `${endpoint.replace(/\/+$/, '')}/${bucket}`,
      region,
      accessKeyId,
      secretAccessKey,
      fetch: fetchUnlessStalled(stallMs),
    });
    this.#prefix = prefix === '' ? '' : `${prefix}/`;
    this.#keysAtATime = keysAtATime;
  }

  async putFile(key: string, path: string): Promise<void> {
    const { size } = await stat(path);
    await again(async () => {
      if (size === 0) return this.#put(key, new Uint8Array(), size);
      // Read while it is sent: many that come at once must not fill the memory.
      const source = createReadStream(path);
      try {
        await this.#put(key, Readable.toWeb(source), size);
      } finally {
        // Where nothing was answered it may not have been read to its end, and stays open.
        source.destroy();
      }
    });
    await rm(path, { force: true });
  }

  async putFolder(key: string, path: string): Promise<void> {
    for (const name of await readdir(path)) await this.putFile(`${key}/${name}`, join(path, name));
    await rm(path, { recursive: true, force: true });
  }

  async open(key: string): Promise<StoredFile | null> {
    // Two bytes tell the size of them all, and when the file came; there are servers that take an end of 0 for none.
    const first = await this.#get(key, { start: 0, end: 1 });
    if (first === null) return null;
    await first.body?.cancel();
    const sizeBytes = Number(/\/(\d+)$/.exec(first.headers.get('content-range') ?? '')?.[1]);
    const modifiedMs = Date.parse(first.headers.get('last-modified') ?? '');
    if (!Number.isSafeInteger(sizeBytes) || Number.isNaN(modifiedMs))
      throw new Error(`the storage does not tell the size and time of ${key}`);
    return {
      sizeBytes,
      modifiedMs,
      read: (range) => Readable.from(this.#bytes(key, range), { objectMode: false }),
      close: async () => undefined,
    };
  }

  async has(key: string): Promise<boolean> {
    return (await again(() => this.#s3.objectExists(this.#prefix + key))) === true;
  }

  async local(key: string, folder: string): Promise<LocalFile | null> {
    const answer = await this.#get(key, null);
    if (answer === null) return null;
    const path = join(folder, `copy-${randomUUID()}`);
    const release = (): Promise<void> => rm(path, { force: true });
    const body = bodyOf(answer, key);
    try {
      await pipeline(body, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    } catch (error) {
      await release();
      // What is not the file's fault here is the connection's.
      throw error instanceof Error && 'syscall' in error ? error : new PlaceUnreachableError(error);
    }
    return { path, release };
  }

  async remove(key: string): Promise<void> {
    await again(() => this.#s3.deleteObject(this.#prefix + key));
  }

  async removeFolder(key: string): Promise<void> {
    for await (const { key: within } of this.list(key)) await this.remove(within);
  }

  async *list(key: string): AsyncGenerator<ListedObject> {
    const prefix = `${this.#prefix}${key}/`;
    let token: string | undefined;
    do {
      const from = token;
      const page = await again(() => this.#s3.listObjectsPaged('/', prefix, this.#keysAtATime, from));
      for (const { Key: found, LastModified: modified } of page?.objects ?? [])
        yield { key: found.slice(this.#prefix.length), modifiedMs: new Date(modified).getTime() };
      token = page?.nextContinuationToken;
    } while (token !== undefined);
  }

  async #put(key: string, bytes: Parameters<S3mini['putObject']>[1], size: number): Promise<void> {
    await this.#s3.putObject(this.#prefix + key, bytes, undefined, undefined, undefined, size);
  }

  /** Null where there is no such file. */
  async #get(key: string, range: ByteRange | null): Promise<Response | null> {
    try {
      const name = this.#prefix + key;
      if (range === null) return await again(() => this.#s3.getObjectRaw(name));
      return await again(() => this.#s3.getObjectRaw(name, false, range.start, range.end + 1));
    } catch (error) {
      if (statusOf(error) === 404) return null;
      throw error;
    }
  }

  async *#bytes(key: string, range: ByteRange | null): AsyncGenerator<Uint8Array> {
    const answer = await this.#get(key, range);
    if (answer === null) throw new Error(`${key} is gone`);
    yield* bodyOf(answer, key);
  }
}

function bodyOf({ body }: Response, key: string): AsyncIterable<Uint8Array> {
  if (body === null) throw new Error(`the storage sent nothing for ${key}`);
  return body;
}

const statusOf = (error: unknown): number =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : 0;

/**
 * Asks again where nothing was answered, or that the storage cannot answer now. Every request here may be made twice.
 *
 * @throws PlaceUnreachableError
 */
async function again<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await ask();
    } catch (error) {
      const status = statusOf(error);
      const isPassing = status === 0 || status === 429 || status >= 500;
      if (!isPassing) throw error;
      if (tries === mostTries) throw new PlaceUnreachableError(error);
    }
    await sleep(100 * tries ** 2);
  }
}
