import type { Details } from '../details/details.ts';
import { metricsTable } from '../export/tables/result-tables.ts';
import { type Cell, type Table, tableOf } from '../export/tables/table.ts';
import type { ClipResult } from './clip-result.ts';

/** Metrics of the whole runner in the summary; all others are in the table of metrics. */
const summarised = [
  'cadence',
  'contactTime',
  'flightTime',
  'dutyFactor',
  'speed',
  'stepLength',
  'verticalOscillation',
  'trunkLean',
  'overstride',
  'stepWidth',
] as const;

export const metricOf = (details: Details | null, id: string) =>
  details?.metrics.find((metric) => metric.id === id && metric.side === null);

/** What the speed was read from; null where there is none. */
const speedSourceOf = (details: Details | null): string | null =>
  metricOf(details, 'speed')?.value == null ? null : (details?.seen.speedSource ?? null);

/** Which main numbers are withheld, and why: `contactTime: keypoints_missing`. */
export const missingText = (missing: ClipResult['missing']): string =>
  missing.map(({ metric, reason }) => `${metric}: ${reason}`).join('; ');

/** Codes of what makes a clip's numbers less sure, each once, but for the checks that fail. */
export const warningCodes = (details: Details | null): string[] => [
  ...new Set(details?.warnings.map(({ code }) => code).filter((code) => !code.startsWith('cross_check_'))),
];

/** Names of the cross-checks of a clip that fail. */
export const failedChecks = (details: Details | null): string[] =>
  details?.crossChecks.filter(({ holds }) => !holds).map(({ id }) => id) ?? [];

/** One row a clip: what became of it, why not, and what matters most. */
export const summaryTable = (results: readonly ClipResult[]): Table =>
  tableOf(
    [
      { name: 'clip', type: 'text', of: ({ clip }) => clip },
      { name: 'status', type: 'text', of: ({ status }) => status },
      { name: 'code', type: 'text', of: ({ code }) => code },
      { name: 'message', type: 'text', of: ({ message }) => message },
      { name: 'missing', type: 'text', of: ({ missing }) => missingText(missing) || null },
      { name: 'view', type: 'text', of: ({ details }) => details?.view ?? null },
      { name: 'running', type: 'boolean', of: ({ details }) => details?.running ?? null },
      { name: 'contacts', type: 'integer', of: ({ details }) => details?.contacts.length ?? null },
      { name: 'total_score', type: 'number', of: ({ details }) => details?.totalScore ?? null },
      ...summarised.flatMap((id) => [
        { name: id, type: 'number' as const, of: ({ details }: ClipResult) => metricOf(details, id)?.value ?? null },
        {
          name: `${id}_half_width`,
          type: 'number' as const,
          of: ({ details }: ClipResult) => metricOf(details, id)?.halfWidth ?? null,
        },
      ]),
      { name: 'speed_source', type: 'text', of: ({ details }) => speedSourceOf(details) },
      { name: 'warnings', type: 'text', of: ({ details }) => warningCodes(details).join('; ') || null },
      { name: 'failed_checks', type: 'text', of: ({ details }) => failedChecks(details).join('; ') || null },
    ],
    results,
  );

/** The metrics of a clip, one row each; none where nothing was found. */
export function clipMetricsTable({ clip, details }: Pick<ClipResult, 'clip' | 'details'>): Table {
  const { columns, rows } = details === null ? { columns: [], rows: [] } : metricsTable(details);
  return {
    columns: [{ name: 'clip', type: 'text' }, ...columns],
    rows: rows.map((row): readonly Cell[] => [clip, ...row]),
  };
}
