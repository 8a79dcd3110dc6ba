import type { ProgressLine } from '../../../server/cli/progress-line.ts';
import { figure, floorTable, type Measurement, percent, table } from '../../report/table.ts';
import { sum } from '../../statistics.ts';
import { accuracyFloors } from '../accuracy-floors.ts';
import { agreementOf, shareOf } from '../agreement.ts';
import { agreementTable } from '../agreement-table.ts';
import { shareOfTold } from '../floor-figures.ts';
import { type MeasuredAndTrue, metricRows, scalarRows } from '../metric-table.ts';
import { type Condition, conditions, frameRates, type Half, halfOf, noisesPx, scenes } from './conditions.ts';
import { type Change, changes, invarianceConditions, measureInvariance, type Shift } from './invariance.ts';
import { measureSynthetic, type SyntheticOutcome } from './measure-synthetic.ts';
import { rearToldRightly } from './strike-share.ts';
import { measureSwapRepair, type SwapOutcome, swapConditions } from './swap-repair.ts';

/** Everything that is measured of synthetic runners. */
export interface SyntheticResult {
  readonly outcomes: readonly SyntheticOutcome[];
  readonly swaps: readonly SwapOutcome[];
  readonly shifts: readonly Shift[];
}

/** One of `every` clips of each list. */
const thinned = <T>(all: readonly T[], every: number): T[] => all.filter((_, i) => i % every === 0);

/** Measures synthetic runners. @param every Of how many clips one is taken; 1 for all. */
export function measureSyntheticRunners(every: number, progress: Pick<ProgressLine, 'update'>): SyntheticResult {
  const own = thinned(conditions(1), every);
  const swapped = thinned(swapConditions(), every);
  const changed = thinned(invarianceConditions(), every);
  const total = own.length + swapped.length + 2 * changed.length;
  let done = 0;
  const each = <T>(
    label: string,
    list: readonly Condition[],
    work: number,
    measure: (condition: Condition) => T,
  ): T[] =>
    list.map((condition) => {
      progress.update((100 * done) / total, label);
      done += work;
      return measure(condition);
    });
  return {
    outcomes: each('synthetic runners', own, 1, measureSynthetic),
    swaps: each('exchanged legs', swapped, 1, measureSwapRepair),
    shifts: each('changed clips', changed, 2, measureInvariance).flat(),
  };
}

/** Share of the numbers that noise of its own in either clip leaves within the interval, per cent. */
function anewShare(shifts: readonly Shift[]): string {
  const own = shifts.filter((shift) => shift.change === 'double fps, noise anew' && Number.isFinite(shift.halfWidths));
  return (100 * shareOf(own, ({ halfWidths }) => halfWidths <= 1)).toFixed(1);
}

