import type { ScenarioGroup } from './scenario.ts';

/** What becomes of the events of an analysis that was started with `notify_via_webhook=true`. */
export const webhooks: ScenarioGroup = {
  title: 'Webhooks',
  scenarios: [
    {
      name: 'webhook-500',
      what: 'The first attempt of every event is posted, and its answer counts as 500: the event comes again on schedule, with the same `webhook-id`.',
      effects: { webhook: { kind: 'refused', attempts: 1 } },
    },
    {
      name: 'webhook-500-N',
      what: 'The same, for the first N attempts.',
      effects: (attempts) => ({ webhook: { kind: 'refused', attempts } }),
    },
    { name: 'webhook-duplicate', what: 'Every event is posted twice.', effects: { webhook: { kind: 'duplicated' } } },
    {
      name: 'webhook-out-of-order',
      what: 'The last event comes first, and the others after it, backwards.',
      effects: { webhook: { kind: 'out-of-order' } },
    },
    {
      name: 'webhook-late',
      what: 'Every event comes ten minutes late.',
      effects: { webhook: { kind: 'late', delayMs: 600_000 } },
    },
    {
      name: 'webhook-late-N',
      what: 'Every event comes N seconds late.',
      effects: (n) => ({ webhook: { kind: 'late', delayMs: 1000 * n } }),
    },
    {
      name: 'webhook-never',
      what: 'Nothing is ever posted; every attempt counts as unanswered until the event is given up.',
      effects: { webhook: { kind: 'never' } },
    },
  ],
};
