import type { Analysis } from '../../engine/analysis.ts';
import { decimals, round } from './rounding.ts';
import type { QualityBody } from './schemas/quality.ts';

/** The clip as it came in. */
export const videoQuality = ({ video }: Pick<Analysis, 'video'>): QualityBody['video'] => ({
  container: video.container,
  codec: video.codec,
  width: video.widthPx,
  height: video.heightPx,
  rotation: video.rotationDeg,
  frames: video.frameTimesS.length,
  fps: round(video.fps, decimals.fps),
  duration_s: round(video.durationS, decimals.timeS),
  variable_frame_rate: video.variableFrameRate,
  hdr: video.hdr,
  interlaced: video.interlaced,
});

/** How well the runner was followed. */
export const tracksQuality = ({ tracks }: Pick<Analysis, 'tracks'>): QualityBody['tracks'] => ({
  found_fraction: round(tracks.report.foundFraction, decimals.fraction),
  ambiguous_fraction: round(tracks.report.ambiguousFraction, decimals.fraction),
  leg_swaps_repaired: tracks.report.legSwapsRepaired,
  outliers_rejected: tracks.report.outliersRejected,
  gaps_filled: tracks.report.gapsFilled,
  has_feet: tracks.hasFeet,
  body_height_px: round(tracks.bodyHeightPx, decimals.pixels),
});

export const slowMotionBody = ({ timeScale }: Pick<Analysis, 'timeScale'>): QualityBody['slow_motion'] => ({
  factor: round(timeScale.factor, decimals.factor),
  source: timeScale.source,
});
