import { keypointIndex, keypointNames, otherSide } from '../../../engine/pose/keypoint-names.ts';
import { buildTracks } from '../../../engine/tracks/build-tracks.ts';
import type { Tracks } from '../../../engine/tracks/tracks.ts';
import type { SyntheticPoses } from '../../../fixtures/keypoints/synthetic-poses.ts';
import { type Condition, frameRates, speedsMps } from './conditions.ts';
import { filmSynthetic } from './measure-synthetic.ts';

/** Exchanged legs and what became of them. */
export interface SwapOutcome {
  readonly condition: Condition;
  /** Frames whose legs were exchanged. */
  readonly planted: number;
  /** Those of them whose tracks keep their own leg. */
  readonly repaired: number;
  readonly untouched: number;
  /** Frames that were right and whose tracks keep the other leg. */
  readonly harmed: number;
}

const legParts = ['knee', 'ankle', 'heel', 'toe'] as const;

/** Clips on a treadmill with legs exchanged in 10 to 30 % of the frames, one frame at a time and several. */
export function swapConditions(): Condition[] {
  const all: Condition[] = [];
  for (const swapFraction of [0.1, 0.2, 0.3]) {
    for (const swapRunFrames of [1, 3, 8]) {
      for (const noisePx of [2, 4]) {
        for (const fps of frameRates.slice(0, 3)) {
          all.push({
            seed: 5000 + all.length,
            speedMps: speedsMps[all.length % speedsMps.length] ?? 3,
            fps,
            noisePx,
            scene: 'treadmill',
            side: all.length % 2 === 0 ? 'right' : 'left',
            mirrored: false,
            dropFraction: 0,
            swapFraction,
            swapRunFrames,
            rollDeg: 0,
            obliqueDeg: 0,
            paceTold: true,
          });
        }
      }
    }
  }
  return all;
}

/** Plants exchanges and looks which leg each track follows. */
export function measureSwapRepair(condition: Condition): SwapOutcome {
  const { film } = filmSynthetic(condition);
  const tracks = buildTracks(film.poses);
  let [planted, repaired, harmed] = [0, 0, 0];
  film.swapped.forEach((isPlanted, frame) => {
    const own = distance(tracks, film, frame, false) <= distance(tracks, film, frame, true);
    if (isPlanted === 1) {
      planted++;
      if (own) repaired++;
    } else if (!own) harmed++;
  });
  return { condition, planted, repaired, untouched: film.swapped.length - planted, harmed };
}

/** Sum of squared distances of the legs' known points from the exact ones, or from the other leg's; infinite where none is known. */
function distance(tracks: Tracks, { exact }: SyntheticPoses, frame: number, exchanged: boolean): number {
  let sum = 0;
  let known = 0;
  for (const side of ['left', 'right'] as const) {
    for (const part of legParts) {
      const track = tracks.points[`${side}_${part}`];
      const at = frame * keypointNames.length + keypointIndex[`${exchanged ? otherSide(side) : side}_${part}`];
      const square = (track.xPx[frame] - exact.xPx[at]) ** 2 + (track.yPx[frame] - exact.yPx[at]) ** 2;
      if (Number.isNaN(square)) continue;
      sum += square;
      known++;
    }
  }
  return known === 0 && !exchanged ? Number.POSITIVE_INFINITY : sum;
}
