const minute = 60_000;
const hour = 60 * minute;

/** How long to wait after the first, second … failed attempt, milliseconds; the last holds for all further ones. */
const delaysMs = [5000, 30_000, 2 * minute, 10 * minute, 30 * minute, hour, 2 * hour, 4 * hour] as const;
/** By how much a delay is longer or shorter by chance, so that what failed together does not come back together. */
const jitter = 0.1;

/**
 * When to try an event again after `attempts` failed attempts; null when its time is over. The last attempt is made
 * when the time runs out.
 *
 * @param random From 0 to 1.
 */
export function nextAttemptMs(attempts: number, nowMs: number, expiresAtMs: number, random: number): number | null {
  if (nowMs >= expiresAtMs) return null;
  const delay = delaysMs[Math.min(Math.max(attempts, 1), delaysMs.length) - 1];
  return Math.min(expiresAtMs, Math.round(nowMs + delay * (1 + jitter * (2 * random - 1))));
}
