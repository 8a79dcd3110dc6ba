import type { ErrorCode } from '../../../engine/errors/catalogue.ts';
import type { ScenarioGroup } from './scenario.ts';

const failures = {
  'fail-no-person': 'no_person',
  'fail-deadline': 'deadline_exceeded',
  'fail-decoder': 'decoder_failed',
  'fail-truncated': 'video_truncated',
  'fail-inference': 'inference_failed',
} as const satisfies Record<string, ErrorCode>;

const percent = (n: number): number => Math.min(99, Math.max(0, n));

/** How an analysis comes to its end, or does not. */
export const courses: ScenarioGroup = {
  title: 'Slow, stuck and failed analyses',
  scenarios: [
    { name: 'slow', what: 'Takes two minutes.', effects: { course: { durationMs: 120_000 } } },
    { name: 'slow-N', what: 'Takes N seconds.', effects: (n) => ({ course: { durationMs: 1000 * n } }) },
    {
      name: 'queued-N',
      what: 'Waits for N seconds before work begins.',
      effects: (n) => ({ course: { pendingMs: 1000 * n } }),
    },
    { name: 'stuck-pending', what: 'Waits for ever.', effects: { course: { pendingMs: Number.POSITIVE_INFINITY } } },
    { name: 'stuck-at-N', what: 'Stays at N % for ever.', effects: (n) => ({ course: { stuckAt: percent(n) } }) },
    {
      name: 'fail',
      what: 'Fails half-way, with an internal error.',
      effects: { course: { failsAt: 50, reason: 'internal_error' } },
    },
    ...Object.entries(failures).map(([name, reason]) => ({
      name,
      what: `Fails half-way with the reason \`${reason}\`; the credit is given back.`,
      effects: { course: { failsAt: 50, reason } },
    })),
    {
      name: 'fail-late',
      what: 'Fails at 99 %, after a minute.',
      effects: { course: { durationMs: 60_000, failsAt: 99, reason: 'internal_error' } },
    },
    {
      name: 'fail-at-N',
      what: 'Fails once it has come to N %.',
      effects: (n) => ({ course: { failsAt: percent(n), reason: 'internal_error' } }),
    },
  ],
};
