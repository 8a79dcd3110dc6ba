import Table from 'cli-table3';
import type { SideAnalysis } from '../../engine/analysis.ts';
import type { Measured } from '../../engine/metrics/measured.ts';
import { type Segment, segments } from '../../engine/score/side-view-score.ts';
import { clipWarnings } from '../contract/clip-warnings.ts';

type Row = readonly [name: string, measured: Measured, unit: string, decimals: number];

/** What a person reads at the end of an analysis: values with their uncertainty, the score, the style. */
export function resultTables(analysis: SideAnalysis): string {
  const { video, metrics, score, camera, tracks, gait } = analysis;
  const rows: readonly Row[] = [
    ['Cadence', metrics.cadenceSpm, 'steps/min', 1],
    ['Ground contact time', metrics.contactTimeMs, 'ms', 0],
    ['Flight time', metrics.flightTimeMs, 'ms', 0],
    ['Duty factor', metrics.dutyFactor, '', 3],
    ['Speed', metrics.speedMps, 'm/s', 2],
    ['Step length', metrics.stepLengthM, 'm', 2],
    ['Vertical oscillation', metrics.verticalOscillationM, 'm', 3],
    ['Trunk lean', metrics.trunkLeanDeg, 'deg', 1],
    ['Head gaze', metrics.headGazeDeg, 'deg', 1],
    ['Elbow angle', metrics.elbowAngleDeg, 'deg', 1],
    ['Front knee at touchdown', metrics.frontKneeAngleDeg, 'deg', 1],
    ['Back knee at touchdown', metrics.backKneeAngleDeg, 'deg', 1],
    ['Overstride', metrics.overstrideDeg, 'deg', 1],
    ['Foot angle at touchdown', metrics.footAngleDeg, 'deg', 1],
  ];
  const seen = Math.round(100 * tracks.report.foundFraction);
  const summary = [
    `${video.widthPx}x${video.heightPx}, ${video.fps.toFixed(2)} fps, ${video.durationS.toFixed(2)} s, ${video.codec}`,
    `camera ${camera}, runner seen in ${seen} % of the frames, ${gait.contacts.length} contacts`,
  ].join('; ');
  const notes = clipWarnings(analysis).map(({ message }) => `Note: ${message}`);
  return [
    summary,
    ...notes,
    metricTable(rows),
    landingLine(metrics),
    symmetryLine(metrics.symmetry),
    checkLine(analysis.crossChecks),
    scoreTable(score),
    styleLine(score.styles),
  ].join('\n');
}

function metricTable(rows: readonly Row[]): string {
  const table = new Table({
    head: ['Metric', 'Value', '± (90 %)', 'Unit', 'n', 'Note'],
    colAligns: ['left', 'right', 'right', 'left', 'right', 'left'],
    style: { head: [], border: [] },
  });
  for (const [name, measured, unit, decimals] of rows) {
    table.push([
      name,
      measured.value === null ? '–' : measured.value.toFixed(decimals),
      measured.halfWidth === null ? '–' : measured.halfWidth.toFixed(decimals),
      unit,
      measured.n,
      measured.reason === undefined ? '' : `withheld: ${measured.reason}`,
    ]);
  }
  return table.toString();
}

function landingLine({ footLandings, strikePattern, strikeProbabilities }: SideAnalysis['metrics']): string {
  const letters = footLandings.map(({ side, pattern }) => `${side === 'left' ? 'L' : 'R'}:${pattern ?? '?'}`);
  const shares = Object.entries(strikeProbabilities ?? {}).map(
    ([pattern, probability]) => `${pattern} ${Math.round(100 * probability)} %`,
  );
  const whole = shares.length === 0 ? '' : `; ${strikePattern ?? 'not clear'} (${shares.join(', ')})`;
  return `Foot strikes: ${letters.length === 0 ? 'none measured' : letters.join(' ')}${whole}`;
}

function symmetryLine({ contactTime, stepTime, kneeFlexion }: SideAnalysis['metrics']['symmetry']): string {
  const shown = [
    ['contact', contactTime],
    ['step time', stepTime],
    ['knee flexion', kneeFlexion],
  ] as const;
  const parts = shown.flatMap(([name, { percent, beyondDoubt }]) =>
    percent.value === null || percent.halfWidth === null
      ? []
      : [
          `${name} ${percent.value.toFixed(0)} ± ${percent.halfWidth.toFixed(0)} %${beyondDoubt ? ' (beyond doubt)' : ''}`,
        ],
  );
  return `Left against right: ${parts.length === 0 ? 'withheld' : parts.join(', ')}`;
}

function checkLine(checks: SideAnalysis['crossChecks']): string {
  const failed = checks.filter(({ holds }) => !holds).map(({ name }) => name);
  const verdict = failed.length === 0 ? 'all hold' : `failed: ${failed.join(', ')}`;
  return `Cross-checks: ${checks.length === 0 ? 'none could be made' : `${checks.length}, ${verdict}`}`;
}

function scoreTable(score: SideAnalysis['score']): string {
  const table = new Table({
    head: ['Segment', 'Score', 'Good', 'Okay', 'Position'],
    colAligns: ['left', 'right', 'left', 'left', 'left'],
    style: { head: [], border: [] },
  });
  for (const name of segments) table.push(segmentRow(name, score.segments[name]));
  const total = score.totalScore === null ? 'withheld' : `${Math.round(100 * score.totalScore)} %`;
  return `${table.toString()}\nTotal score: ${total}`;
}

function segmentRow(name: Segment, segment: SideAnalysis['score']['segments'][Segment]): string[] {
  const interval = ([low, high]: readonly [number, number]): string => `${low} to ${high}`;
  return [
    `${name}: ${segment.texts.title}`,
    segment.score === null ? '–' : segment.score.toFixed(2),
    interval(segment.rangeGood),
    interval(segment.rangeOkay),
    segment.texts.position,
  ];
}

function styleLine(styles: SideAnalysis['score']['styles']): string {
  const best = styles[0];
  return best === undefined
    ? 'Running style: withheld'
    : `Running style: ${best.title} (${best.animal}), ${Math.round(best.percentage)} %`;
}
