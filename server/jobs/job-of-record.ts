import { join } from 'node:path';
import type { NetworkId } from '../../models/registry.ts';
import { parsePace } from '../contract/pace.ts';
import type { AnalysisRecord } from '../store/analysis-record.ts';
import { detailsName, frameDataName, outputVideoName, posesName, thumbnailName } from '../store/media-files.ts';
import type { AnalysisJob, PictureWishes } from './job-messages.ts';

/** Where a worker finds the video, and the folder that it makes for what it leaves. */
export type JobPaths = Pick<AnalysisJob, 'videoPath' | 'mediaDir'>;

/** What a worker needs to know of an analysis. The pace counts on a treadmill alone; overground it is measured. */
export function jobOf(
  record: AnalysisRecord,
  { videoPath, mediaDir }: JobPaths,
  network: NetworkId,
  threads: number,
  wishes: PictureWishes,
): AnalysisJob {
  return {
    videoPath,
    view: record.analysisType === 'back_view' ? 'back' : 'side',
    fullBody: record.fullBody,
    heightM: record.heightM,
    treadmill: record.treadmill,
    paceSPerKm: record.treadmill && record.pace !== null ? parsePace(record.pace) : null,
    language: record.language,
    network,
    threads,
    mediaDir,
    output: {
      videoPath: join(mediaDir, outputVideoName(record.id)),
      thumbnailPath: join(mediaDir, thumbnailName(record.id)),
      ...wishes,
    },
    frameDataPath: join(mediaDir, frameDataName(record.id)),
    detailsPath: join(mediaDir, detailsName(record.id)),
    posesPath: join(mediaDir, posesName(record.id)),
  };
}
