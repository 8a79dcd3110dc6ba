import { type DecisionId, decisions } from '../contract/decisions/catalogue.ts';

/** What is known of the place of a difference. */
export interface DecisionClues {
  /** Ids that our schema or answer is marked with there, the nearest first. */
  readonly marks: readonly (string | null)[];
  /** Ids that our operation names. */
  readonly operation: readonly string[];
  /** The answer's status, or null. */
  readonly status: string | null;
  readonly place: string;
  readonly path: string;
}

/** Decisions that every answer of a status rests on. */
const byStatus: Readonly<Record<string, DecisionId>> = {
  '401': 'keys',
  '402': 'credits',
  '403': 'keys',
  '404': 'not_found',
  '405': 'further_refusals',
  '408': 'further_refusals',
  '409': 'calculated_data_status',
  '413': 'upload_refusals',
  '415': 'upload_refusals',
  '417': 'further_refusals',
  '422': 'validation_errors',
  '429': 'rate_limit',
  '431': 'further_refusals',
  '500': 'further_refusals',
  '507': 'further_refusals',
};

/** Decisions that a field rests on, wherever it stands. */
const byField: Readonly<Record<string, readonly DecisionId[]>> = {
  height: ['height_and_weight'],
  weight: ['height_and_weight'],
  pace: ['treadmill_pace'],
  treadmill: ['form_reading'],
  full_body: ['form_reading'],
  subject_id: ['start_subject', 'analysis_lists'],
  notify_via_webhook: ['start_webhook'],
  url: ['webhook_url'],
  email: ['subject_fields'],
  name: ['subject_fields'],
  score_number: ['score_number'],
  total_score: ['score_number'],
  range_good: ['moving_ranges'],
  range_okay: ['moving_ranges'],
  texts: ['texts'],
  foot_strike_pattern: ['foot_strike'],
  running_styles: ['running_styles'],
  thumbnail: ['media_links'],
  output_video: ['media_links'],
  percentage: ['pending_percentage'],
  reason: ['failed_reason'],
  quality: ['quality'],
  angles: ['promised_numbers'],
  foot_landing: ['promised_numbers'],
  metrics: ['withheld_numbers'],
  overstride: ['overstride_score'],
};

/** A JSON pointer as the place that clues name: `/subjects/0/name` is `subjects[].name`. */
export const placeOfPointer = (pointer: string): string =>
  pointer.replace(/\/\d+/g, '[]').replace(/\//g, '.').replace(/^\./, '');

/** The decisions that a difference touches, the nearest mark alone where there is one; none for what is documented. */
export function decisionsTouched({ marks, operation, status, place, path }: DecisionClues): DecisionId[] {
  const marked = marks.filter(isDecision);
  if (marked.length > 0) return marked.slice(0, 1);
  const ofStatus = byStatus[status ?? ''];
  if (ofStatus !== undefined) return [ofStatus];
  if (status === '400') return path.endsWith('/start') ? ['upload_refusals', 'start_webhook'] : ['failed_reason'];
  const named = operation.filter(isDecision);
  for (const field of place.replaceAll('[]', '').split('.').reverse()) {
    const ofField = (Object.hasOwn(byField, field) ? byField[field] : []).filter((id) => named.includes(id));
    if (ofField.length > 0) return ofField;
  }
  return named.length <= 2 ? [...named] : [];
}

const isDecision = (id: string | null): id is DecisionId => id !== null && Object.hasOwn(decisions, id);
