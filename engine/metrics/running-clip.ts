import type { ShoeSpeed } from '../belt/shoe-speed.ts';
import type { Contact, Gait } from '../gait/contact.ts';
import { eventUncertaintyS } from '../gait/event-uncertainty.ts';
import { type NetworkCalibration, networkCalibration } from '../gait/network-calibration.ts';
import { metresPerPx } from '../gait/scale.ts';
import { steadyContacts } from '../gait/steady-contacts.ts';
import type { PoseNetwork } from '../pose/custom/network-choice.ts';
import type { Side } from '../pose/keypoint-names.ts';
import { medianFps } from '../tracks/smooth.ts';
import type { CameraMode, Tracks } from '../tracks/tracks.ts';
import { type AngleCalibration, angleCalibration } from './angle-calibration.ts';
import { bodyStridesOf } from './body-strides.ts';
import { strideTurns } from './stride-turns.ts';

/** What the metrics are measured from. */
export interface SideViewInput {
  readonly tracks: Tracks;
  readonly gait: Gait;
  readonly camera: CameraMode;
  /** Standing height, metres. */
  readonly heightM: number;
  readonly treadmill: boolean;
  /** Pace that the treadmill shows, seconds per kilometre; null where it is not known. */
  readonly paceSPerKm: number | null;
  readonly network: PoseNetwork;
  /** Instead of the network's own, for keypoints from another source. */
  readonly calibration?: NetworkCalibration;
  readonly angles?: AngleCalibration;
  /** Standard uncertainty, degrees, of the vertical in the tracks (`ground-line.ts`); 0 when left out. */
  readonly levelUncertaintyDeg?: number;
  /** How fast standing shoes went with the belt, in the runner's time; null or left out where the pictures were not looked at for it. */
  readonly shoes?: readonly ShoeSpeed[] | null;
}

/** One leg's stride, from a touchdown to its next. */
export interface Stride {
  readonly side: Side;
  readonly startS: number;
  readonly endS: number;
}

/** A clip that shows running from the side, with what several metrics share. */
export interface RunningClip extends Omit<SideViewInput, 'calibration' | 'angles' | 'levelUncertaintyDeg'> {
  readonly strideS: number;
  /** The events' uncertainty with what their scatter adds. */
  readonly calibration: Pick<NetworkCalibration, 'eventUncertaintyS' | 'scaleUncertainty' | 'stanceSpeedUncertainty'>;
  readonly angles: AngleCalibration;
  readonly metresPerPx: number;
  /** Median frames per second. */
  readonly fps: number;
  /** The gait's contacts at the times at which angles are read (`steady-contacts.ts`). */
  readonly steadyContacts: readonly Contact[];
  /** Strides of both legs between accepted touchdowns that follow each other. */
  readonly strides: readonly Stride[];
  /** Where each frame lies in its leg's stride (`stride-turns.ts`). */
  readonly turns: Readonly<Record<Side, Float64Array>>;
  /** Times of each leg's strides, seconds: 0 % to 100 % of one after the other, {@link curvePoints} each. */
  readonly curveTimesS: Readonly<Record<Side, Float64Array>>;
  /** The strides of one leg alone: what the whole body does is counted once (`body-strides.ts`). */
  readonly bodyStrides: readonly Stride[];
  /** The leg that has more strides. */
  readonly bodySide: Side;
}

/** Share by which a stride may differ from the clip's: beyond, a touchdown was missed in between. */
const strideTolerance = 0.2;

/** Strides of one leg that are as long as the clip’s, in the contacts’ time. */
export function stridesOf(
  contacts: readonly Pick<Contact, 'side' | 'touchdownS'>[],
  side: Side,
  strideS: number,
): Stride[] {
  const touchdowns = contacts.filter((contact) => contact.side === side).map((contact) => contact.touchdownS);
  return touchdowns.slice(1).flatMap((endS, i) => {
    const startS = touchdowns[i];
    return Math.abs(endS - startS - strideS) <= strideTolerance * strideS ? [{ side, startS, endS }] : [];
  });
}

/** A leg's strides; where it has none, one from its first touchdown on. */
function orOneStride(strides: Stride[], contacts: readonly Contact[], side: Side, strideS: number): Stride[] {
  const first = contacts.find((contact) => contact.side === side)?.touchdownS;
  return strides.length > 0 || first === undefined ? strides : [{ side, startS: first, endS: first + strideS }];
}

/** Values of a cycle's curve: 0 % to 100 % in steps of one. */
export const curvePoints = 101;

function curveTimesS(strides: readonly Stride[]): Float64Array {
  const timesS = new Float64Array(strides.length * curvePoints);
  for (const [i, { startS, endS }] of strides.entries()) {
    for (let k = 0; k < curvePoints; k++) {
      timesS[i * curvePoints + k] = startS + ((endS - startS) * k) / (curvePoints - 1);
    }
  }
  return timesS;
}

/** What remains to be known of angles against the vertical when that is itself uncertain. A foot is measured against the ground. */
const outOfLevel = (angles: AngleCalibration, levelDeg: number): AngleCalibration => ({
  joints: angles.joints,
  habit: angles.habit,
  trunkDeg: Math.hypot(angles.trunkDeg, levelDeg),
  shankDeg: Math.hypot(angles.shankDeg, levelDeg),
  footDeg: angles.footDeg,
  headDeg: Math.hypot(angles.headDeg, levelDeg),
  earEyeLineDeg: angles.earEyeLineDeg,
});

/** Gathers what the metrics share. `strideS` is the gait's own, known since the clip shows running. */
export function runningClip(input: SideViewInput, strideS: number): RunningClip {
  const calibrated = input.calibration ?? networkCalibration[input.network];
  const contacts = steadyContacts(input.gait.contacts, strideS);
  const left = stridesOf(contacts, 'left', strideS);
  const right = stridesOf(contacts, 'right', strideS);
  // A spread of what is given would have V8 make the kind of object anew for each clip.
  return {
    tracks: input.tracks,
    gait: input.gait,
    camera: input.camera,
    heightM: input.heightM,
    treadmill: input.treadmill,
    paceSPerKm: input.paceSPerKm,
    network: input.network,
    shoes: input.shoes ?? null,
    strideS,
    calibration: {
      eventUncertaintyS: eventUncertaintyS(input.gait.contacts, calibrated.eventUncertaintyS),
      scaleUncertainty: calibrated.scaleUncertainty,
      stanceSpeedUncertainty: calibrated.stanceSpeedUncertainty,
    },
    angles: outOfLevel(input.angles ?? angleCalibration[input.network], input.levelUncertaintyDeg ?? 0),
    metresPerPx: metresPerPx(input.tracks, input.heightM, calibrated),
    fps: medianFps(input.tracks.timesS),
    steadyContacts: contacts,
    strides: [...left, ...right],
    turns: {
      left: strideTurns(input.tracks.timesS, orOneStride(left, contacts, 'left', strideS)),
      right: strideTurns(input.tracks.timesS, orOneStride(right, contacts, 'right', strideS)),
    },
    curveTimesS: { left: curveTimesS(left), right: curveTimesS(right) },
    bodyStrides: bodyStridesOf(input.tracks, contacts, { left, right }, strideS),
    bodySide: left.length >= right.length ? 'left' : 'right',
  };
}
