import type { Tracks } from '../tracks/tracks.ts';
import type { NetworkCalibration } from './network-calibration.ts';

/**
 * Metres that a pixel covers at the middle of the runner, from the standing height; NaN when the body was not seen.
 *
 * At 4 m the near leg is drawn 1.8 % larger than the body's middle and the far one as much smaller. The body's height is
 * the mean of both sides' (`body-height.ts`), and whatever is measured with this scale is either in the middle (hips) or the
 * mean of both legs (the standing foot's speed), so that the two cancel: within 0.4 % from 2.5 m on.
 */
export const metresPerPx = (tracks: Tracks, heightM: number, calibration: NetworkCalibration): number =>
  heightM / (tracks.bodyHeightPx * calibration.heightFactor);
