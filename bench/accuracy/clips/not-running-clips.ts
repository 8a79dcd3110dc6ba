import { existsSync } from 'node:fs';
import { measureClip } from '../../../engine/measure-clip.ts';
import { estimatePoses } from '../../../engine/pose/estimate-poses.ts';
import type { NetworkId } from '../../../models/registry.ts';
import { sharedDataPath } from '../../known-clips.ts';

/** People who walk, and somebody with dumbbells. */
const files = [
  'walking_side_1280x720_30fps.mp4',
  'dumbbell_not_running_1280x720.mp4',
  'outdoor_walk_scene_1768x994.mp4',
] as const;

/** What a clip that shows no running was taken for. */
export interface NotRunningOutcome {
  readonly file: string;
  /** Whether anything was reported of it. */
  readonly reported: boolean;
}

/** Reads every clip without running that is on this machine, a treadmill's pace told, which is known even of somebody who walks. */
export async function measureNotRunning(network: NetworkId): Promise<NotRunningOutcome[]> {
  const outcomes: NotRunningOutcome[] = [];
  for (const file of files) {
    const path = sharedDataPath(`not-running/${file}`);
    if (!existsSync(path)) continue;
    const poses = await estimatePoses(path, { network });
    const { metrics } = measureClip(poses, { heightM: 1.75, treadmill: true, paceSPerKm: 330, language: 'en' });
    outcomes.push({ file, reported: isAnythingReported(metrics) });
  }
  return outcomes;
}

/** Whether any number of a result is not withheld. */
function isAnythingReported(result: unknown): boolean {
  if (Array.isArray(result)) return result.some(isAnythingReported);
  if (typeof result !== 'object' || result === null) return typeof result === 'number';
  return Object.entries(result).some(([key, value]) => key !== 'n' && isAnythingReported(value));
}
