import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FrameBody, FrameDataHeader } from '../contract/schemas/frame-data.ts';
import type { ReadOptions, StoredFile } from './media/stored-file.ts';

/** What was seen in every frame of a clip, as it is kept. */
export interface FrameDataFile {
  /** Newline-delimited JSON: the header, then one line a frame. */
  ndjson(options?: ReadOptions): Readable;
  /** One JSON object: the header with all `frames`. */
  json(options?: ReadOptions): Readable;
}

const newline = 0x0a;
const comma = 0x2c;

/** Writes frame data. The file appears when it is complete and on the disk, or not at all. */
export async function writeFrameData(
  path: string,
  header: FrameDataHeader,
  frames: Iterable<FrameBody>,
): Promise<void> {
  const partial = `${path}.partial`;
  try {
    await pipeline(Readable.from(lines(header, frames)), createWriteStream(partial, { mode: 0o600, flush: true }));
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

/** Frame data in an open file, to be read once. Both forms are streamed: memory does not grow with the clip. */
export const readFrameData = (file: StoredFile): FrameDataFile => ({
  ndjson: (options) => file.read(null, options),
  json: (options) => {
    const source = file.read(null, options);
    const object = new PassThrough();
    // Whoever reads may leave early, also while the file is slow to come; then it is closed.
    object.once('close', () => source.destroy());
    // What fails, the reader of the object is told of.
    void pipeline(source, oneObject, object).catch(() => undefined);
    return object;
  },
});

function* lines(header: FrameDataHeader, frames: Iterable<FrameBody>): Generator<string, void> {
  yield `${JSON.stringify(header)}\n`;
  for (const frame of frames) yield `${JSON.stringify(frame)}\n`;
}

/** Joins the lines without reading them: within JSON as it is written here, a new line is never a byte of its own. */
async function* oneObject(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
  let isHeaderRead = false;
  // A new line, held back until it is known whether another follows.
  let pending = Buffer.alloc(0);
  for await (const chunk of chunks) {
    let rest = Buffer.concat([pending, chunk]);
    pending = Buffer.alloc(0);
    if (!isHeaderRead) {
      const end = rest.indexOf(newline);
      if (end < 0) {
        pending = rest;
        continue;
      }
      isHeaderRead = true;
      // Without the brace that closes the header.
      yield Buffer.concat([rest.subarray(0, end - 1), Buffer.from(',"frames":[')]);
      rest = rest.subarray(end + 1);
    }
    if (rest.length > 0 && rest[rest.length - 1] === newline) {
      pending = Buffer.from([newline]);
      rest = rest.subarray(0, -1);
    }
    for (let at = rest.indexOf(newline); at >= 0; at = rest.indexOf(newline, at + 1)) rest[at] = comma;
    if (rest.length > 0) yield rest;
  }
  yield Buffer.from(']}');
}
