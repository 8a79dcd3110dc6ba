import { meanAndSpread } from '../../../engine/signal/mean-and-spread.ts';
import type { ProgressLine } from '../../../server/cli/progress-line.ts';
import { figure, floorTable, type Measurement, percent, table } from '../../report/table.ts';
import { accuracyFloors } from '../accuracy-floors.ts';
import { agreementOf } from '../agreement.ts';
import { agreementTable } from '../agreement-table.ts';
import { largest, shareOfTold } from '../floor-figures.ts';
import type { MeasuredAndTrue } from '../metric-table.ts';
import { drawnRulesTable, measureDrawnRules } from './drawn-rules.ts';
import {
  measurePlates,
  type PlateOutcome,
  type PlateQuantity,
  plateConditions,
  plateFrameRates,
  plateNoisesMm,
  plateQuantities,
  trialReader,
} from './measure-plates.ts';
import { type Half, trialIds } from './trials.ts';

/** Measures every trial. @param seeds Of each condition. */
export function measureEveryPlate(seeds: number, progress: Pick<ProgressLine, 'update'>): PlateOutcome[] {
  const read = trialReader();
  const conditions = plateConditions(seeds);
  return conditions.map((condition, i) => {
    progress.update((100 * i) / conditions.length, condition.trialId);
    return measurePlates(condition, read(condition.trialId));
  });
}

const quantities = Object.keys(plateQuantities) as PlateQuantity[];

/** The condition that the floors name. */
const isFloorCondition = ({ condition }: PlateOutcome): boolean => condition.fps === 30 && condition.noiseMm === 4;

/** The floors that this part is held to. */
export function plateMeasurements(outcomes: readonly PlateOutcome[]): Measurement[] {
  const usual = outcomes.filter(isFloorCondition);
  const tenSeconds = usual.filter(({ durationS }) => durationS >= 10).flatMap(({ pairs }) => pairs.cadence);
  const lengths = usual.flatMap(({ lateMs }) => lateMs.map(({ length }) => length));
  const { mean, sd } = meanAndSpread(lengths);
  const strikes = outcomes.map(strikeTold);
  const covered = 100 * agreementOf(quantities.flatMap((quantity) => pairsOf(outcomes, quantity))).coverage;
  return [
    { floor: accuracyFloors.cadencePlates, ...largest(errorsOf(tenSeconds)) },
    { floor: accuracyFloors.contactMeanPlates, ...largest(trialMeans(usual)) },
    { floor: accuracyFloors.contactStepPlates, value: Math.abs(mean) + 1.96 * sd },
    { floor: accuracyFloors.strikePlates, ...shareOfTold(strikes) },
    { floor: accuracyFloors.coveragePlatesLow, value: covered },
    { floor: accuracyFloors.coveragePlatesHigh, value: covered },
  ];
}

/** Each trial's mean error of the clip's contact time, milliseconds; null where every clip of it was withheld. */
const trialMeans = (outcomes: readonly PlateOutcome[]): (number | null)[] =>
  trialIds.flatMap((id) => {
    const own = outcomes.filter(({ trial }) => trial.id === id);
    if (own.length === 0) return [];
    const { bias, reported } = agreementOf(pairsOf(own, 'contact time'));
    return [reported === 0 ? null : bias];
  });

const errorsOf = (pairs: readonly MeasuredAndTrue[]): (number | null)[] =>
  pairs.map(({ measured: { value }, truth }) => (value === null ? null : value - truth));

/** What the floor of the coverage is made of: single landings outnumber all numbers of clips. */
function coverageApart(outcomes: readonly PlateOutcome[]): string {
  const [landings, ofClips] = [true, false].map((isLanding) => {
    const own = quantities.filter((quantity) => (quantity === 'foot angle, single landing') === isLanding);
    return agreementOf(own.flatMap((quantity) => pairsOf(outcomes, quantity)));
  });
  return `The floor of the coverage counts every interval alike. Of ${ofClips.reported} intervals of whole clips, ${percent(ofClips.coverage)} hold the truth; of ${landings.reported} intervals of single landings, ${percent(landings.coverage)}.`;
}

const pairsOf = (outcomes: readonly PlateOutcome[], quantity: PlateQuantity): MeasuredAndTrue[] =>
  outcomes.flatMap(({ pairs }) => pairs[quantity]);

/** Whether a clip's feet were rightly told to land on the heel or not; null where no pattern was named. */
const strikeTold = ({ metrics, trial }: PlateOutcome): boolean | null =>
  metrics.strikePattern === null ? null : (metrics.strikePattern === 'rearfoot') === trial.rearfoot;

