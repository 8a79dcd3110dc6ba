import { pathToFileURL } from 'node:url';
import type { Analysis } from '../../engine/analysis.ts';
import { toCalculatedDataBody } from '../contract/calculated-data.ts';
import { toResultsBody } from '../contract/side-view-results.ts';

/** Where an analysis puts its annotated video and thumbnail. */
export interface MediaPaths {
  readonly videoPath: string;
  readonly thumbnailPath: string;
}

/** What `--json` prints; `results` and `calculated_data` are the Partner API's bodies. */
export interface ReportBodies {
  readonly video: object;
  readonly results: object;
  readonly calculated_data: object;
}

/** @param media Null when no annotated video was made: the two links are then null. */
export function reportBodies(id: string, analysis: Analysis, media: MediaPaths | null): ReportBodies {
  const { video } = analysis;
  return {
    video: {
      container: video.container,
      codec: video.codec,
      width: video.widthPx,
      height: video.heightPx,
      rotation: video.rotationDeg,
      fps: Number(video.fps.toFixed(3)),
      frames: analysis.pose.frameCount,
      duration_s: Number(video.durationS.toFixed(3)),
      variable_frame_rate: video.variableFrameRate,
      hdr: video.hdr,
    },
    results: toResultsBody(id, analysis, {
      thumbnail: media === null ? null : pathToFileURL(media.thumbnailPath).href,
      outputVideo: media === null ? null : pathToFileURL(media.videoPath).href,
    }),
    calculated_data: toCalculatedDataBody(analysis),
  };
}
