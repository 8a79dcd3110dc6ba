import type { Multipart, MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { FormValues } from './fields/read-text.ts';
import { HttpError } from './http-error.ts';
import { orStalled, Stalled } from './stall-watch.ts';
import type { VideoIntake } from './video-intake.ts';

export interface ReceivedForm {
  readonly values: FormValues;
  /** What the client calls its files, by their fields; of several videos, the one that is kept. */
  readonly fileNames: ReadonlyMap<string, string>;
  /** Name of the form's video in the intake; null when the form held no file named `video`. */
  readonly videoName: string | null;
}

/** Room for everything in a form but the video. */
const formOverheadBytes = 256 * 1024;
const partLimits = { fields: 50, parts: 60, fieldNameSize: 100, fieldSize: 10_000 };

/**
 * Takes a multipart form, streaming the file `video` into the intake under `name`. Anything but a multipart form is an empty one.
 * The caller owns the video; when this rejects, nothing is left.
 *
 * @throws HttpError `video_too_large` as soon as the limit is passed, `malformed_form`, and the parser's errors.
 */
export async function receiveForm(request: FastifyRequest, videos: VideoIntake, name: string): Promise<ReceivedForm> {
  const { maxBytes } = videos;
  if (Number(request.headers['content-length'] ?? 0) > maxBytes + formOverheadBytes)
    throw new HttpError('video_too_large');
  if (!request.isMultipart()) return { values: new Map(), fileNames: new Map(), videoName: null };
  // Of a client that went away before the form is read the parser hears nothing any more, and would wait for ever.
  if (request.raw.destroyed) throw new HttpError('malformed_form');
  const form = new FormBeingRead(request, videos, name);
  const work = form.read();
  try {
    return await orStalled(request.raw, () => form.moved, work);
  } catch (error) {
    if (!(error instanceof Stalled)) throw error;
    form.stop(error);
    await work.catch(() => undefined);
    throw new HttpError('malformed_form');
  }
}

class FormBeingRead {
  readonly #request: FastifyRequest;
  readonly #videos: VideoIntake;
  readonly #name: string;
  readonly #stopped = new AbortController();
  #parts = 0;
  #video: MultipartFile['file'] | null = null;

  constructor(request: FastifyRequest, videos: VideoIntake, name: string) {
    this.#request = request;
    this.#videos = videos;
    this.#name = name;
  }

  /** Changes while the form is read; null while a video waits to be written, which holds the parser up. */
  get moved(): number | null {
    const video = this.#video;
    if (video !== null && (video.readableEnded || video.isPaused() || video.readableLength > 0)) return null;
    return this.#parts + (video?.bytesRead ?? 0);
  }

  /** Ends the reading; it rejects. */
  stop(reason: Error): void {
    this.#request.raw.unpipe();
    this.#request.raw.resume();
    this.#stopped.abort(reason);
    this.#video?.destroy(reason);
  }

  async read(): Promise<ReceivedForm> {
    const values = new Map<string, string[]>();
    const fileNames = new Map<string, string>();
    let videoName: string | null = null;
    try {
      for await (const part of this.#untilStopped(partsOf(this.#request, this.#videos.maxBytes))) {
        this.#parts++;
        if (part.type === 'field') {
          // A video without a filename is a text, which is refused as one however long it is.
          const isTooLong = part.valueTruncated && part.fieldname !== 'video';
          if (isTooLong || part.fieldnameTruncated) throw new HttpError('form_too_large');
          values.set(part.fieldname, [...(values.get(part.fieldname) ?? []), String(part.value)]);
        } else if (part.fieldname === 'video' && videoName === null) {
          videoName = this.#name;
          fileNames.set(part.fieldname, part.filename);
          await this.#store(part);
        } else {
          // Files that nobody asked for flow past, and so does a second video.
          if (part.fieldname !== 'video') fileNames.set(part.fieldname, part.filename);
          part.file.resume();
        }
      }
      return { values, fileNames, videoName };
    } catch (error) {
      if (videoName !== null) await this.#videos.discard(videoName);
      throw error;
    }
  }

  async #store(part: MultipartFile): Promise<void> {
    this.#video = part.file;
    try {
      await this.#videos.store(this.#name, part.file, part.filename);
    } finally {
      this.#video = null;
    }
    if (part.file.truncated) throw new HttpError('video_too_large');
  }

  /** The parser's parts; waiting for the next one ends when the reading is stopped. */
  async *#untilStopped(parts: AsyncGenerator<Multipart>): AsyncGenerator<Multipart> {
    const { signal } = this.#stopped;
    const stopped = new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    });
    // Nobody waits for it where the form is read to its end.
    stopped.catch(() => undefined);
    for (;;) {
      const next = await Promise.race([parts.next(), stopped]);
      if (next.done === true) return;
      yield next.value;
    }
  }
}

/**
 * The parts of a form but those named as a property that every object has, such as `__proto__`: the parser skips them, reads on, and
 * complains at the end, but nobody asked for them.
 */
async function* partsOf(request: FastifyRequest, fileSize: number): AsyncGenerator<Multipart> {
  try {
    yield* request.parts({ limits: { ...partLimits, fileSize } });
  } catch (error) {
    // Of a request that broke off the complaint comes in the place of the break.
    if (!(isPrototypeName(error) && request.raw.complete)) throw error;
  }
}

const isPrototypeName = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'FST_PROTO_VIOLATION';
