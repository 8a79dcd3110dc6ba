import type { PoseNetwork } from '../pose/custom/network-choice.ts';
import type { Side } from '../pose/keypoint-names.ts';
import { median } from '../signal/robust-statistics.ts';
import type { CameraMode, Tracks } from '../tracks/tracks.ts';
import { acceptContacts } from './accept-contacts.ts';
import type { Contact, Gait } from './contact.ts';
import { type NetworkCalibration, networkCalibration } from './network-calibration.ts';
import { isRunning } from './running.ts';
import { metresPerPx } from './scale.ts';
import type { LegStances, Stances, StanceWindow } from './stances.ts';
import { toeOffS } from './toe-off.ts';
import { touchdownS } from './touchdown.ts';
import { turningPointEvents } from './turning-points.ts';

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
  const { stride, runSpeedPxS } = stances;
  if (!isRunning(tracks, stride, found)) {
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

/** Every stance of one leg whose two events can be timed. */
function contactsOf(tracks: Tracks, stances: Stances, side: Side, context: GaitContext): Contact[] {
  const leg = stances.legs[side];
  return leg.windows.flatMap((_, i) => {
    const raw = eventsOf(tracks, stances, leg, i, context);
    if (!Number.isFinite(raw.touchdownS) || !Number.isFinite(raw.toeOffS)) return [];
    return [{ side, ...raw, midStanceS: (raw.touchdownS + raw.toeOffS) / 2 }];
  });
}

function eventsOf(
  tracks: Tracks,
  stances: Stances,
  leg: LegStances,
  index: number,
  context: GaitContext,
): { touchdownS: number; toeOffS: number } {
  const calibration = context.calibration ?? networkCalibration[context.network];
  const window = leg.windows[index] as StanceWindow;
  const { events } = calibration;
  if (events.rule === 'turning-points') return turningPointEvents(leg.path, window, events);
  // The ground's velocity is the same in every stance unless the camera turns with the runner.
  const groundVx = context.camera === 'panning' ? leg.groundVx[index] : median(leg.groundVx);
  const risePx = events.toeRiseM / metresPerPx(tracks, context.heightM, calibration);
  return {
    touchdownS: touchdownS(leg.path, window, groundVx, events.touchdownSpeedShare * stances.runSpeedPxS),
    toeOffS: toeOffS(leg.path, window, risePx),
  };
}
