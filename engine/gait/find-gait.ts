import type { PoseNetwork } from '../pose/custom/network-choice.ts';
import type { Side } from '../pose/keypoint-names.ts';
import { median } from '../signal/robust-statistics.ts';
import type { CameraMode, Tracks } from '../tracks/tracks.ts';
import { acceptContacts } from './accept-contacts.ts';
import { movesBackwards } from './backwards.ts';
import type { Contact, Gait } from './contact.ts';
import { drawnEvents } from './drawn-events.ts';
import { DrawnMarks } from './drawn-marks.ts';
import { groundClimbPxS } from './ground-climb.ts';
import { toeOffsByHeelS } from './heel-rise.ts';
import { landingAngle } from './landing-angle.ts';
import { placeOf } from './leg-path.ts';
import { type NetworkCalibration, networkCalibration, type SpeedAndWay } from './network-calibration.ts';
import { isRunning } from './running.ts';
import { metresPerPx } from './scale.ts';
import { type DrawnStance, drawnSpeedPxS } from './stance-speed.ts';
import { feetSpeedPxS, followedSpeedPxS, type GroundVelocity, type Stances, type StanceWindow } from './stances.ts';
import { toeOffS } from './toe-off.ts';
import { slapS, touchdownS } from './touchdown.ts';
import { steadiedTouchdownsS } from './usual-stance.ts';

/** What the rules need beyond the tracks. */
export interface GaitContext {
  readonly camera: CameraMode;
  readonly heightM: number;
  readonly network: PoseNetwork;
  /** Instead of the network's own, for keypoints from another source. */
  readonly calibration?: NetworkCalibration;
}

const nothing: Gait = { contacts: [], strideS: null, strideSeS: null, runSpeedPxS: null, running: false };

/** Rhythm, contacts and whether it is running. Contacts are left out where the clip shows no running. */
export function findGait(tracks: Tracks, stances: Stances | null, context: GaitContext): Gait {
  if (tracks.view !== 'side' || !(tracks.bodyHeightPx > 0)) return nothing;
  if (stances === null || !(stances.runSpeedPxS > 0)) return nothing;
  const found = [
    ...contactsOf(tracks, stances, 'left', context),
    ...contactsOf(tracks, stances, 'right', context),
  ].sort((a, b) => a.touchdownS - b.touchdownS);
  const { stride } = stances;
  const calibration = context.calibration ?? networkCalibration[context.network];
  const { stance } = calibration;
  const runSpeedPxS = finiteOrNull(runningSpeedPxS(stances, stance, context.camera));
  const scaleMPerPx = metresPerPx(tracks, context.heightM, calibration);
  if (movesBackwards(tracks) || !isRunning(tracks, stride, found, scaleMPerPx)) {
    return { ...nothing, strideS: stride.strideS, strideSeS: stride.strideSeS, runSpeedPxS };
  }
  const firstS = tracks.timesS[0];
  const lastS = tracks.timesS[tracks.frameCount - 1];
  return {
    contacts: acceptContacts(found, stride.strideS, firstS, lastS),
    strideS: stride.strideS,
    strideSeS: stride.strideSeS,
    runSpeedPxS,
    running: true,
  };
}

/** On a treadmill the belt's, by the feet alone; under a camera that moves the hips' over the feet, as long as a whole step is seen. */
function runningSpeedPxS(stances: Stances, stance: DrawnStance | undefined, camera: CameraMode): number {
  if (stance !== undefined) return drawnSpeedPxS(stances, stance, camera);
  if (camera === 'treadmill') return feetSpeedPxS(stances);
  const overSteps = followedSpeedPxS(stances);
  return Number.isFinite(overSteps) ? overSteps : stances.runSpeedPxS;
}

const finiteOrNull = (value: number): number | null => (Number.isFinite(value) ? value : null);

type StanceEvents = (index: number) => { touchdownS: number; toeOffS: number };

/** Every stance of one leg whose two events can be timed. */
function contactsOf(tracks: Tracks, stances: Stances, side: Side, context: GaitContext): Contact[] {
  const eventsOf = stanceEvents(tracks, stances, side, context);
  const contacts: Contact[] = [];
  for (let i = 0; i < stances.legs[side].windows.length; i++) {
    const { touchdownS, toeOffS } = eventsOf(i);
    if (!Number.isFinite(touchdownS) || !Number.isFinite(toeOffS)) continue;
    contacts.push({ side, touchdownS, toeOffS, midStanceS: (touchdownS + toeOffS) / 2 });
  }
  return contacts;
}

/** How the events of one leg's stances are read, by the rule that suits the keypoints. */
function stanceEvents(tracks: Tracks, stances: Stances, side: Side, context: GaitContext): StanceEvents {
  const calibration = context.calibration ?? networkCalibration[context.network];
  const { path, windows } = stances.legs[side];
  const { events } = calibration;
  if (events.rule === 'drawn-marks') {
    const marks = new DrawnMarks(tracks, side, path, stances.stride.strideS);
    return (i) => drawnEvents(marks, windows[i] as StanceWindow, events);
  }
  return speedAndWayEvents(tracks, stances, side, { ...context, calibration }, events);
}

/** By when heel and toe come to rest, and how far the heel has risen. */
function speedAndWayEvents(
  tracks: Tracks,
  stances: Stances,
  side: Side,
  { camera, heightM, calibration }: GaitContext & { readonly calibration: NetworkCalibration },
  { touchdownSpeedShare, heelHeightM, toeRiseM, toeSlideM, heelRiseM, heelRiseCount }: SpeedAndWay,
): StanceEvents {
  const { stride, legs, runSpeedPxS } = stances;
  const { path, windows, groundVx } = legs[side];
  // The ground's velocity is the same in every stance unless the camera turns with the runner.
  const usualVx = median(groundVx);
  const thresholdPxS = touchdownSpeedShare * runSpeedPxS;
  const perPx = metresPerPx(tracks, heightM, calibration);
  const heel = tracks.hasFeet ? placeOf(tracks, tracks.points[`${side}_heel`]) : path.toe;
  const vy = groundClimbPxS(stances);
  const ground = groundVx.map((vx) => ({ vx: camera === 'panning' ? vx : usualVx, vy }));
  const singleS = windows.map((window, i) => touchdownS(path, heel, window, ground[i] as GroundVelocity, thresholdPxS));
  const slowedS = steadiedTouchdownsS(path, heel, windows, singleS, ground, {
    strideS: stride.strideS,
    thresholdPxS,
  });
  const toesUp = tracks.hasFeet ? landingAngle(path, heel, windows, slowedS) : 0;
  const laterS = slapS(heelHeightM / perPx, toesUp, runSpeedPxS);
  const toeWay = { risePx: toeRiseM / perPx, slidePx: toeSlideM / perPx };
  const byToeS = windows.map((window, i) => toeOffS(path, window, ground[i] as GroundVelocity, toeWay));
  const leavesS = tracks.hasFeet
    ? toeOffsByHeelS(path, heel, windows, byToeS, { risePx: heelRiseM / perPx, count: heelRiseCount })
    : byToeS;
  return (i) => ({ touchdownS: slowedS[i] - laterS, toeOffS: leavesS[i] });
}
