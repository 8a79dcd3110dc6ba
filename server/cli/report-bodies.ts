import { pathToFileURL } from 'node:url';
import type { Analysis } from '../../engine/analysis.ts';
import { type AnalysisBodies, toAnalysisBodies } from '../contract/analysis-bodies.ts';
import { toSuccessBody } from '../contract/success-body.ts';

/** Where an analysis puts its annotated video and thumbnail. */
export interface MediaPaths {
  readonly videoPath: string;
  readonly thumbnailPath: string;
}

/** What `--json` prints; `results` and `calculated_data` are the Partner API's bodies. */
export interface ReportBodies {
  readonly video: AnalysisBodies['calculatedData']['quality']['video'];
  readonly results: ReturnType<typeof toSuccessBody>;
  readonly calculated_data: AnalysisBodies['calculatedData'];
}

/** @param media Null when no annotated video was made: the two links are then null. */
export function reportBodies(id: string, analysis: Analysis, media: MediaPaths | null): ReportBodies {
  const answered = toAnalysisBodies(analysis);
  return {
    video: answered.calculatedData.quality.video,
    results: toSuccessBody(id, answered, {
      thumbnail: media === null ? null : pathToFileURL(media.thumbnailPath).href,
      outputVideo: media === null ? null : pathToFileURL(media.videoPath).href,
    }),
    calculated_data: answered.calculatedData,
  };
}
