import type { Analysis, SideAnalysis } from '../../engine/analysis.ts';
import type { SpeedSource } from '../../engine/metrics/side-view-metrics.ts';
import { type Segment, segments } from '../../engine/score/side-view-score.ts';
import { clipWarnings } from '../contract/clip-warnings.ts';
import { runnerUp } from '../details/close-call.ts';
import { fixed } from '../details/fixed.ts';
import { roundedShares } from '../details/rounded-shares.ts';
import { sideMetrics } from '../details/side-metrics.ts';
import { symmetryRows } from '../details/symmetry-rows.ts';
import { backResultTables } from './back-result-tables.ts';
import { clipLine } from './clip-line.ts';
import { metricNamed } from './metric-named.ts';
import { type MetricRow, metricTable } from './metric-table.ts';
import { hundredths, scoreText } from './score-text.ts';
import { textTable } from './text-table.ts';

/** What a person reads at the end of an analysis: values with their uncertainty, the score, the style. */
export const resultTables = (analysis: Analysis): string =>
  analysis.view === 'side' ? sideTables(analysis) : backResultTables(analysis);

/** What the speed was read from, in no more than its column holds. */
const speedNotes: Readonly<Record<SpeedSource, string>> = {
  pace: 'the pace that was told',
  shoes: 'by the standing shoes',
  ankles: 'by the standing ankles',
  standing_leg: 'by the standing leg',
  hips: 'by the hips’ way',
};

function sideTables(analysis: SideAnalysis): string {
  const { metrics, score, gait } = analysis;
  const details = sideMetrics(analysis);
  const row = (name: string, id: string, unit: string, shown: number, note = ''): MetricRow => [
    name,
    metricNamed(details, id),
    unit,
    shown,
    note,
  ];
  const rows: readonly MetricRow[] = [
    row('Cadence', 'cadence', 'steps/min', 1),
    row('Ground contact time', 'contactTime', 'ms', 0),
    row('Flight time', 'flightTime', 'ms', 0),
    row('Duty factor', 'dutyFactor', '', 3),
    row('Speed', 'speed', 'm/s', 2, metrics.speedSource === null ? '' : speedNotes[metrics.speedSource]),
    row('Step length', 'stepLength', 'm', 2),
    row('Vertical oscillation', 'verticalOscillation', 'm', 3),
    row('Trunk lean', 'trunkLean', 'deg', 1),
    row('Head gaze', 'headGaze', 'deg', 1),
    row('Elbow angle', 'elbowAngle', 'deg', 1),
    row('Front knee at touchdown', 'frontKneeAngle', 'deg', 1),
    row('Back knee at touchdown', 'backKneeAngle', 'deg', 1),
    row('Overstride', 'overstride', 'deg', 1),
    row('Foot angle at touchdown', 'footAngle', 'deg', 1),
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
  const shares = Object.entries(strikeProbabilities === null ? {} : roundedShares(strikeProbabilities)).map(
    ([pattern, probability]) => `${pattern} ${Math.round(100 * probability)} %`,
  );
  const whole = shares.length === 0 ? '' : `; ${strikePattern ?? 'not clear'} (${shares.join(', ')})`;
  return `Foot strikes: ${letters.length === 0 ? 'none measured' : letters.join(' ')}${whole}`;
}

function symmetryLine(symmetry: SideAnalysis['metrics']['symmetry']): string {
  const names: Readonly<Record<string, string>> = {
    contactTime: 'contact',
    stepTime: 'step time',
    kneeFlexion: 'knee flexion',
  };
  const parts = symmetryRows(symmetry, true).flatMap(({ id, value, halfWidth, beyondDoubt }) =>
    names[id] === undefined || value === null || halfWidth === null
      ? []
      : [`${names[id]} ${fixed(value, 0)} ± ${fixed(halfWidth, 0)} %${beyondDoubt ? ' (beyond doubt)' : ''}`],
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
  return `${table}\nTotal score: ${hundredths(score.totalScore)} %`;
}

function segmentRow(name: Segment, segment: SideAnalysis['score']['segments'][Segment]): string[] {
  const interval = ([low, high]: readonly [number, number]): string => `${low} to ${high}`;
  return [
    `${name}: ${segment.texts.title}`,
    scoreText(segment.score),
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
