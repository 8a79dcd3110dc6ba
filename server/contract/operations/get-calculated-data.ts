import { Type } from 'typebox';
import { backViewCalculatedDataExample } from '../examples/back-view-calculated-data.ts';
import { calculatedDataExample } from '../examples/calculated-data.ts';
import { BackViewCalculatedDataSchema, PronationCalculatedDataSchema } from '../schemas/back-view-calculated-data.ts';
import { CalculatedDataSchema } from '../schemas/calculated-data.ts';
import { defineOperation } from './operation.ts';
import { AnalysisParamsSchema } from './params.ts';

/** `GET /analysis/{analysis_id}/results/calculated_data`. */
export const getCalculatedData = defineOperation({
  id: 'getCalculatedData',
  method: 'GET',
  path: '/analysis/{analysis_id}/results/calculated_data',
  tag: 'Analyses',
  summary: 'The numbers of a finished analysis',
  description:
    'Speed, cadence, contact and flight, joint angles over the gait cycle, every foot landing. A number that cannot be measured is null; `quality` gives the uncertainty of each number, or the reason why it is missing.',
  params: AnalysisParamsSchema,
  answers: {
    200: {
      description: 'The numbers; their form depends on the view of the analysis.',
      schema: Type.Union([CalculatedDataSchema, BackViewCalculatedDataSchema, PronationCalculatedDataSchema]),
      examples: { side_view: calculatedDataExample, back_view: backViewCalculatedDataExample },
    },
  },
  errors: ['analysis_not_found', 'results_not_ready', 'results_not_available'],
  decisions: [
    'calculated_data_status',
    'withheld_numbers',
    'quality',
    'promised_numbers',
    'overstride_score',
    'foot_strike',
    'treadmill_pace',
    'back_view',
    'not_found',
  ],
});
