import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WithheldReason } from '../../engine/metrics/measured.ts';
import { en } from '../../engine/overlay/words/en.ts';
import type { Details } from '../details/details.ts';
import { readDetails } from '../details/read-details.ts';
import type { ClipOutcome } from './run-batch.ts';

/** A clip's outcome with what was found in it. */
export interface ClipResult extends Omit<ClipOutcome, 'status'> {
  /** `unmeasured`: analysed, and every number was withheld; `code` and `message` are then the reason of most of them. */
  readonly status: ClipOutcome['status'] | 'unmeasured';
  /** Null where nothing was found. */
  readonly details: Details | null;
  /** Of a clip that was measured: which of its main numbers are withheld nevertheless, and why. */
  readonly missing: readonly MissingNumber[];
}

export interface MissingNumber {
  readonly metric: (typeof mainMetrics)[number];
  readonly reason: WithheldReason;
}

/** The numbers that the table of a batch shows. */
const mainMetrics = ['cadence', 'contactTime'] as const;

/** What became of a clip, whose folder is `target`. */
export async function clipResult(outcome: ClipOutcome, target: string): Promise<ClipResult> {
  if (outcome.status !== 'done' && outcome.status !== 'kept') return { ...outcome, details: null, missing: [] };
  const details = readDetails(JSON.parse(await readFile(join(target, 'details.json'), 'utf8')));
  const reason = details === null ? null : withheldAll(details);
  return reason === null
    ? { ...outcome, details, missing: details === null ? [] : missingIn(details) }
    : { ...outcome, status: 'unmeasured', code: reason, message: en.notices[reason], details, missing: [] };
}

/** Main numbers that are known of no leg, each with the reason. */
function missingIn({ metrics }: Pick<Details, 'metrics'>): MissingNumber[] {
  return mainMetrics.flatMap((metric) => {
    const reasons = metrics.filter(({ id }) => id === metric).map(({ reason }) => reason);
    const [first] = reasons;
    return first === undefined || reasons.includes(undefined) ? [] : [{ metric, reason: first }];
  });
}

/** The reason of most numbers where none could be measured; null where one was. */
function withheldAll({ metrics }: Pick<Details, 'metrics'>): WithheldReason | null {
  const counts = new Map<WithheldReason, number>();
  for (const { reason } of metrics) {
    if (reason === undefined) return null;
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}
