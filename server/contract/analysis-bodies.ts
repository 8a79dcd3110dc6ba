import type { Analysis } from '../../engine/analysis.ts';
import type { Language } from '../../engine/score/language.ts';
import { toBackViewCalculatedDataBody } from './back-view-calculated-data.ts';
import { toBackViewAnalysisBody } from './back-view-results.ts';
import { toCalculatedDataBody } from './calculated-data.ts';
import type { BackViewAnalysisBody, PronationAnalysisBody } from './schemas/back-view-analysis.ts';
import type { BackViewCalculatedDataBody, PronationCalculatedDataBody } from './schemas/back-view-calculated-data.ts';
import type { SideViewAnalysisBody } from './schemas/biomechanical-analysis.ts';
import type { CalculatedDataBody } from './schemas/calculated-data.ts';
import { toSideViewAnalysisBody } from './side-view-results.ts';

/** What a finished analysis answers, whichever its view. */
export interface AnalysisBodies {
  readonly biomechanicalAnalysis: SideViewAnalysisBody | BackViewAnalysisBody | PronationAnalysisBody;
  readonly calculatedData: CalculatedDataBody | BackViewCalculatedDataBody | PronationCalculatedDataBody;
}

/** An analysis as the API's bodies. @param language Of the warnings; that of the other texts is the score's. */
export const toAnalysisBodies = (analysis: Analysis, language: Language = 'en'): AnalysisBodies =>
  analysis.view === 'side'
    ? {
        biomechanicalAnalysis: toSideViewAnalysisBody(analysis),
        calculatedData: toCalculatedDataBody(analysis, language),
      }
    : {
        biomechanicalAnalysis: toBackViewAnalysisBody(analysis),
        calculatedData: toBackViewCalculatedDataBody(analysis, language),
      };
