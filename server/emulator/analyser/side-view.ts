import { toCalculatedDataBody } from '../../contract/calculated-data.ts';
import { calculatedDataExample } from '../../contract/examples/calculated-data.ts';
import { sideViewExample } from '../../contract/examples/results.ts';
import { toSideViewAnalysisBody } from '../../contract/side-view-results.ts';
import type { Asked, Outcome } from './emulated-analysis.ts';
import { filmRunner } from './film-runner.ts';
import { frameDataOf } from './frame-data.ts';

/** A side view of a synthetic runner, or the vendor's documented sample. */
export function emulateSideView(asked: Asked): Outcome {
  const analysis = filmRunner(asked);
  const frameData = frameDataOf(analysis, asked.clip.frameCount);
  if (asked.documentedSample) {
    const { biomechanical_analysis: biomechanicalAnalysis } = sideViewExample;
    return { result: { biomechanicalAnalysis, calculatedData: calculatedDataExample }, frameData };
  }
  return {
    result: {
      biomechanicalAnalysis: toSideViewAnalysisBody(analysis),
      calculatedData: toCalculatedDataBody(analysis),
    },
    frameData,
  };
}
