import type { MetricDetails } from '../details/details.ts';

/**
 * One number out of the details.
 *
 * @param side Of numbers that either leg has.
 * @throws Error There is no such number.
 */
export function metricNamed(
  metrics: readonly MetricDetails[],
  id: string,
  side: MetricDetails['side'] = null,
): MetricDetails {
  const found = metrics.find((metric) => metric.id === id && metric.side === side);
  if (found === undefined) throw new Error(`no metric ${id}`);
  return found;
}