/** What the page says of the force-plate trials. */
export function platesSection(outcomes: readonly PlateOutcome[]): string {
  const rows = quantities.map((name) => ({ name, unit: plateQuantities[name], pairs: pairsOf(outcomes, name) }));
  const halves: readonly Half[] = ['development', 'reporting'];
  return [
    floorTable(plateMeasurements(outcomes)),
    `Markers of runners on force plates, as a phone at right angles would see them:

- sagittal plane, ${plateFrameRates.join(', ')} frames a second, noise of ${plateNoisesMm.join(', ')} mm in each coordinate;
- ${outcomes.length} clips of 10 s, or as long as the trial is;
- knee and ankle of hamner are the hinges between its clusters of markers;
- bmclab is one stride;
- the scale is given, since the upper bodies carry no markers.

The halves:

- Development: rbds001 up to 15 s and hamner_s01. The constants of \`markerCalibration\` were set with it in view.
- Reporting: rbds001 from 15 s on, hamner_s04, bmclab. Its errors were looked at when the form of the rules was chosen.

What a contact is:

- A contact lasts while the vertical force is above 50 N. The force of rbds001 is first low-pass filtered at 40 Hz.
- The other forces come filtered, and one of them is cut off below 47 N. In their tails, the 20 N that others use come 3 to 7 ms earlier and up to 12 ms later, which has nothing to do with the foot. The table has both.
- *Plates late* is how far the plates’ clock lags behind the cameras’ clock. It is the shift at which force and acceleration of the body’s centre of mass go together (\`bench/accuracy/plates/plate-clock.ts\`). It is taken off the plates’ events and changes no contact’s length.`,
    `**Contacts, trial by trial**, at 30 frames a second and 4 mm. The columns are errors in ms unless they name another unit, as mean ± SD:

- *missed* are contacts of the plates, at least 0.2 s inside a clip, that were not found; *spurious* are those found where the plates have none;
- *touchdown*, *toe-off* and *contact, step* are of single steps;
- *contact, clip mean* is what is reported, minus the plates’ mean of the same contacts (SD between clips).`,
    trialTable(outcomes.filter(isFloorCondition)),
    ...halves.flatMap((half) => [
      `**Contact time by condition, ${half} half**, in ms. The columns are the errors of single steps with their 95 % limits, the errors of clip means, the mean half width of the intervals, and the shares covered and withheld.`,
      conditionTable(outcomes.filter(({ trial }) => trial.half === half)),
    ]),
    '**The floors half by half**, at 30 frames a second and 4 mm. The columns are the largest mean error of all clips of one *trial*, the largest error of one *clip* alone, how many clips are within 10 ms, and the limit of agreement of single steps. In the trials of hamner a clip has 4 contacts, and there the floor of 10 ms is not kept for a clip alone.',
    halvesTable(outcomes.filter(isFloorCondition), halves),
    `What to know of single trials:

- The clips of hamner last three strides. Their runner at 2 m/s gets slower on the way. He makes 151.5 steps a minute by his touchdowns, 147 by his toe-offs, 149 by the middles of his contacts, which count here, and 150 by the phase fit over the whole clip.
- The true angles are of the same markers at the true moment, so only moments and noise cause errors. The intervals are made for joints on which markers do not quite sit, so they are too wide here.
- ${coverageApart(outcomes)}
- The one step of bmclab that can be timed is the last of a runner who brakes. He leaves the ground with the heel 4 cm lower than others, and toe-off is found late by as much.`,
    '**Every number**, all trials and conditions. The columns are those of the table of every number of the synthetic runner.',
    agreementTable(rows),
    drawnRulesProse,
    drawnRulesTable(measureDrawnRules()),
  ].join('\n\n');
}

/** What the last table says of contacts in pictures. */
const drawnRulesProse = `**The rules of pose networks on the same markers**, with BlazePose's constants, at 60 frames a second and 2 mm. The columns are the count of contacts in the first 10 s of each trial, the mean errors of touchdown, toe-off and contact against the plates, and the plates' contact.

- In pictures, contacts rest on what a network draws well (ankle, knee and hip) and little on heel and toe. The table shows how far such rules are off when the joints are where they are.
- They are as far off with avatars, against the plates under the people whose motion the avatars show. Against the avatars' own soles, the slowest contacts come out too short instead of too long ([decision 28](decisions/0028-what-a-contact-is.md)).`;

