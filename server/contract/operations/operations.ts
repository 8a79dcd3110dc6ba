import { createSubject } from './create-subject.ts';
import { deleteAnalysis } from './delete-analysis.ts';
import { deleteSubject } from './delete-subject.ts';
import { getCalculatedData } from './get-calculated-data.ts';
import { getFrameData } from './get-frame-data.ts';
import { getHealth } from './get-health.ts';
import { getLlmsTxt } from './get-llms-txt.ts';
import { getMedia } from './get-media.ts';
import { getOpenApi } from './get-openapi.ts';
import { getReadiness } from './get-readiness.ts';
import { getResults } from './get-results.ts';
import { getSubject } from './get-subject.ts';
import { getWebhook } from './get-webhook.ts';
import { listAnalyses } from './list-analyses.ts';
import { listSubjectAnalyses } from './list-subject-analyses.ts';
import { listSubjects } from './list-subjects.ts';
import type { Operation } from './operation.ts';
import { saveWebhook } from './save-webhook.ts';
import { startAnalysis } from './start-analysis.ts';
import { updateSubject } from './update-subject.ts';

/** Every endpoint, in the order of the document. */
export const operations: readonly Operation[] = [
  startAnalysis,
  getResults,
  getCalculatedData,
  getFrameData,
  listAnalyses,
  listSubjectAnalyses,
  deleteAnalysis,
  createSubject,
  listSubjects,
  getSubject,
  updateSubject,
  deleteSubject,
  getWebhook,
  saveWebhook,
  getOpenApi,
  getLlmsTxt,
  getHealth,
  getReadiness,
  getMedia,
];
