import { decideCamera } from '../../engine/gait/camera.ts';
import { findGait } from '../../engine/gait/find-gait.ts';
import { findStances } from '../../engine/gait/stances.ts';
import { measureSideView } from '../../engine/metrics/measure-side-view.ts';
import type { PoseSequence } from '../../engine/pose/pose-sequence.ts';
import { scoreSideView } from '../../engine/score/score-side-view.ts';
import { buildTracks } from '../../engine/tracks/build-tracks.ts';
import type { Contender } from '../contender/contender.ts';
import { type CoreClip, corePoses, coreRunner, coreSpeedMps } from './core-clips.ts';

/** What the core does, in order. */
export const coreStages = ['tracks', 'stances', 'gait', 'metrics', 'score'] as const;
export type CoreStage = (typeof coreStages)[number];

/** Milliseconds of each stage, clip by clip. */
export type CoreTimes = Readonly<Record<CoreStage, readonly number[]>>;

/** Clips of one kind that take turns, so that no branch is learnt by heart. */
const seeds = 5;

/** The signal core with a clock between its stages: what `measureClip` does, clip after clip, in one thread. */
export async function open(clip: CoreClip): Promise<Contender<CoreTimes>> {
  const poses = Array.from({ length: seeds }, (_, index) => corePoses(clip, index + 1));
  return {
    async round(clips) {
      const times: Record<CoreStage, number[]> = { tracks: [], stances: [], gait: [], metrics: [], score: [] };
      for (let index = 0; index < clips; index++) timeCore(poses[index % seeds], times);
      return times;
    },
  };
}

/** Takes one clip from its keypoints to its score. @param times Gets one more entry per stage. */
function timeCore(pose: PoseSequence, times: Record<CoreStage, number[]>): void {
  const { heightM } = coreRunner.parameters;
  const { network } = pose;
  let before = performance.now();
  const lap = (stage: CoreStage): void => {
    const now = performance.now();
    times[stage].push(now - before);
    before = now;
  };
  const tracks = buildTracks(pose);
  lap('tracks');
  const stances = findStances(tracks);
  lap('stances');
  const camera = decideCamera(stances, { treadmill: true });
  const gait = findGait(tracks, stances, { camera, heightM, network });
  lap('gait');
  const paceSPerKm = 1000 / coreSpeedMps;
  const { metrics } = measureSideView({ tracks, gait, camera, heightM, treadmill: true, paceSPerKm, network });
  lap('metrics');
  const { totalScore } = scoreSideView(metrics, { language: 'en', heightM });
  lap('score');
  if (totalScore === null) throw new Error('the core gave the synthetic runner no score');
}
