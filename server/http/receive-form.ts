import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { syncDir } from '../store/sync-dir.ts';
import type { FormValues } from './form-fields.ts';
import { HttpError } from './http-error.ts';

/** The video of a form, on the disk under a name of our own. */
export interface ReceivedVideo {
  readonly name: string;
  readonly path: string;
}

export interface ReceivedForm {
  readonly values: FormValues;
  /** Null when the form held no file named `video`. */
  readonly video: ReceivedVideo | null;
}

/** Room for everything in a form but the video. */
const formOverheadBytes = 256 * 1024;
const partLimits = { fields: 50, parts: 60, fieldNameSize: 100, fieldSize: 10_000 };

/**
 * Takes a multipart form, streaming the file `video` into `folder`, synced. Anything but a multipart form is an empty one.
 * The caller owns the file; when this rejects, nothing is left.
 *
 * @throws HttpError `video_too_large` as soon as the limit is passed, and the parser's errors.
 */
export async function receiveForm(request: FastifyRequest, folder: string, maxBytes: number): Promise<ReceivedForm> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes + formOverheadBytes)
    throw new HttpError('video_too_large');
  const values = new Map<string, string[]>();
  if (!request.isMultipart()) return { values, video: null };
  let video: ReceivedVideo | null = null;
  try {
    for await (const part of request.parts({ limits: { ...partLimits, fileSize: maxBytes } })) {
      if (part.type === 'field') {
        if (part.valueTruncated || part.fieldnameTruncated) throw new HttpError('form_too_large');
        values.set(part.fieldname, [...(values.get(part.fieldname) ?? []), String(part.value)]);
      } else if (part.fieldname === 'video' && video === null) {
        const name = randomUUID();
        video = { name, path: join(folder, name) };
        await storeFile(part, video.path);
      } else {
        // Files that nobody asked for flow past.
        part.file.resume();
      }
    }
    if (video !== null) await syncDir(folder);
    return { values, video };
  } catch (error) {
    if (video !== null) await rm(video.path, { force: true });
    throw error;
  }
}

async function storeFile(part: MultipartFile, path: string): Promise<void> {
  await pipeline(part.file, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }));
  if (part.file.truncated) throw new HttpError('video_too_large');
}