/** What the page says of synthetic runners. */
export function syntheticSection(result: SyntheticResult): string {
  const { outcomes, swaps, shifts } = result;
  const rows = metricRows.map((row) => ({ ...row, pairs: pairsOf(outcomes, row.pairs) }));
  return [
    floorTable([...syntheticMeasurements(result), ...coverageOfNumbers(result)]),
    `${outcomes.length} clips, each of another synthetic runner. Each runner is drawn around what is usual at the speed:

- speed from 2 to 6 m/s, cadence ± 9 spm, duty factor ± 0.03;
- three in four land on the heel;
- the steps of left and right differ by 5 to 6 ms.

The clips combine every frame rate with every noise, speed and scene. The following are drawn by chance:

- the side that is filmed, and the direction of running;
- exchanged legs, in half of the clips: in 10 to 30 % of the frames;
- a lost runner, in a third of the clips: in 3 % of the frames;
- a rolled camera, in a third of the clips: by up to 3 degrees;
- a camera off the right angle, except on a treadmill: by up to 5 degrees.

What the clips and the figures are:

- Treadmill clips are of 10 s in portrait. In the other scenes (passing, panning, driving along) a metre is 160 to 240 px, so a noise of 8 px is 3 to 5 cm.
- The height is given as people give theirs, to 2 cm.
- Keypoints lie where the joints are, with noise added. This tests the signal processing without the habits of a network.
- The foot strike counts the clips for which a pattern is named: ${namedShare(outcomes)} % of those that could be measured.
- The floors of changed clips count the numbers that both clips report. At half the frame rate, a clip has every other picture.
- If both clips have noise of their own, as if filmed by two cameras, ${anewShare(shifts)} % of the numbers lie within the narrower interval. Two measurements are further apart than one is from the truth, so intervals that cover nine truths in ten cannot hold all of them.
- Coverage is over all numbers together. Single numbers lie far from it, above all the extremes and ranges of fast or hardly moving joints in strong noise.

Where the constants come from:

- Uncertainties of angles and events were set on the development half. So was how far the figure's toes and heels have come at toe-off.
- One is not from there: the uncertainty of the events of keypoints like markers is that of the force plates. Its coverage was looked at in both halves, so the coverage is no independent test of it.`,
    '**Every number**, all conditions together. The columns are the count of values, the bias (mean error), the SD of the errors, the 95 % limits of agreement, the mean half width of the 90 % intervals, the share of truths that these cover (it should be 90 %), and the share of values withheld.',
    agreementTable(rows),
    '**Half by half**, for the numbers that stand alone. The columns are, for each half, the bias ± SD of the errors and the share of truths that the intervals cover.',
    halvesTable(outcomes),
    '**By frame rate, noise, scene**. The columns are the count of clips, the errors of four numbers, and the shares covered and withheld over all numbers.',
    conditionTable(outcomes),
    '**Exchanged legs**, in treadmill clips of 10 s with noise of 2 and 4 px. The columns are the share of the frames with exchanged legs, how many such frames follow one another, how many there are, the share that was put right, and the share of right frames that was made wrong. A frame is put right if its tracks keep to their own leg.',
    swapTable(swaps),
    '**Changed clips**. The columns are the changes of a clip. A cell is the largest move of a number, in half widths of the narrower interval, and in brackets how often only one of both clips reports it.',
    shiftTable(shifts),
  ].join('\n\n');
}

const namedShare = (outcomes: readonly SyntheticOutcome[]): string => {
  const measured = outcomes.filter(({ metrics }) => metrics.footAngleDeg.value !== null);
  return (100 * shareOf(measured, ({ metrics }) => metrics.strikePattern !== null)).toFixed(0);
};

/** The floors that this part is held to. */
export function syntheticMeasurements({ outcomes, swaps, shifts }: SyntheticResult): Measurement[] {
  const covered = 100 * agreementOf(metricRows.flatMap(({ pairs }) => pairsOf(outcomes, pairs))).coverage;
  const planted = sum(swaps.map((swap) => swap.planted));
  const repaired = sum(swaps.map((swap) => swap.repaired));
  const same = (change: Change): number =>
    100 *
    shareOf(
      shifts.filter((shift) => shift.change === change && Number.isFinite(shift.halfWidths)),
      ({ halfWidths }) => halfWidths <= 1,
    );
  return [
    { floor: accuracyFloors.swapsRepaired, value: (100 * repaired) / planted },
    { floor: accuracyFloors.strikeSynthetic, ...shareOfTold(outcomes.map(rearToldRightly)) },
    { floor: accuracyFloors.coverageSyntheticLow, value: covered },
    { floor: accuracyFloors.coverageSyntheticHigh, value: covered },
    { floor: accuracyFloors.sameMirrored, value: same('mirrored') },
    { floor: accuracyFloors.sameScaled, value: same('scaled') },
    { floor: accuracyFloors.sameDoubleFps, value: same('double fps') },
  ];
}

/** What the intervals of each number that stands alone cover. Clips in their hundreds tell it, a few do not. */
export function coverageOfNumbers({ outcomes }: SyntheticResult): Measurement[] {
  const coverages = scalarRows.map(({ pairs }) => 100 * agreementOf(pairsOf(outcomes, pairs)).coverage);
  return [
    { floor: accuracyFloors.coverageNumbersLow, value: Math.min(...coverages) },
    { floor: accuracyFloors.coverageNumbersHigh, value: Math.max(...coverages) },
  ];
}

type PairsOf = (typeof metricRows)[number]['pairs'];

