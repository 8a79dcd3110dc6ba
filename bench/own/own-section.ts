import { lookAndMeasureClip } from '../../engine/measure-clip.ts';
import type { SideViewMetrics } from '../../engine/metrics/side-view-metrics.ts';
import type { NetworkChoice } from '../../engine/pose/custom/network-choice.ts';
import { estimatePoses } from '../../engine/pose/estimate-poses.ts';
import type { ProgressLine } from '../../server/cli/progress-line.ts';
import { agreementTable, type NamedPairs } from '../accuracy/agreement-table.ts';
import { scalarRows } from '../accuracy/metric-table.ts';
import { figure, table } from '../report/table.ts';
import type { OwnClip } from './own-clips.ts';

/** What a network made of one clip. */
export interface OwnOutcome {
  readonly clip: OwnClip;
  readonly metrics: SideViewMetrics;
}

/** Reads clips with one network and measures them as an analysis does. */
export async function measureOwnClips(
  clips: readonly OwnClip[],
  network: NetworkChoice,
  progress: Pick<ProgressLine, 'update'>,
): Promise<OwnOutcome[]> {
  const outcomes: OwnOutcome[] = [];
  for (const clip of clips) {
    progress.update((100 * outcomes.length) / clips.length, clip.name);
    const { heightM, treadmill, paceSPerKm } = clip;
    const poses = await estimatePoses(clip.path, { network });
    const request = { heightM, treadmill, paceSPerKm, language: 'en' } as const;
    const { metrics } = await lookAndMeasureClip(poses, request);
    outcomes.push({ clip, metrics });
  }
  return outcomes;
}

/** Every number of every clip beside its truth, and how they agree over all clips. */
export function ownSection(outcomes: readonly OwnOutcome[]): string {
  const head = ['clip', 'what', 'unit', 'measured', 'half width', 'true', 'error', 'inside'];
  const rows = outcomes.flatMap(({ clip, metrics }) =>
    scalarRows.flatMap(({ name, unit, field }) => {
      const { value, halfWidth, reason = '' } = metrics[field];
      const truth = clip.truth[field];
      if (truth === undefined) return [];
      const told =
        value === null || halfWidth === null
          ? [`withheld: ${reason}`, '–', figure(truth), '–', '–']
          : [
              figure(value),
              figure(halfWidth),
              figure(truth),
              figure(value - truth),
              Math.abs(value - truth) <= halfWidth ? 'yes' : 'no',
            ];
      return [[clip.name, name, unit, ...told]];
    }),
  );
  return `${table(head, rows)}\n\n${agreementTable(agreements(outcomes))}`;
}

const agreements = (outcomes: readonly OwnOutcome[]): NamedPairs[] =>
  scalarRows
    .map(({ name, unit, field }) => ({
      name,
      unit,
      pairs: outcomes.flatMap(({ clip, metrics }) => {
        const truth = clip.truth[field];
        return truth === undefined ? [] : [{ measured: metrics[field], truth }];
      }),
    }))
    .filter(({ pairs }) => pairs.length > 0);
