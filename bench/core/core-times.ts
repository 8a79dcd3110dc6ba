import { decideCamera } from '../../engine/gait/camera.ts';
import { findCutFrame } from '../../engine/gait/clip-cut.ts';
import { findGait } from '../../engine/gait/find-gait.ts';
import { groundLine } from '../../engine/gait/ground-line.ts';
import { findStances } from '../../engine/gait/stances.ts';
import { measureSideView } from '../../engine/metrics/measure-side-view.ts';
import type { PoseSequence } from '../../engine/pose/pose-sequence.ts';
import { crossChecks } from '../../engine/quality/cross-checks.ts';
import { scoreSideView } from '../../engine/score/score-side-view.ts';
import { buildTracks } from '../../engine/tracks/build-tracks.ts';
import type { Contender } from '../contender/contender.ts';
import { type CoreClip, corePoses, coreRequest } from './core-clips.ts';

/** What the core does, in order. */
export const coreStages = ['tracks', 'stances', 'cut', 'ground', 'gait', 'metrics', 'checks', 'score'] as const;
export type CoreStage = (typeof coreStages)[number];

/** Milliseconds of each stage, clip by clip. */
export type CoreTimes = Readonly<Record<CoreStage, readonly number[]>>;

/** Clips of one kind that take turns, so that no branch is learnt by heart. */
const seeds = 5;

/** The signal core with a clock between its stages: what `measureClip` does of such a clip, clip after clip, in one thread. */
export async function open(clip: CoreClip): Promise<Contender<CoreTimes>> {
  const poses = Array.from({ length: seeds }, (_, index) => corePoses(clip, index + 1));
  return {
    async round(clips) {
      const times: Record<CoreStage, number[]> = {
        tracks: [],
        stances: [],
        cut: [],
        ground: [],
        gait: [],
        metrics: [],
        checks: [],
        score: [],
      };
      for (let index = 0; index < clips; index++) {
        let before = performance.now();
        const { score } = runCore(poses[index % seeds], (stage) => {
          const now = performance.now();
          times[stage].push(now - before);
          before = now;
        });
        if (score.totalScore === null) throw new Error('the core gave the synthetic runner no score');
      }
      return times;
    },
  };
}

/** Takes one clip from its keypoints to its score. @param onStage Told at the end of each stage. */
export function runCore(pose: PoseSequence, onStage: (stage: CoreStage) => void) {
  const { network } = pose;
  const tracks = buildTracks(pose);
  onStage('tracks');
  const stances = findStances(tracks);
  if (stances === null) throw new Error('the core found no stances');
  onStage('stances');
  if (findCutFrame(pose, tracks, stances.stride.strideS) !== null)
    throw new Error('the core took the whole clip for a cut one');
  onStage('cut');
  const camera = decideCamera(stances, coreRequest);
  const ground = groundLine(tracks, stances, camera);
  if (ground.tilted) throw new Error('the core took the level ground for tilted');
  onStage('ground');
  const { heightM, treadmill, paceSPerKm, language } = coreRequest;
  const gait = findGait(tracks, stances, { camera, heightM, network });
  onStage('gait');
  const { levelUncertaintyDeg } = ground;
  const input = { tracks, gait, camera, heightM, treadmill, paceSPerKm, network, levelUncertaintyDeg, shoes: null };
  const { metrics } = measureSideView(input);
  onStage('metrics');
  const checks = crossChecks(input, stances, metrics);
  onStage('checks');
  const score = scoreSideView(metrics, { language, heightM });
  onStage('score');
  return { metrics, crossChecks: checks, score };
}
