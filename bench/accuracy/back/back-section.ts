import type { ProgressLine } from '../../../server/cli/progress-line.ts';
import { floorTable, percent, table } from '../../report/table.ts';
import { agreementOf } from '../agreement.ts';
import { agreementTable, type NamedPairs } from '../agreement-table.ts';
import type { Half } from '../clips/clip-with-truth.ts';
import { signed } from '../signed.ts';
import { type BackCondition, backConditions, backFrameRates, backNoisesPx, backScenes } from './back-conditions.ts';
import { type BackOutcomes, backMeasurements, dropOrders, rearfootChanges, rowsOfClip } from './back-floors.ts';
import { type BackMetricRow, backAngleRows, backAngles, backTimeRows, rearfootRows } from './back-metric-table.ts';
import { everyBackClip } from './every-back-clip.ts';
import {
  type BackClipOutcome,
  measureBackClipWithTruth,
  measureNotBack,
  type NotBackOutcome,
} from './measure-back-clips.ts';
import { measureBackSynthetic, type SyntheticBackOutcome } from './measure-back-synthetic.ts';

/** Measures the back view: every n-th synthetic clip, and every n-th with pixels that is on this machine. */
export async function measureBack(every: number, progress: Pick<ProgressLine, 'update'>): Promise<BackOutcomes> {
  const synthetic = measureSyntheticBack(every, progress);
  const clips: BackClipOutcome[] = [];
  const all = (await everyBackClip()).filter((_, i) => i % every === 0);
  for (const clip of all) {
    progress.update(30 + (60 * clips.length) / all.length, clip.name);
    clips.push(await measureBackClipWithTruth(clip));
  }
  return { synthetic, clips, notBack: await measureNotBack((name) => progress.update(95, name)) };
}

/** Every n-th synthetic clip. */
export function measureSyntheticBack(every: number, progress: Pick<ProgressLine, 'update'>): SyntheticBackOutcome[] {
  const conditions = backConditions().filter((_, i) => i % every === 0);
  return conditions.map((condition, i) => {
    progress.update((30 * i) / conditions.length, `${condition.scene}, ${condition.fps} fps`);
    return measureBackSynthetic(condition);
  });
}

/** The back view's part of `docs/accuracy.md`. */
export function backSection(outcomes: BackOutcomes): string {
  const { synthetic, clips, notBack } = outcomes;
  const half = (of: Half): BackClipOutcome[] => clips.filter(({ clip }) => clip.half === of);
  return [
    floorTable(backMeasurements(outcomes)),
    explained,
    `**Pixels in, reporting half**: whole clips with which no constant was set. The columns are those of the table of every number of the synthetic runner.

- One of the two avatars, Hispanic_M, is in a clip of the development half as well.
- Two remedies were sought for legs and contacts of these avatars ([decision 16](decisions/0016-rearfoot-from-the-picture.md), [decision 27](decisions/0027-toe-off-from-behind.md)). The clips are therefore no proof of how well others are measured.`,
    pixelTable(half('reporting')),
    '**Pixels in, development half**. The columns are the same.',
    pixelTable(half('development')),
    '**Clip by clip**. A row is a clip. The columns are the errors of its numbers, left and right, or the reason why a number is withheld; *(outside)* means that the interval does not hold the truth.',
    clipTable(clips),
    '**Planted eversion**. A row is one leg of two clips that follow one another. The columns are how much further the heel everts in the second clip, in truth and as seen.',
    changeTable(clips),
    '**Planted pelvic drop**: 0, 4, 8 degrees on otherwise like clips. The last column says whether the drops of that leg come in their order.',
    orderTable(clips),
    '**Clips that are no back views**, sent as back views. The columns are the side from which they are seen, how many numbers were reported, and the reasons why none is.',
    notBackTable(notBack),
    `**Synthetic keypoints**: ${synthetic.length} clips, each of another runner, with joints where they are and noise on them. The columns are the same as for pixels. A rearfoot needs a picture, so it is not here.`,
    agreementTable(rowsOf([...backTimeRows, ...backAngleRows], synthetic)),
    '**Synthetic keypoints by condition**. The columns are the count of clips, the errors of five numbers, and the shares covered and withheld over all numbers.',
    conditionTable(synthetic),
  ].join('\n\n');
}

