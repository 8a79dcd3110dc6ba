import type { BackAnalysis } from '../../engine/analysis.ts';
import { type BackSideScore, backSegments } from '../../engine/score/back/back-view-score.ts';
import { backClipWarnings } from '../contract/clip-warnings.ts';
import { backMetrics } from '../details/back-metrics.ts';
import { roundedShares } from '../details/rounded-shares.ts';
import { sides } from '../details/sides.ts';
import { clipLine } from './clip-line.ts';
import { metricNamed } from './metric-named.ts';
import { type MetricRow, metricTable } from './metric-table.ts';
import { hundredths, scoreText } from './score-text.ts';
import { textTable } from './text-table.ts';

/** What a person reads at the end of a back view: values of either side with their uncertainty, and the scores. */
export function backResultTables(analysis: BackAnalysis): string {
  const { gait, metrics, score } = analysis;
  const details = backMetrics(analysis);
  const both = (name: string, id: string, unit: string, decimals: number): MetricRow[] =>
    sides.map((side) => [`${name}, ${side}`, metricNamed(details, id, side), unit, decimals]);
  const whole = (name: string, id: string, unit: string, decimals: number): MetricRow => [
    name,
    metricNamed(details, id),
    unit,
    decimals,
  ];
  const body = (): MetricRow[] => [
    ...both('Pelvic drop at mid-stance', 'pelvicDropAtMidStance', 'deg', 1),
    ...both('Hip adduction at mid-stance', 'hipAdductionAtMidStance', 'deg', 1),
    ...both('Knee adduction at mid-stance', 'kneeAdductionAtMidStance', 'deg', 1),
    whole('Step width', 'stepWidth', 'm', 3),
    whole('Trunk lean to the right', 'trunkLateralLean', 'deg', 1),
  ];
  const rows: MetricRow[] = [
    whole('Cadence', 'cadence', 'steps/min', 1),
    ...both('Ground contact time', 'contactTime', 'ms', 0),
    ...both('Flight time', 'flightTime', 'ms', 0),
    ...both('Stance', 'stance', '% of the stride', 1),
    ...both('Rearfoot at touchdown', 'rearfootAtTouchdown', 'deg', 1),
    ...both('Rearfoot, peak eversion', 'rearfootPeak', 'deg', 1),
    ...(score.segments.pelvic_drop === undefined ? [] : body()),
  ];
  return [
    clipLine(analysis, gait.steps.length),
    ...backClipWarnings(analysis).map(({ message }) => `Note: ${message}`),
    metricTable(rows),
    pronationLine(metrics.pronation),
    scoreTable(score),
  ].join('\n');
}

function pronationLine(pronation: BackAnalysis['metrics']['pronation']): string {
  const words = sides.map((side) => {
    const { class: name, probabilities } = pronation[side];
    if (probabilities === null) return `${side} withheld`;
    const shares = Object.entries(roundedShares(probabilities)).map(
      ([one, share]) => `${one} ${Math.round(100 * share)} %`,
    );
    return `${side} ${name ?? 'not clear'} (${shares.join(', ')})`;
  });
  return `Pronation: ${words.join('; ')}`;
}

function scoreTable(score: BackAnalysis['score']): string {
  if (score.totalScore === null) return 'Scores: withheld';
  const rows = backSegments.flatMap((segment) => {
    const judged = score.segments[segment];
    return judged === undefined ? [] : sides.map((side) => scoreRow(segment, judged[side]));
  });
  const table = textTable(['Segment', 'Side', 'Score', 'Good', 'Okay', 'Position'], rows, [
    ...(['left', 'left', 'right', 'left', 'left', 'left'] as const),
  ]);
  return `${table}\nTotal score: ${hundredths(score.totalScore)} %`;
}

function scoreRow(segment: string, { score, rangeGood, rangeOkay, texts }: BackSideScore): string[] {
  const interval = ([low, high]: readonly [number, number]): string => `${low} to ${high}`;
  return [
    `${segment}: ${texts.title}`,
    texts.side,
    scoreText(score),
    interval(rangeGood),
    interval(rangeOkay),
    texts.position,
  ];
}
