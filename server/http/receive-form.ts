import type { Multipart, MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { FormValues } from './fields/read-text.ts';
import { HttpError } from './http-error.ts';
import type { VideoIntake } from './video-intake.ts';

export interface ReceivedForm {
  readonly values: FormValues;
  /** What the client calls its files, by their fields. */
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
 * @throws HttpError `video_too_large` as soon as the limit is passed, and the parser's errors.
 */
export async function receiveForm(request: FastifyRequest, videos: VideoIntake, name: string): Promise<ReceivedForm> {
  const { maxBytes } = videos;
  if (Number(request.headers['content-length'] ?? 0) > maxBytes + formOverheadBytes)
    throw new HttpError('video_too_large');
  const values = new Map<string, string[]>();
  if (!request.isMultipart()) return { values, fileNames: new Map(), videoName: null };
  const fileNames = new Map<string, string>();
  let videoName: string | null = null;
  try {
    for await (const part of partsOf(request, maxBytes)) {
      if (part.type === 'file') fileNames.set(part.fieldname, part.filename);
      if (part.type === 'field') {
        if (part.valueTruncated || part.fieldnameTruncated) throw new HttpError('form_too_large');
        values.set(part.fieldname, [...(values.get(part.fieldname) ?? []), String(part.value)]);
      } else if (part.fieldname === 'video' && videoName === null) {
        videoName = name;
        await storeVideo(part, videos, name);
      } else {
        // Files that nobody asked for flow past.
        part.file.resume();
      }
    }
    return { values, fileNames, videoName };
  } catch (error) {
    if (videoName !== null) await videos.discard(videoName);
    throw error;
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

async function storeVideo(part: MultipartFile, videos: VideoIntake, name: string): Promise<void> {
  await videos.store(name, part.file, part.filename);
  if (part.file.truncated) throw new HttpError('video_too_large');
}
