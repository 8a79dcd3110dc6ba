import type { Language } from '../../../engine/score/language.ts';
import type { AnalysisType } from '../../contract/schemas/start.ts';
import type { AnalysisResult } from '../../store/analysis-record.ts';
import type { FrameDataFile } from '../../store/frame-data-file.ts';
import type { ClipFacts } from '../intake/clip-facts.ts';
import type { RunnerRequest } from './runner-of-request.ts';

/** What the outcome of an analysis depends on; the same again gives the same bytes. */
export interface Asked extends RunnerRequest {
  readonly view: AnalysisType;
  readonly fullBody: boolean;
  readonly language: Language;
  readonly clip: ClipFacts;
  readonly documentedSample: boolean;
}

/** What an emulated analysis leaves behind. */
export interface Outcome {
  readonly result: AnalysisResult;
  readonly frameData: FrameDataFile;
}
