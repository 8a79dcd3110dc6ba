import type { Analysis, SideAnalysis } from '../../engine/analysis.ts';
import { overstrideLimitsDeg } from '../../engine/score/ranges.table.ts';
import { type Segment, segments } from '../../engine/score/side-view-score.ts';
import { clipWarnings } from '../contract/clip-warnings.ts';
import { decimals, round } from '../contract/rounding.ts';
import { runnerUp } from '../details/close-call.ts';
import { backResultTables } from './back-result-tables.ts';
import { clipLine } from './clip-line.ts';
import { fixed } from './fixed.ts';
import { type MetricRow, metricTable } from './metric-table.ts';
import { textTable } from './text-table.ts';

/** What a person reads at the end of an analysis: values with their uncertainty, the score, the style. */
export const resultTables = (analysis: Analysis): string =>
  analysis.view === 'side' ? sideTables(analysis) : backResultTables(analysis);

function sideTables(analysis: SideAnalysis): string {
  const { metrics, score, gait } = analysis;
  const borders = (segment: Segment): readonly number[] => {
    const { rangeGood, rangeOkay } = score.segments[segment];
    return [...rangeGood, ...rangeOkay];
  };
  const rows: readonly MetricRow[] = [
    ['Cadence', metrics.cadenceSpm, 'steps/min', 1],
    ['Ground contact time', metrics.contactTimeMs, 'ms', 0],
    ['Flight time', metrics.flightTimeMs, 'ms', 0],
    ['Duty factor', metrics.dutyFactor, '', 3],
    ['Speed', metrics.speedMps, 'm/s', 2],
    ['Step length', metrics.stepLengthM, 'm', 2],
    ['Vertical oscillation', metrics.verticalOscillationM, 'm', 3],
    ['Trunk lean', metrics.trunkLeanDeg, 'deg', 1, borders('trunk')],
    ['Head gaze', metrics.headGazeDeg, 'deg', 1, borders('head')],
    ['Elbow angle', metrics.elbowAngleDeg, 'deg', 1, borders('arm')],
    ['Front knee at touchdown', metrics.frontKneeAngleDeg, 'deg', 1, borders('forward_cycle')],
    ['Back knee at touchdown', metrics.backKneeAngleDeg, 'deg', 1, borders('back_cycle')],
    ['Overstride', metrics.overstrideDeg, 'deg', 1, Object.values(overstrideLimitsDeg)],
    ['Foot angle at touchdown', metrics.footAngleDeg, 'deg', 1, borders('foot')],
  ];
  const notes = clipWarnings(analysis).map(({ message }) => `Note: ${message}`);
  return [
    clipLine(analysis, gait.contacts.length),
    ...notes,
    metricTable(rows),
    landingLine(metrics),
    symmetryLine(metrics.symmetry),
    checkLine(analysis.crossChecks),
    scoreTable(score),
    styleLine(score.styles),
  ].join('\n');
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
          `${name} ${fixed(percent.value, 0)} ± ${fixed(percent.halfWidth, 0)} %${beyondDoubt ? ' (beyond doubt)' : ''}`,
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
  if (score.totalScore === null) return 'Scores: withheld';
  const table = textTable(
    ['Segment', 'Score', 'Good', 'Okay', 'Position'],
    segments.map((name) => segmentRow(name, score.segments[name])),
    ['left', 'right', 'left', 'left', 'left'],
  );
  return `${table}\nTotal score: ${Math.round(100 * round(score.totalScore, decimals.score))} %`;
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
    : `Running style: ${best.title} (${best.animal}), ${Math.round(best.percentage)} %${closeCall(styles)}`;
}

function closeCall(styles: SideAnalysis['score']['styles']): string {
  const other = runnerUp(styles);
  return other === null ? '' : `; a close call: ${other.title} (${other.animal}) ${Math.round(other.percentage)} %`;
}
