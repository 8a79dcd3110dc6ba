import { pathToFileURL } from 'node:url';
import type { SideAnalysis } from '../../engine/analysis.ts';
import { toCalculatedDataBody } from '../contract/calculated-data.ts';
import type { CalculatedDataBody } from '../contract/schemas/calculated-data.ts';
import type { SuccessBody } from '../contract/schemas/results.ts';
import { toResultsBody } from '../contract/side-view-results.ts';

/** Where an analysis puts its annotated video and thumbnail. */
export interface MediaPaths {
  readonly videoPath: string;
  readonly thumbnailPath: string;
}

/** What `--json` prints; `results` and `calculated_data` are the Partner API's bodies. */
export interface ReportBodies {
  readonly video: CalculatedDataBody['quality']['video'];
  readonly results: SuccessBody;
  readonly calculated_data: CalculatedDataBody;
}

/** @param media Null when no annotated video was made: the two links are then null. */
export function reportBodies(id: string, analysis: SideAnalysis, media: MediaPaths | null): ReportBodies {
  const calculatedData = toCalculatedDataBody(analysis);
  return {
    video: calculatedData.quality.video,
    results: toResultsBody(id, analysis, {
      thumbnail: media === null ? null : pathToFileURL(media.thumbnailPath).href,
      outputVideo: media === null ? null : pathToFileURL(media.videoPath).href,
    }),
    calculated_data: calculatedData,
  };
}
