import type { Course } from '../scenarios/scenario.ts';

/** A step of an analysis, milliseconds after it was started. */
export type Step =
  | { readonly kind: 'begin'; readonly afterMs: number }
  | { readonly kind: 'progress'; readonly afterMs: number; readonly percentage: number }
  | { readonly kind: 'succeed'; readonly afterMs: number }
  | { readonly kind: 'fail'; readonly afterMs: number; readonly reason: Course['reason'] };

/** An analysis as most go: the vendor says 10 to 30 seconds. */
export const ordinaryCourse: Course = {
  pendingMs: 1000,
  durationMs: 11_000,
  stuckAt: null,
  failsAt: null,
  reason: 'internal_error',
};

const tenths = [10, 20, 30, 40, 50, 60, 70, 80, 90] as const;

/** The steps of a course, in order: it begins, comes forward by tenths, and ends unless it is stuck. */
export function stepsOf({ pendingMs, durationMs, stuckAt, failsAt, reason }: Course): readonly Step[] {
  if (!Number.isFinite(pendingMs)) return [];
  const last = stuckAt ?? failsAt ?? 100;
  const at = (percentage: number): number => pendingMs + Math.round((durationMs * percentage) / 100);
  const steps: Step[] = [{ kind: 'begin', afterMs: pendingMs }];
  for (const percentage of tenths)
    if (percentage < last) steps.push({ kind: 'progress', afterMs: at(percentage), percentage });
  if (last > 0 && last < 100) steps.push({ kind: 'progress', afterMs: at(last), percentage: last });
  if (stuckAt !== null) return steps;
  return [
    ...steps,
    failsAt === null ? { kind: 'succeed', afterMs: at(100) } : { kind: 'fail', afterMs: at(failsAt), reason },
  ];
}
