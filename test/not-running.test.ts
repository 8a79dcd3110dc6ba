import { describe, expect, it } from 'vitest';
import { analyze } from '../engine/analyze.ts';
import { requireShared } from './support/shared.ts';

const clips = [
  { name: 'somebody who walks', file: 'walking_side_1280x720_30fps.mp4' },
  { name: 'somebody with dumbbells', file: 'dumbbell_not_running_1280x720.mp4' },
  { name: 'walkers in a street', file: 'outdoor_walk_scene_1768x994.mp4' },
];

/** Every number and every word that a result holds, but for sample sizes and what was denied. */
function saidIn(result: unknown): unknown[] {
  if (Array.isArray(result)) return result.flatMap(saidIn);
  if (typeof result !== 'object' || result === null) return result === null || result === false ? [] : [result];
  return Object.entries(result).flatMap(([key, value]) => (key === 'n' || key === 'reason' ? [] : saidIn(value)));
}

describe('clips that are not of running', { timeout: 180_000 }, () => {
  for (const { name, file } of clips) {
    it(`${name}: no metric and no score`, async (context) => {
      const { metrics, score, gait } = await analyze({
        videoPath: requireShared(context, `data/not-running/${file}`),
        view: 'side',
        heightM: 1.75,
        // A belt's pace is known even of somebody who walks on it.
        treadmill: true,
        paceSPerKm: 330,
        language: 'en',
        network: 'blazepose-full',
        output: null,
      });
      expect(gait.running).toBe(false);
      expect(gait.contacts).toHaveLength(0);
      expect(saidIn(metrics)).toEqual([]);
      expect(['not_running', 'wrong_view']).toContain(metrics.speedMps.reason);
      expect(score.totalScore).toBeNull();
    });
  }
});
