import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StrideError } from '../../engine/errors/stride-error.ts';
import type { Details } from '../details/details.ts';
import { readDetails } from '../details/read-details.ts';

/** What a report is written from. */
export interface ReportSource {
  readonly details: Details;
  /** Of the annotated video; null where there is none. */
  readonly videoPath: string | null;
  /** When the clip was analysed: of files, when they were written. */
  readonly analysedAt: Date | null;
}

/** Larger files are no analysis. */
const mostBytes = 50_000_000;

/**
 * What `stridelab analyze` wrote: its folder, a JSON file in it, or a file of what its `--json` printed.
 *
 * @throws StrideError `report_source_unusable`.
 */
export async function reportSourceAt(path: string): Promise<ReportSource> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new StrideError('report_source_unusable', `${path} cannot be read`, { cause });
  });
  if (found.isDirectory()) return fromFolder(path);
  const json = await readJson(path);
  const own = readDetails(json);
  const analysedAt = found.mtime;
  if (own !== null) return { details: own, videoPath: annotatedIn(dirname(path)), analysedAt };
  const printed = typeof json === 'object' && json !== null ? (json as Printed) : {};
  const details = readDetails(printed.details);
  return details === null ? fromFolder(dirname(path)) : { details, videoPath: linkedVideo(printed), analysedAt };
}

/** What `stridelab analyze --json` prints, as far as it matters here; nothing of it is certain. */
interface Printed {
  readonly details?: unknown;
  readonly results?: { readonly output_video?: unknown };
}

async function fromFolder(folder: string): Promise<ReportSource> {
  const path = join(folder, 'details.json');
  if (!existsSync(path)) throw new StrideError('report_source_unusable', `there is no details.json in ${folder}`);
  const details = readDetails(await readJson(path));
  if (details === null) throw new StrideError('report_source_unusable', `${path} is of another version`);
  return { details, videoPath: annotatedIn(folder), analysedAt: (await stat(path)).mtime };
}

function annotatedIn(folder: string): string | null {
  const path = join(folder, 'annotated.mp4');
  return existsSync(path) ? path : null;
}

function linkedVideo({ results }: Printed): string | null {
  const link = results?.output_video;
  if (typeof link !== 'string' || !link.startsWith('file:')) return null;
  const path = fileURLToPath(link);
  return existsSync(path) ? path : null;
}

async function readJson(path: string): Promise<unknown> {
  try {
    if ((await stat(path)).size > mostBytes) throw new StrideError('report_source_unusable', `${path} is too large`);
    return JSON.parse(await readFile(path, 'utf8')) as unknown;
  } catch (cause) {
    if (cause instanceof StrideError) throw cause;
    throw new StrideError('report_source_unusable', `${path} holds no JSON`, { cause });
  }
}
