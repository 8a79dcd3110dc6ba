import type { WithheldReason } from '../../engine/metrics/measured.ts';
import type { AnalysisBodies } from './analysis-bodies.ts';

/** The parts of `quality` that hold the worth of the runner's numbers, in either view. */
const ofNumbers = [
  ...['metrics', 'overstride', 'angles', 'segments', 'additional'],
  ...['pronation', 'pelvic_drop', 'knee_adduction', 'hip_adduction', 'gait_cycle'],
] as const;

/**
 * The reason of most numbers of a clip in which nothing could be measured; null where anything was.
 *
 * @param bodies As another process told them.
 */
export function unmeasuredReason(bodies: Partial<Pick<AnalysisBodies, 'calculatedData'>>): WithheldReason | null {
  const parts: Readonly<Record<string, unknown>> = bodies.calculatedData?.quality ?? {};
  const counts = new Map<WithheldReason, number>();
  for (const part of ofNumbers) {
    for (const reason of reasonsIn(parts[part])) {
      if (reason === null) return null;
      counts.set(reason, (counts.get(reason) ?? 0) + 1);
    }
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

/** Why each number within was withheld; null for one that was not. */
function reasonsIn(part: unknown): (WithheldReason | null)[] {
  if (typeof part !== 'object' || part === null) return [];
  if ('half_width' in part) return ['reason' in part ? (part.reason as WithheldReason) : null];
  return Object.values(part).flatMap(reasonsIn);
}
