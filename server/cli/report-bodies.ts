import { pathToFileURL } from 'node:url';
import type { Analysis } from '../../engine/analysis.ts';
import { type AnalysisBodies, toAnalysisBodies } from '../contract/analysis-bodies.ts';
import { toSuccessBody } from '../contract/success-body.ts';
import type { Details } from '../details/details.ts';
import type { DetailsRequest } from '../details/to-details.ts';

/** Where an analysis puts its annotated video and thumbnail. */
export interface MediaPaths {
  readonly videoPath: string;
  readonly thumbnailPath: string;
}

/** What `--json` prints; `results` and `calculated_data` are the Partner API's bodies, `details` is what a person looks at. */
export interface ReportBodies {
  readonly video: AnalysisBodies['calculatedData']['quality']['video'];
  readonly results: ReturnType<typeof toSuccessBody>;
  readonly calculated_data: AnalysisBodies['calculatedData'];
  readonly details: Details;
}

/** @param media Null when no annotated video was made: the two links are then null. */
export async function reportBodies(
  id: string,
  analysis: Analysis,
  request: DetailsRequest,
  media: MediaPaths | null,
): Promise<ReportBodies> {
  // Loaded when there is something to tell.
  const { toDetails } = await import('../details/to-details.ts');
  const answered = toAnalysisBodies(analysis, request.language);
  return {
    video: answered.calculatedData.quality.video,
    results: toSuccessBody(id, answered, {
      thumbnail: media === null ? null : pathToFileURL(media.thumbnailPath).href,
      outputVideo: media === null ? null : pathToFileURL(media.videoPath).href,
    }),
    calculated_data: answered.calculatedData,
    details: toDetails(analysis, request),
  };
}
