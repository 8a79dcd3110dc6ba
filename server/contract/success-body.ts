import type { AnalysisBodies } from './analysis-bodies.ts';
import type { BackViewSuccessBody, SuccessBody } from './schemas/results.ts';

/** Where the pictures of one analysis can be fetched. */
export interface MediaLinks {
  readonly thumbnail: string | null;
  readonly outputVideo: string | null;
}

/** The body of `…/results` for a finished analysis, whichever its view. */
export const toSuccessBody = (
  videoId: string,
  { biomechanicalAnalysis }: Pick<AnalysisBodies, 'biomechanicalAnalysis'>,
  media: MediaLinks,
): SuccessBody | BackViewSuccessBody =>
  // A union of the two bodies, which the compiler does not make of a union within one.
  ({
    video_id: videoId,
    status: 'success',
    percentage: 100,
    thumbnail: media.thumbnail,
    output_video: media.outputVideo,
    biomechanical_analysis: biomechanicalAnalysis,
  }) as SuccessBody | BackViewSuccessBody;
