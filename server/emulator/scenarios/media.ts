import type { ScenarioGroup } from './scenario.ts';

/** What becomes of the annotated video and the thumbnail. */
export const media: ScenarioGroup = {
  title: 'Media',
  scenarios: [
    { name: 'expired-media', what: 'The links of the results have expired already.', effects: { media: 'expired' } },
    { name: 'truncated-media', what: 'Video and thumbnail end half-way.', effects: { media: 'truncated' } },
    { name: 'missing-media', what: 'The links lead to nothing: 404.', effects: { media: 'missing' } },
  ],
};
