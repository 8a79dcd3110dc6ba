import { readFileSync } from 'node:fs';
import { type KeypointName, keypointIndex, keypointNames } from '../engine/pose/keypoint-names.ts';
import type { PoseSequence } from '../engine/pose/pose-sequence.ts';

interface SeenFile {
  readonly fps: number;
  readonly width: number;
  readonly height: number;
  readonly keypoint_names: readonly string[];
  readonly frames: readonly (readonly (readonly [xPx: number, yPx: number, score: number])[])[];
}

/** The published names `l_big_toe`, `r_knee`, `nose` as ours; null for points that are not used. */
function ownName(name: string): KeypointName | null {
  const full = name.replace(/^l_/, 'left_').replace(/^r_/, 'right_').replace('big_toe', 'toe');
  return full in keypointIndex ? (full as KeypointName) : null;
}

/**
 * Keypoints that RTMPose (26 points of Halpe) saw in a clip, as a network's of one's own.
 *
 * @param most Frames that are taken, from the first on.
 */
export function rtmposePoses(path: string, most = Number.POSITIVE_INFINITY): PoseSequence {
  const clip = JSON.parse(readFileSync(path, 'utf8')) as SeenFile;
  const frameCount = Math.min(most, clip.frames.length);
  const blank = (): Float64Array => new Float64Array(frameCount * keypointNames.length).fill(Number.NaN);
  const pose = { xPx: blank(), yPx: blank(), score: blank().fill(0) };
  for (const [frame, points] of clip.frames.slice(0, frameCount).entries()) {
    for (const [k, [x, y, score]] of points.entries()) {
      const name = ownName(clip.keypoint_names[k] ?? '');
      if (name === null) continue;
      const element = frame * keypointNames.length + keypointIndex[name];
      pose.xPx[element] = x;
      pose.yPx[element] = y;
      pose.score[element] = Math.min(1, score);
    }
  }
  return {
    network: 'custom',
    frameCount,
    widthPx: clip.width,
    heightPx: clip.height,
    timesS: Float64Array.from({ length: frameCount }, (_, i) => i / clip.fps),
    found: new Uint8Array(frameCount).fill(1),
    people: null,
    ...pose,
  };
}
