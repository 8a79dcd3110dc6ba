import type { AnalysisType } from '../../../contract/schemas/start.ts';
import type { HistoryMetric, SubjectHistory } from '../../api/subjects.ts';
import { isTooUncertain } from '../result/measured-words.ts';

/** One measured value at a date. */
export interface HistoryPoint {
  readonly analysisId: string;
  readonly atMs: number;
  readonly side: HistoryMetric['side'];
  readonly value: number;
  /** Of its error bar. */
  readonly halfWidth: number;
}

/** A metric over time, both legs together. */
export interface MetricHistory {
  readonly id: string;
  readonly unit: HistoryMetric['unit'];
  /** In order of time; what was withheld, and what is too uncertain to tell anything, is left out. */
  readonly points: readonly HistoryPoint[];
}

/** The histories of every metric that was measured in a view, in the order in which analyses list them. */
export function metricHistories(entries: SubjectHistory, view: AnalysisType): MetricHistory[] {
  const histories = new Map<string, { id: string; unit: HistoryMetric['unit']; points: HistoryPoint[] }>();
  for (const { analysisId, createdAtMs, analysisType, metrics } of entries) {
    if (analysisType !== view) continue;
    for (const { id, side, value, halfWidth, unit } of metrics) {
      if (value === null || isTooUncertain({ halfWidth, unit })) continue;
      const history = histories.get(id) ?? { id, unit, points: [] };
      history.points.push({ analysisId, atMs: createdAtMs, side, value, halfWidth: halfWidth ?? 0 });
      histories.set(id, history);
    }
  }
  return [...histories.values()];
}