const pairsOf = (outcomes: readonly SyntheticOutcome[], pairs: PairsOf): MeasuredAndTrue[] =>
  outcomes.flatMap(({ metrics, truth }) => pairs(metrics, truth));

function halvesTable(outcomes: readonly SyntheticOutcome[]): string {
  const halves: readonly Half[] = ['development', 'reporting'];
  return table(
    ['what', 'unit', ...halves.flatMap((half) => [`${half}: bias ± SD`, 'covered'])],
    scalarRows.map(({ name, unit, pairs }) => [
      name,
      unit,
      ...halves.flatMap((half) => {
        const own = outcomes.filter(({ condition }) => halfOf(condition) === half);
        const { bias, sd, coverage } = agreementOf(pairsOf(own, pairs));
        return [`${figure(bias)} ± ${figure(sd)}`, percent(coverage)];
      }),
    ]),
  );
}

function conditionTable(outcomes: readonly SyntheticOutcome[]): string {
  const groups: readonly (readonly [string, (condition: Condition) => boolean])[] = [
    ...frameRates.map((fps) => [`${fps} fps`, (c: Condition) => c.fps === fps] as const),
    ...noisesPx.map((noisePx) => [`${noisePx} px of noise`, (c: Condition) => c.noisePx === noisePx] as const),
    ...scenes.map((scene) => [scene, (c: Condition) => c.scene === scene] as const),
    ...[2, 3, 4, 5, 6].map(
      (speed) => [`about ${speed} m/s`, (c: Condition) => Math.round(c.speedMps) === speed] as const,
    ),
    ['no legs exchanged', (c) => c.swapFraction === 0],
    ['legs exchanged', (c) => c.swapFraction > 0],
  ];
  const shown = ['cadence', 'contact time', 'speed', 'front knee at touchdown'];
  const head = ['clips', 'n', ...shown.map((name) => `${name}: bias ± SD`), 'covered', 'withheld'];
  return table(
    head,
    groups.map(([name, is]) => {
      const own = outcomes.filter(({ condition }) => is(condition));
      const all = agreementOf(metricRows.flatMap(({ pairs }) => pairsOf(own, pairs)));
      const errors = scalarRows
        .filter((row) => shown.includes(row.name))
        .map(({ pairs, unit }) => {
          const { bias, sd } = agreementOf(pairsOf(own, pairs));
          return `${figure(bias)} ± ${figure(sd)} ${unit}`;
        });
      const withheld = 1 - all.reported / all.asked;
      return [name, String(own.length), ...errors, percent(all.coverage), percent(withheld)];
    }),
  );
}

function swapTable(swaps: readonly SwapOutcome[]): string {
  const fractions = [...new Set(swaps.map(({ condition }) => condition.swapFraction))];
  const runs = [...new Set(swaps.map(({ condition }) => condition.swapRunFrames))];
  const rows = fractions.flatMap((fraction) =>
    runs.map((run) => {
      const own = swaps.filter(({ condition: c }) => c.swapFraction === fraction && c.swapRunFrames === run);
      const total = (of: (swap: SwapOutcome) => number): number => sum(own.map(of));
      const planted = total((swap) => swap.planted);
      const [repaired, harmed] = [total((swap) => swap.repaired), total((swap) => swap.harmed)];
      const right = percent(repaired / planted);
      return [`${100 * fraction} %`, String(run), String(planted), right, percent(harmed / total((s) => s.untouched))];
    }),
  );
  return table(['of the frames', 'frames together', 'exchanged', 'put right', 'right ones made wrong'], rows);
}

function shiftTable(shifts: readonly Shift[]): string {
  const largest = (metric: string, change: Change): string => {
    const own = shifts.filter((s) => s.metric === metric && s.change === change).map((s) => s.halfWidths);
    const once = own.filter((halfWidths) => !Number.isFinite(halfWidths)).length;
    const most = Math.max(...own.filter(Number.isFinite)).toFixed(2);
    return once === 0 ? most : `${most} (${once} of ${own.length} in one of both alone)`;
  };
  return table(
    ['what', ...changes],
    scalarRows.map(({ name }) => [name, ...changes.map((change) => largest(name, change))]),
  );
}
