import type { BackAnalysis } from '../../engine/analysis.ts';
import type { BySide } from '../../engine/metrics/back-view-metrics.ts';
import type { Measured } from '../../engine/metrics/measured.ts';
import { backRangesTable } from '../../engine/score/back/back-view-ranges.table.ts';
import { type BackSegment, type BackSideScore, backSegments } from '../../engine/score/back/back-view-score.ts';
import { backClipWarnings } from '../contract/clip-warnings.ts';
import { decimals, round } from '../contract/rounding.ts';
import { clipLine } from './clip-line.ts';
import { type MetricRow, metricTable } from './metric-table.ts';
import { textTable } from './text-table.ts';

const sides = ['left', 'right'] as const;

/** What a person reads at the end of a back view: values of either side with their uncertainty, and the scores. */
export function backResultTables(analysis: BackAnalysis): string {
  const { gait, metrics, score } = analysis;
  const both = (name: string, values: BySide<Measured>, unit: string, decimals: number): MetricRow[] =>
    sides.map((side) => [`${name}, ${side}`, values[side], unit, decimals]);
  const angle = (name: string, pick: (side: (typeof sides)[number]) => Measured): MetricRow[] =>
    both(name, { left: pick('left'), right: pick('right') }, 'deg', 1);
  const judged = (segment: BackSegment, name: string, pick: (side: (typeof sides)[number]) => Measured): MetricRow[] =>
    sides.map((side) => [`${name}, ${side}`, pick(side), 'deg', 1, bordersOf(segment)]);
  const rearfoot = [
    ...angle('Rearfoot at touchdown', (side) => metrics.rearfoot[side].atTouchdown),
    ...judged('pronation', 'Rearfoot, peak eversion', (side) => metrics.rearfoot[side].peak),
  ];
  const body: MetricRow[] = [
    ...judged('pelvic_drop', 'Pelvic drop at mid-stance', (side) => metrics.pelvicDrop[side].atMidStance),
    ...angle('Hip adduction at mid-stance', (side) => metrics.hipAdduction[side].atMidStance),
    ...judged('knee_adduction', 'Knee adduction at mid-stance', (side) => metrics.kneeAdduction[side].atMidStance),
    ['Step width', metrics.stepWidthM, 'm', 3],
    ['Trunk lean to the right', metrics.trunkLateralLeanDeg, 'deg', 1],
  ];
  const rows: MetricRow[] = [
    ['Cadence', metrics.cadenceSpm, 'steps/min', 1],
    ...both('Ground contact time', metrics.contactTimeMs, 'ms', 0),
    ...both('Flight time', metrics.flightTimeMs, 'ms', 0),
    ...both('Stance', metrics.stancePercent, '% of the stride', 1),
    ...rearfoot,
    ...(score.segments.pelvic_drop === undefined ? [] : body),
  ];
  return [
    clipLine(analysis, gait.steps.length),
    ...backClipWarnings(analysis).map(({ message }) => `Note: ${message}`),
    metricTable(rows),
    pronationLine(metrics.pronation),
    scoreTable(score),
  ].join('\n');
}

const bordersOf = (segment: BackSegment): readonly number[] => {
  const { good, okay } = backRangesTable[segment];
  return [...good, ...okay];
};

function pronationLine(pronation: BackAnalysis['metrics']['pronation']): string {
  const words = sides.map((side) => {
    const { class: name, probabilities } = pronation[side];
    if (probabilities === null) return `${side} withheld`;
    const shares = Object.entries(probabilities).map(([one, share]) => `${one} ${Math.round(100 * share)} %`);
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
  return `${table}\nTotal score: ${Math.round(100 * round(score.totalScore, decimals.score))} %`;
}

function scoreRow(segment: string, { score, rangeGood, rangeOkay, texts }: BackSideScore): string[] {
  const interval = ([low, high]: readonly [number, number]): string => `${low} to ${high}`;
  return [
    `${segment}: ${texts.title}`,
    texts.side,
    score === null ? '–' : score.toFixed(2),
    interval(rangeGood),
    interval(rangeOkay),
    texts.position,
  ];
}
