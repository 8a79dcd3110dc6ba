import { type KeypointName, keypointNames } from '../pose/keypoint-names.ts';
import type { Track, Tracks } from '../tracks/tracks.ts';

/**
 * The tracks as a level camera would see them: turned about the picture's centre.
 *
 * @param tiltDeg Climb of the ground in the picture along the way that the runner faces.
 */
export const levelled = (tracks: Tracks, tiltDeg: number): Tracks => turned(tracks, tracks.facing * tiltDeg);

/** The tracks turned about the picture's centre. @param deg Clockwise as seen. */
export function turned(tracks: Tracks, deg: number): Tracks {
  const angle = (deg * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [centreX, centreY] = [tracks.widthPx / 2, tracks.heightPx / 2];
  const turn = ({ xPx, yPx, seen }: Track): Track => {
    const track = { xPx: new Float64Array(xPx.length), yPx: new Float64Array(xPx.length), seen };
    for (let i = 0; i < xPx.length; i++) {
      const [x, y] = [xPx[i] - centreX, yPx[i] - centreY];
      track.xPx[i] = centreX + cos * x - sin * y;
      track.yPx[i] = centreY + sin * x + cos * y;
    }
    return track;
  };
  const points = Object.fromEntries(keypointNames.map((name) => [name, turn(tracks.points[name])]));
  return { ...tracks, points: points as Record<KeypointName, Track> };
}