function halvesTable(outcomes: readonly PlateOutcome[], halves: readonly Half[]): string {
  const rows = halves.map((half) => {
    const own = outcomes.filter(({ trial }) => trial.half === half);
    const misses = pairsOf(own, 'contact time').flatMap(({ measured: { value }, truth }) =>
      value === null ? [] : [Math.abs(value - truth)],
    );
    const { mean, sd } = meanAndSpread(own.flatMap(({ lateMs }) => lateMs.map(({ length }) => length)));
    const kept = misses.filter((miss) => miss <= accuracyFloors.contactMeanPlates.floor).length;
    return [
      half,
      `${figure(largest(trialMeans(own)).value ?? Number.NaN)} ms`,
      `${figure(Math.max(...misses))} ms`,
      `${kept} of ${misses.length}`,
      `${figure(Math.abs(mean) + 1.96 * sd)} ms`,
    ];
  });
  return table(
    ['half', 'contact, trial, largest', 'contact, clip, largest', 'clips within 10 ms', 'single step, limit'],
    rows,
  );
}

const spread = (values: readonly number[]): string => {
  const { mean, sd, n } = meanAndSpread(values);
  return n === 0 ? '–' : `${figure(mean)} ± ${figure(sd)}`;
};

function trialTable(outcomes: readonly PlateOutcome[]): string {
  const rows = trialIds.map((id) => {
    const own = outcomes.filter(({ trial }) => trial.id === id);
    const late = own.flatMap(({ lateMs }) => lateMs);
    const cadence = agreementOf(pairsOf(own, 'cadence'));
    const { bias, sd, reported } = agreementOf(pairsOf(own, 'contact time'));
    const [first] = own;
    const told = own.flatMap((outcome) => strikeTold(outcome) ?? []);
    const at20 = meanAndSpread(own.flatMap(({ matched }) => matched.flatMap(({ plate }) => plate.longerAt20NMs ?? [])));
    const sum = (of: (outcome: PlateOutcome) => number): number => own.reduce((total, one) => total + of(one), 0);
    return [
      id,
      first?.trial.half ?? '',
      figure(1000 * (first?.trial.plateLagS ?? Number.NaN)),
      String(late.length),
      `${sum(({ missed }) => missed)} / ${sum(({ spurious }) => spurious)}`,
      spread(late.map(({ touchdown }) => touchdown)),
      spread(late.map(({ toeOff }) => toeOff)),
      spread(late.map(({ length }) => length)),
      reported === 0 ? `withheld: ${first?.metrics.contactTimeMs.reason ?? ''}` : `**${figure(bias)}** ± ${figure(sd)}`,
      reported === 0 || at20.n === 0 ? '–' : figure(bias - at20.mean),
      cadence.reported === 0 ? '–' : `${figure(cadence.bias)} ± ${figure(cadence.sd)}`,
      told.length === 0 ? '–' : `${told.filter((right) => right).length} of ${told.length}`,
    ];
  });
  const head = ['trial', 'half', 'plates late', 'steps', 'missed / spurious', 'touchdown', 'toe-off', 'contact, step'];
  return table([...head, 'contact, clip mean', 'the same at 20 N', 'cadence, spm', 'strike right'], rows);
}

function conditionTable(outcomes: readonly PlateOutcome[]): string {
  const rows = plateFrameRates.flatMap((fps) =>
    plateNoisesMm.map((noiseMm) => {
      const own = outcomes.filter(({ condition }) => condition.fps === fps && condition.noiseMm === noiseMm);
      const { mean, sd } = meanAndSpread(own.flatMap(({ lateMs }) => lateMs.map(({ length }) => length)));
      const clip = agreementOf(pairsOf(own, 'contact time'));
      const limits = `${figure(mean - 1.96 * sd)} to ${figure(mean + 1.96 * sd)}`;
      const covered = Number.isFinite(clip.coverage) ? `${(100 * clip.coverage).toFixed(0)} %` : '–';
      const withheld = `${(100 * (1 - clip.reported / clip.asked)).toFixed(0)} %`;
      return [
        String(fps),
        String(noiseMm),
        `${figure(mean)} ± ${figure(sd)}`,
        limits,
        `${figure(clip.bias)} ± ${figure(clip.sd)}`,
        figure(clip.halfWidth),
        covered,
        withheld,
      ];
    }),
  );
  const head = ['fps', 'noise, mm', 'single step: bias ± SD', '95 % limits', 'clip mean: bias ± SD'];
  return table([...head, 'half width', 'covered', 'withheld'], rows);
}
