import type { Side } from '../../../engine/pose/keypoint-names.ts';
import type { Measurement } from '../../report/table.ts';
import { accuracyFloors } from '../accuracy-floors.ts';
import { agreementOf } from '../agreement.ts';
import { type FloorFigure, largest, rootMeanSquare, shareOfTold } from '../floor-figures.ts';
import { type BackMetricRow, backAngleRows, backAngles, backTimeRows, rearfootRows } from './back-metric-table.ts';
import type { BackClipOutcome, NotBackOutcome } from './measure-back-clips.ts';
import type { SyntheticBackOutcome } from './measure-back-synthetic.ts';

/** Everything that the back view's part of the page is made of. */
export interface BackOutcomes {
  readonly synthetic: readonly SyntheticBackOutcome[];
  readonly clips: readonly BackClipOutcome[];
  readonly notBack: readonly NotBackOutcome[];
}

/** A planted difference between two clips that show one leg otherwise alike. */
export interface PlantedChange {
  readonly group: string;
  readonly side: Side;
  readonly trueChange: number;
  /** Null where one of both was withheld. */
  readonly seenChange: number | null;
}

const sides = ['left', 'right'] as const;

/** The floors of the back view: those with pixels are held to the reporting half, painted and rendered. */
export function backMeasurements({ synthetic, clips, notBack }: BackOutcomes): Measurement[] {
  const reporting = clips.filter(({ clip }) => clip.half === 'reporting');
  const rms = (row: BackMetricRow): FloorFigure => rootMeanSquare(rowErrors(row, reporting));
  const changes = rearfootChanges(reporting);
  const known = reporting.flatMap(({ metrics, clip }) =>
    rowsOfClip(clip).flatMap(({ pairs }) => pairs(metrics, clip.truth)),
  );
  const coverage = 100 * agreementOf(known).coverage;
  const syntheticCoverage =
    100 *
    agreementOf(
      [...backTimeRows, ...backAngleRows].flatMap(({ pairs }) =>
        synthetic.flatMap((one) => pairs(one.metrics, one.truth)),
      ),
    ).coverage;
  const [cadence, contact] = backTimeRows;
  const withFlight = reporting.filter(({ clip }) => clip.contactsKnown);
  const refused = notBack.filter(({ reported }) => reported === 0).length;
  return [
    { floor: accuracyFloors.backDrop, ...rms(backAngles.pelvicDrop.atMidStance) },
    { floor: accuracyFloors.backDropOrder, ...shareOfTold(dropOrders(reporting).map(({ isRight }) => isRight)) },
    { floor: accuracyFloors.backHip, ...rms(backAngles.hipAdduction.atMidStance) },
    { floor: accuracyFloors.backKnee, ...rms(backAngles.kneeAdduction.atMidStance) },
    {
      floor: accuracyFloors.backRearfootSign,
      ...shareOfTold(
        changes.map(({ trueChange, seenChange }) =>
          seenChange === null ? null : Math.sign(trueChange) === Math.sign(seenChange),
        ),
      ),
    },
    {
      floor: accuracyFloors.backRearfoot,
      ...largest(changes.map(({ trueChange, seenChange }) => (seenChange === null ? null : seenChange - trueChange))),
    },
    { floor: accuracyFloors.backContact, ...largest(rowErrors(contact, withFlight)) },
    { floor: accuracyFloors.backCadence, ...largest(rowErrors(cadence, reporting)) },
    { floor: accuracyFloors.backCoverageLow, value: finite(coverage) },
    { floor: accuracyFloors.backCoverageHigh, value: finite(coverage) },
    { floor: accuracyFloors.backCoverageSyntheticLow, value: finite(syntheticCoverage) },
    { floor: accuracyFloors.backCoverageSyntheticHigh, value: finite(syntheticCoverage) },
    { floor: accuracyFloors.backRefused, value: notBack.length === 0 ? null : (100 * refused) / notBack.length },
  ];
}

const contactRows = ['contact time', 'flight time', 'stance', 'swing'];

/** The rows that a clip has a truth of. */
export const rowsOfClip = ({ contactsKnown }: BackClipOutcome['clip']): readonly BackMetricRow[] =>
  [...backTimeRows, ...backAngleRows, ...rearfootRows].filter(
    ({ name }) => contactsKnown || !contactRows.includes(name),
  );

/** Whether the pelvic drops of each leg come in their planted order, of groups with three clips; null where one is withheld. */
export function dropOrders(
  outcomes: readonly BackClipOutcome[],
): { group: string; side: Side; isRight: boolean | null }[] {
  return groupsOf(outcomes, 'pelvicDropDeg')
    .filter(({ members }) => members.length >= 3)
    .flatMap(({ group, members }) =>
      sides.map((side) => {
        const seen = members.map(({ metrics }) => metrics.pelvicDrop[side].atMidStance.value);
        const isRight = seen.includes(null)
          ? null
          : seen.every((value, i) => i === 0 || Number(value) > Number(seen[i - 1]));
        return { group, side, isRight };
      }),
    );
}

/** What is seen of each planted change of the peak eversion, from each clip of a group to the next. */
export function rearfootChanges(outcomes: readonly BackClipOutcome[]): PlantedChange[] {
  return groupsOf(outcomes, 'eversionDeg').flatMap(({ group, members }) =>
    members.slice(1).flatMap((after, i) => {
      const before = members[i];
      return sides.map((side) => {
        const [from, to] = [before, after].map(({ metrics }) => metrics.rearfoot[side].peak.value);
        const trueChange = after.clip.truth.sides[side].rearfoot.peak - before.clip.truth.sides[side].rearfoot.peak;
        return { group, side, trueChange, seenChange: from === null || to === null ? null : to - from };
      });
    }),
  );
}

/** Clips that are alike but for what was planted, in its order; groups in which it does not differ are left out. */
function groupsOf(outcomes: readonly BackClipOutcome[], of: 'pelvicDropDeg' | 'eversionDeg') {
  const planted = outcomes.filter(({ clip }) => clip.planted[of] !== undefined);
  return [...new Set(planted.map(({ clip }) => clip.group))]
    .map((group) => ({
      group,
      members: planted
        .filter(({ clip }) => clip.group === group)
        .sort((a, b) => Number(a.clip.planted[of]) - Number(b.clip.planted[of])),
    }))
    .filter(
      ({ members }) =>
        new Set(members.map(({ clip }) => clip.planted[of])).size === members.length && members.length > 1,
    );
}

const rowErrors = ({ pairs }: BackMetricRow, outcomes: readonly BackClipOutcome[]): (number | null)[] =>
  outcomes
    .flatMap(({ metrics, clip }) => pairs(metrics, clip.truth))
    .filter(({ truth }) => Number.isFinite(truth))
    .map(({ measured: { value }, truth }) => (value === null ? null : value - truth));

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