const explained = `What is measured:

- Everything is seen from behind. Angles are those of the frontal plane, along the running direction, and means over the stances of each leg.
- *Synthetic runner*: pelvis, knees and heels are planted leg by leg (set to known angles), and the truth is exact.
- *Rendered avatars* (\`bench/accuracy/back/back-clip-configs.ts\`): they run as people did in a laboratory, with pelvic drop, eversion and knees planted in their motion. Contacts are those of their soles. The rearfoot angle is that of the midlines which can be seen of shoe and lower leg, not of the rig's joints.
- Contact and flight are left out where the soles and the human's force plate differ by more than 20 ms in the time that a foot stands. They have no single truth there.
- Floors of whole clips (pixels in) are held to the reporting half. The network is BlazePose full, and no pace is given.
- An error of a knee here is one of a projection: from behind, a bent knee that turns looks like one that gives way.

Contact time:

- Contacts of painted runners come out longer than avatars' because of what the network draws. With joints where they are, the same rules find every clip's mean contact of the reporting half within 14 ms.
- From pictures, painted runners' contacts were 15 to 33 ms too long. Once the heel has risen, BlazePose full takes the front end of the painted shoe for its heel and draws the ankle too low. The ankle then seems to rise 20 ms later than in avatars.
- Now the moment at which the shank is longest also marks the push-off. Painted runners and avatars differ little in that moment ([decision 27](decisions/0027-toe-off-from-behind.md)), and the largest error is 20 ms.
- Slow runners' contacts, 390 to 450 ms by soles that hardly leave the ground, come out 60 to 110 ms short. Their plates say 335 ms, so they have no single truth and are not in the floor.

Pelvic drop:

- *Both sides together.* How far a pelvis swings from side to side is measured at its seat: the line between the buttocks and the sacrum above it. The mean of both sides is within 0.6 degrees in the development half and 1.3 in the reporting half.
- By the outline of the pelvis, as before, it was within 1.3 and 2.4 degrees. Of the swing of painted runners, whose forearms hang before the waist, a quarter or nothing was seen.
- *Order.* Planted drops come in their order in avatars and painted runners.
- *Difference of the sides.* It is measured in good part, by the hips against level lines behind the runner. Half the difference is within 1.4 and 1.5 degrees; it was within 1.8 and 2.1 as long as the runner's own symmetry was the level. The trunk's lean is within 0.3 and 0.4 degrees; it was within 1.0 and 1.1.
- *Range.* It comes out too small, by up to 5 degrees in painted runners, since how fast a pelvis falls at mid-stance is taken as people's mean.
- [Decision 15](decisions/0015-pelvis-by-outline.md) lists what was tried, with the errors of each way when a runner or a motion is left out.

Rearfoot:

- Which two edges of shoe and leg are the heel's is decided by all pictures of a clip together.
- In one leg of one avatar other edges were chosen, because of a shadow beside a brown shoe. What remained of its outer edge was the flare below the collar, and the outline became a wedge. The heel was read 4 to 5 degrees too far everted, 5.3 in the change to the next clip.
- Now the expected taper counts in the choice of the outline, and legs whose pictures hardly support any outline are withheld. This leg is, and so is the same leg of another clip, which had been read well.
- In the development half, ten of 47 legs are lost in this way; they erred by 4 degrees root mean square. In the reporting half so many are lost that only four of the six changes planted in avatars are reported.
- Of these four, three are within 1.5 degrees. The fourth missed 4.2 of 5.4 degrees. In one of its clips the other shoe covers the left heel's inner edge until a third of the stance, and its own sole lies in a shadow. Early in every stance, the upper's flare was therefore taken for the heel, which was read 5.5 degrees too far everted at the peak.
- Now a picture weighs by what all of a leg's pictures at its phase of the stance show. The heel is read 3.2 degrees too far everted, and 2.4 of 5.4 are missed ([decision 16](decisions/0016-rearfoot-from-the-picture.md)).
- Three ways were tried and did not help: giving clear pictures more weight in the outline's shape, holding it to one height, and measuring colours by how the ground scatters.`;

interface Outcome {
  readonly metrics: BackClipOutcome['metrics'];
  readonly truth: BackClipOutcome['clip']['truth'];
}

const rowsOf = (rows: readonly BackMetricRow[], outcomes: readonly Outcome[]): NamedPairs[] =>
  rows.map(({ name, unit, pairs }) => ({
    name,
    unit,
    pairs: outcomes.flatMap(({ metrics, truth }) => pairs(metrics, truth)),
  }));

