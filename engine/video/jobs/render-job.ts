import type { JobCounts, RenderJob } from '../protocol.ts';
export function runRender(_job: RenderJob): JobCounts {
  throw new Error('later');
}
