import { uniformAt } from '../../../fixtures/seeded-random.ts';
import type { Effects } from '../scenarios/scenario.ts';
import type { FaultRule } from '../world/behaviour.ts';

/** Keys of the random numbers, one for each fault. */
const draw = { latency: 1, reset: 2, error: 3, rateLimit: 4 } as const;

/**
 * What a rule has in store for one request.
 *
 * @param seed Of the world.
 * @param request Its place in the world's journal.
 */
export function faultsByChance(
  rule: FaultRule,
  { seed, request, operation }: { readonly seed: number; readonly request: number; readonly operation: string | null },
): Effects {
  if (rule.operations.length > 0 && (operation === null || !rule.operations.includes(operation))) return {};
  const happens = (key: number, share: number): boolean => share > 0 && uniformAt(seed, key, request) < share;
  const jitter = rule.jitterMs * (2 * uniformAt(seed, draw.latency, request) - 1);
  const latencyMs = Math.max(0, Math.round(rule.latencyMs + jitter));
  return {
    ...(latencyMs > 0 && { latencyMs }),
    ...(happens(draw.reset, rule.resetShare) && { connection: 'reset' as const }),
    ...(happens(draw.error, rule.errorShare) && { refusal: { error: 'internal_error' as const } }),
    ...(happens(draw.rateLimit, rule.rateLimitShare) && {
      refusal: { error: 'rate_limited' as const, retryAfterS: 1 },
    }),
  };
}
