import type { Analysis } from '../../engine/analysis.ts';
import { decimals, round } from '../contract/rounding.ts';
import { fixed } from '../details/fixed.ts';

/** What was read of a clip, in one line. */
export function clipLine({ video, camera, tracks }: Analysis, contacts: number): string {
  const seen = Math.round(100 * round(tracks.report.foundFraction, decimals.fraction));
  return [
    `${video.widthPx}x${video.heightPx}, ${fixed(round(video.fps, decimals.fps), 2)} fps, ${fixed(round(video.durationS, decimals.timeS), 2)} s, ${video.codec}`,
    `camera ${camera}, runner seen in ${seen} % of the frames, ${contacts} contacts`,
  ].join('; ');
}
