import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { StrideError } from '../../engine/errors/stride-error.ts';
import { readDetails } from '../details/read-details.ts';
import type { AnalysisStore } from '../store/analysis-store.ts';
import type { MediaStore } from '../store/media/media-store.ts';
import { detailsName, outputVideoName } from '../store/media-files.ts';
import type { ReportSource } from './report-source.ts';

/**
 * An analysis of a server.
 *
 * @param folder Takes a copy of the annotated video, since it may lie in other storage than this machine's.
 * @throws StrideError `report_source_unusable` where there is no such analysis, or no details of it.
 */
export async function storedReportSource(
  id: string,
  {
    analyses,
    media,
  }: { readonly analyses: Pick<AnalysisStore, 'ownerOf' | 'find'>; readonly media: Pick<MediaStore, 'open'> },
  folder: string,
): Promise<ReportSource> {
  const owned = await analyses.ownerOf(id);
  if (owned === null)
    throw new StrideError('report_source_unusable', `${id} is neither a path nor the id of an analysis`);
  const record = await analyses.find(owned.partnerId, id);
  const analysedAt = record === null ? null : new Date(record.createdAtMs);
  const run = { id, attempt: owned.attempt };
  const kept = await media.open(run, detailsName(id));
  const details = kept === null ? null : readDetails(await json(kept.read(null)));
  if (details === null)
    throw new StrideError(
      'report_source_unusable',
      `the analysis ${id} has not succeeded, or was made before details were kept`,
    );
  const video = await media.open(run, outputVideoName(id));
  if (video === null) return { details, videoPath: null, analysedAt };
  const videoPath = join(folder, 'annotated.mp4');
  await pipeline(video.read(null), createWriteStream(videoPath, { mode: 0o600 }));
  return { details, videoPath, analysedAt };
}
