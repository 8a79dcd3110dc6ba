import type { AnalysisProgress, FrameCount, Stage } from './analysis.ts';

/** Tells how far a stage is, as a share of the stage from 0 to 1, with the frames where it counts them. */
export type ReportStage = (stage: Stage, fraction: number, frames?: FrameCount) => void;

/** Share of the whole that each stage ends at, from the usual cost of the stages. */
const endsAt = {
  withMedia: { probe: 2, model: 5, pose: 58, metrics: 60, render: 100 },
  withoutMedia: { probe: 3, model: 7, pose: 97, metrics: 100, render: 100 },
} as const;

const order: readonly Stage[] = ['probe', 'model', 'pose', 'metrics', 'render'];

/** Turns the stages' own progress into one percentage that never falls. */
export function stageProgress(
  onProgress: ((progress: AnalysisProgress) => void) | undefined,
  withMedia: boolean,
): ReportStage {
  const ends = withMedia ? endsAt.withMedia : endsAt.withoutMedia;
  let highest = 0;
  return (stage, fraction, frames) => {
    const before = order[order.indexOf(stage) - 1];
    const start = before === undefined ? 0 : ends[before];
    const share = Math.min(1, Math.max(0, fraction));
    highest = Math.max(highest, start + share * (ends[stage] - start));
    onProgress?.({ stage, percentage: highest, frames: frames ?? null });
  };
}
