import type { HttpErrorName } from '../../contract/errors.ts';
import type { Scenario, ScenarioGroup } from './scenario.ts';

/** Documented refusals by the scenario that brings each about. */
const refused = {
  unauthorized: 'api_key_missing',
  forbidden: 'api_key_invalid',
  'insufficient-credits': 'insufficient_credits',
  'analysis-not-found': 'analysis_not_found',
  'subject-not-found': 'subject_not_found',
  'results-not-ready': 'results_not_ready',
  'frame-data-not-found': 'frame_data_not_found',
  'video-too-large': 'video_too_large',
  'video-too-long': 'video_too_long',
  'unsupported-format': 'unsupported_video_format',
  'invalid-video': 'invalid_video',
  'webhook-not-configured': 'webhook_not_configured',
  'malformed-form': 'malformed_form',
  'request-timeout': 'request_timeout',
  'storage-full': 'storage_full',
  'store-unavailable': 'store_unavailable',
  'server-error': 'internal_error',
} as const satisfies Record<string, HttpErrorName>;

/** Refusals, as the contract words them. */
export const refusals: ScenarioGroup = {
  title: 'Refused requests',
  scenarios: [
    ...Object.entries(refused).map(
      ([name, error]): Scenario => ({
        name,
        what: `The request is refused with \`${error}\`.`,
        effects: { refusal: { error, ...(error === 'store_unavailable' && { retryAfterS: 5 }) } },
      }),
    ),
    {
      name: 'server-error-N',
      what: 'The first N requests of this name are answered 500, the next one passes.',
      effects: (times) => ({ refusal: { error: 'internal_error', times } }),
    },
    {
      name: 'rate-limited',
      what: 'Answered 429 with `Retry-After: 5`, every time.',
      effects: { refusal: { error: 'rate_limited', retryAfterS: 5 } },
    },
    {
      name: 'rate-limited-N',
      what: 'The first N requests of this name are answered 429 with `Retry-After: 1`, the next one passes.',
      effects: (times) => ({ refusal: { error: 'rate_limited', retryAfterS: 1, times } }),
    },
    {
      name: 'last-credit',
      what: 'This start takes the partner’s last credit; the next one is answered 402.',
      effects: { creditsLeft: 1 },
    },
    {
      name: 'credits-N',
      what: 'The partner has N credits left at this start; without any it is answered 402.',
      effects: (creditsLeft) => ({ creditsLeft }),
    },
  ],
};
