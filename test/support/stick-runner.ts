import type { SideAnalysis } from '../../engine/analysis.ts';
import { type KeypointName, keypointNames } from '../../engine/pose/keypoint-names.ts';
import type { Track } from '../../engine/tracks/tracks.ts';
import type { VideoProbe } from '../../engine/video/video.ts';
import { sampleAnalysis } from './sample-analysis.ts';

/** Where a keypoint lies from the runner's feet, in body heights, x ahead and y up. */
const standing: Readonly<Record<string, readonly [number, number]>> = {
  nose: [0.06, 0.93],
  eye: [0.05, 0.95],
  ear: [0.01, 0.94],
  shoulder: [0.02, 0.8],
  elbow: [-0.05, 0.63],
  wrist: [0.1, 0.6],
  hip: [0, 0.5],
  knee: [0.05, 0.27],
  ankle: [0, 0.05],
  heel: [-0.04, 0.01],
  toe: [0.1, 0],
};

/** Tracks and contacts of a figure that bobs on the spot, its height and feet placed as shares of the picture's height. */
export function stickRunner(
  video: VideoProbe,
  { height = 0.5, feet = 0.9, facing = 1 }: { height?: number; feet?: number; facing?: 1 | -1 } = {},
): Pick<SideAnalysis, 'view' | 'video' | 'tracks' | 'gait' | 'metrics' | 'ground' | 'score'> {
  const { widthPx, heightPx, frameTimesS } = video;
  const sample = sampleAnalysis();
  const trackOf = (name: KeypointName): Track => {
    const [ahead, up] = standing[name.replace(/^(left|right)_/, '')];
    const spread = name.startsWith('left') ? 0.02 : -0.02;
    return {
      xPx: Float64Array.from(frameTimesS, () => widthPx / 2 + facing * (ahead + spread) * height * heightPx),
      yPx: Float64Array.from(frameTimesS, (t) => (feet - up * height) * heightPx + 2 * Math.sin(18 * t)),
      seen: new Uint8Array(frameTimesS.length).fill(1),
    };
  };
  return {
    view: 'side',
    video,
    metrics: sample.metrics,
    ground: sample.ground,
    score: sample.score,
    gait: {
      contacts: [
        { side: 'left', touchdownS: 0.1, midStanceS: 0.2, toeOffS: 0.3 },
        { side: 'right', touchdownS: 0.45, midStanceS: 0.55, toeOffS: 0.65 },
      ],
      strideS: 0.7,
      strideSeS: 0.01,
      runSpeedPxS: 300,
      running: true,
    },
    tracks: {
      ...sample.tracks,
      frameCount: frameTimesS.length,
      widthPx,
      heightPx,
      timesS: frameTimesS,
      facing,
      bodyHeightPx: height * heightPx,
      points: Object.fromEntries(keypointNames.map((name) => [name, trackOf(name)])) as Record<KeypointName, Track>,
    },
  };
}