const pixelTable = (outcomes: readonly BackClipOutcome[]): string =>
  agreementTable(
    [...backTimeRows, ...backAngleRows, ...rearfootRows].map((row) => {
      const own = outcomes.filter(({ clip }) => rowsOfClip(clip).includes(row));
      const [pairs] = rowsOf(
        [row],
        own.map(({ metrics, clip }) => ({ metrics, truth: clip.truth })),
      );
      return pairs;
    }),
  );

function clipTable(outcomes: readonly BackClipOutcome[]): string {
  const shown: readonly (readonly [string, BackMetricRow, number])[] = [
    ['cadence, spm', backTimeRows[0], 2],
    ['contact, ms', backTimeRows[1], 0],
    ['pelvic drop, deg', backAngles.pelvicDrop.atMidStance, 1],
    ['hip, deg', backAngles.hipAdduction.atMidStance, 1],
    ['knee, deg', backAngles.kneeAdduction.atMidStance, 1],
    ['rearfoot peak, deg', rearfootRows[1], 1],
    ['step width, m', backTimeRows[6], 3],
  ];
  const rows = outcomes.map(({ clip, metrics }) => [
    `${clip.name}${clip.half === 'development' ? ' (development)' : ''}`,
    ...shown.map(([name, { pairs }, decimals]) =>
      name.startsWith('contact') && !clip.contactsKnown
        ? '–'
        : pairs(metrics, clip.truth)
            .map(({ measured: { value, halfWidth, reason }, truth }) =>
              value === null || halfWidth === null
                ? (reason ?? 'withheld')
                : `${signed(value - truth, decimals)}${Math.abs(value - truth) <= halfWidth ? '' : ' (outside)'}`,
            )
            .join(' / '),
    ),
  ]);
  return table(['clip', ...shown.map(([name]) => name)], rows);
}

function changeTable(outcomes: readonly BackClipOutcome[]): string {
  const rows = rearfootChanges(outcomes).map(({ group, side, trueChange, seenChange }) => [
    group,
    side,
    signed(trueChange, 1),
    seenChange === null ? 'withheld' : signed(seenChange, 1),
  ]);
  return table(['clips', 'side', 'true change, deg', 'seen, deg'], rows);
}

function orderTable(outcomes: readonly BackClipOutcome[]): string {
  const rows = dropOrders(outcomes).map(({ group, side, isRight }) => [
    group,
    side,
    isRight === null ? 'withheld' : isRight ? 'right' : 'wrong',
  ]);
  return table(['clips', 'side', 'order'], rows);
}

const notBackTable = (outcomes: readonly NotBackOutcome[]): string =>
  table(
    ['clip', 'seen from', 'numbers reported', 'reasons'],
    outcomes.map(({ name, seenFrom, reported, reasons }) => [name, seenFrom, String(reported), reasons.join(', ')]),
  );

function conditionTable(outcomes: readonly SyntheticBackOutcome[]): string {
  const groups: readonly (readonly [string, (condition: BackCondition) => boolean])[] = [
    ...backFrameRates.map((fps) => [`${fps} fps`, (c: BackCondition) => c.fps === fps] as const),
    ...backNoisesPx.map((noisePx) => [`${noisePx} px of noise`, (c: BackCondition) => c.noisePx === noisePx] as const),
    ...backScenes.map((scene) => [scene, (c: BackCondition) => c.scene === scene] as const),
    ['level', (c) => c.rollDeg === 0],
    ['camera rolled by up to 3 degrees', (c) => c.rollDeg !== 0],
  ];
  const shown = [backTimeRows[0], backTimeRows[1], ...Object.values(backAngles).map(({ atMidStance }) => atMidStance)];
  return table(
    ['clips', 'n', ...shown.map(({ name }) => `${name}: bias ± SD`), 'covered', 'withheld'],
    groups.map(([name, is]) => {
      const own = outcomes.filter(({ condition }) => is(condition));
      const all = agreementOf(rowsOf([...backTimeRows, ...backAngleRows], own).flatMap(({ pairs }) => pairs));
      return [
        name,
        String(own.length),
        ...rowsOf(shown, own).map(({ pairs, unit }) => {
          const { bias, sd } = agreementOf(pairs);
          return `${bias.toFixed(1)} ± ${sd.toFixed(1)} ${unit}`;
        }),
        percent(all.coverage),
        percent(1 - all.reported / all.asked),
      ];
    }),
  );
}
