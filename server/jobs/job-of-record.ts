import { join } from 'node:path';
import type { NetworkId } from '../../models/registry.ts';
import { parsePace } from '../contract/pace.ts';
import type { AnalysisRecord } from '../store/analysis-record.ts';
import type { DataDir } from '../store/data-dir.ts';
import { frameDataName, mediaFolder, outputVideoName, thumbnailName } from '../store/media-files.ts';
import type { AnalysisJob } from './job-messages.ts';

/** What a worker needs to know of an analysis. The pace counts on a treadmill alone; overground it is measured. */
export function jobOf(
  record: AnalysisRecord,
  dir: DataDir,
  network: NetworkId,
  threads: number,
  blurFace: boolean,
): AnalysisJob {
  const mediaDir = mediaFolder(dir, record.id);
  return {
    videoPath: join(dir.uploadsDir, record.uploadName),
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
      blurFace,
    },
    frameDataPath: join(mediaDir, frameDataName(record.id)),
  };
}
