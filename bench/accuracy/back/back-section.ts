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
    '**Pixels in, reporting half**: clips that no constant was set with; one of their two avatars, Hispanic_M, is in a clip of the development half as well. Two remedies were sought for legs and contacts of theirs ([decision 16](decisions/0016-rearfoot-from-the-picture.md), [decision 27](decisions/0027-toe-off-from-behind.md)), so that these are no proof of how the next ones are read.',
    pixelTable(half('reporting')),
    '**Pixels in, development half**',
    pixelTable(half('development')),
    '**Clip by clip**: measured less true; the two numbers of a cell are left and right.',
    clipTable(clips),
    '**Planted eversion**: how much further the heel everts from one clip to the next, left and right each.',
    changeTable(clips),
    '**Planted pelvic drop**: 0, 4, 8 degrees on otherwise like clips.',
    orderTable(clips),
    '**Clips that are no back views**, sent as such.',
    notBackTable(notBack),
    `**Synthetic keypoints**: ${synthetic.length} clips of as many runners, joints where they are and noise on them; a rearfoot needs a picture.`,
    agreementTable(rowsOf([...backTimeRows, ...backAngleRows], synthetic)),
    conditionTable(synthetic),
  ].join('\n\n');
}

const explained = `Everything is seen from behind: angles are those of the frontal plane, along the running direction, means over the stances of each leg. The synthetic runner's pelvis,
knees and heels are planted leg by leg, and its truth is exact. The rendered avatars (\`bench/accuracy/back/back-clip-configs.ts\`) run as people did in a laboratory, with pelvic drop,
eversion and knees planted in their motion; contacts are those of their soles, and the rearfoot angle is that of the midlines which can be seen of shoe and lower leg, not of the rig's
joints. Where soles and the human's force plate differ by more than 20 ms in the time that a foot stands, contact and flight have no single truth and are left out. Floors with pixels are held to the reporting half, the network is BlazePose full,
and no pace is told. An error of a knee here is one of a projection: from behind, a bent knee that turns looks like one that gives way.

Contacts of painted runners come out longer than avatars' by what the network draws: with joints where they are, the same rules find every clip's mean contact of the reporting half within 14 ms. From pictures painted runners' were 15 to 33 ms too long: once the heel has risen, BlazePose full takes the front end of the
painted shoe for its heel and draws the ankle too low, so that it seems to rise 20 ms later than in avatars. Now the shank's longest moment tells the push-off as well, by which both differ little ([decision 27](decisions/0027-toe-off-from-behind.md)), and the largest error is 20 ms. Slow runners' contacts, 390 to 450 ms by soles that
hardly leave the ground, come out 60 to 110 ms short; their plates say 335, so that they have no single truth and are not in the floor.

How far a pelvis swings from side to side is seen by its seat, the line between the buttocks and the sacrum above it, within 0.6 degrees of the mean of both sides in the development half and 1.3 in the reporting half (by the outline of the pelvis, as before, within 1.3 and 2.4, and a
quarter or nothing of the painted runners', whose forearms hang before the waist); planted drops come in their order in avatars and painted runners. How unlike both sides are is seen in good part, by the hips against level lines behind the runner: within 1.4 and 1.5 degrees of half the difference (1.8 and 2.1 as long as the
runner's own symmetry was the level; the trunk's lean within 0.3 and 0.4, and was within 1.0 and 1.1). The range is seen too small, by up to 5 degrees in painted runners, since how fast a pelvis falls at mid-stance is taken as people's mean. What was tried, and how each way errs when a runner or a motion is left out, is in
[decision 15](decisions/0015-pelvis-by-outline.md).

Which two edges of shoe and leg are the heel's is decided by all pictures of a clip together. In one leg of one avatar, a shadow beside a brown shoe, others won: what remained of its outer edge was the flare below the collar, the outline became a wedge, and
the heel was read 4 to 5 degrees too far everted, 5.3 in the change to the next clip. Now the expected taper has a say in the outline, and legs whose pictures hardly speak for any outline are withheld: this leg is, and so is the same leg of another clip, which had been read well. In the development
half ten of 47 legs are so lost, which erred by 4 degrees root mean square, and in the reporting half so many that four of the six changes planted in avatars are told there. Three are within 1.5 degrees. The fourth missed 4.2 of 5.4 degrees:
in one clip the other shoe covers the left heel's inner edge until a third of the stance and its own sole lies in a shadow, so that early in every stance the upper's flare was taken for the heel, read 5.5 degrees too far everted at the peak. Since a picture weighs by what all of a leg's pictures at its phase of the stance show, it is read 3.2 degrees too far, and 2.4 of 5.4 are missed ([decision 16](decisions/0016-rearfoot-from-the-picture.md)). Giving clear pictures more say in the outline's shape, holding it to one height, and measuring colours by how the ground scatters were tried and did not help.`;

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
