import type { Analysis } from '../../engine/analysis.ts';

/** What was read of a clip, in one line. */
export function clipLine({ video, camera, tracks }: Analysis, contacts: number): string {
  const seen = Math.round(100 * tracks.report.foundFraction);
  return [
    `${video.widthPx}x${video.heightPx}, ${video.fps.toFixed(2)} fps, ${video.durationS.toFixed(2)} s, ${video.codec}`,
    `camera ${camera}, runner seen in ${seen} % of the frames, ${contacts} contacts`,
  ].join('; ');
}
