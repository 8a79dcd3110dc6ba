import type { NetworkId } from '../../models/registry.ts';
import type { Side } from '../pose/keypoint-names.ts';
import { median } from '../signal/robust-statistics.ts';
import type { CameraMode, Tracks } from '../tracks/tracks.ts';
import { acceptContacts } from './accept-contacts.ts';
import { ankleEvents } from './ankle-events.ts';
import type { Contact, Gait } from './contact.ts';
import { networkCalibration } from './network-calibration.ts';
import { isRunning } from './running.ts';
import { metresPerPx } from './scale.ts';
import { findStances, type LegStances, type Stances } from './stances.ts';
import { toeOffS } from './toe-off.ts';
import { touchdownS } from './touchdown.ts';

/** What the rules need beyond the tracks. */
export interface GaitContext {
  readonly camera: CameraMode;
  readonly heightM: number;
  /** Pace that a treadmill shows, seconds per kilometre; null where it is not known. */
  readonly paceSPerKm: number | null;
  readonly network: NetworkId;
}

const nothing: Gait = { contacts: [], strideS: null, strideSeS: null, running: false };

/** Rhythm, contacts and whether it is running. Contacts are left out where the clip shows no running. */
export function findGait(tracks: Tracks, context: GaitContext): Gait {
  if (tracks.view !== 'side' || !(tracks.bodyHeightPx > 0)) return nothing;
  const stances = findStances(tracks);
  if (stances === null || !(stances.runSpeedPxS > 0)) return nothing;
  const found = [
    ...contactsOf(tracks, stances, 'left', context),
    ...contactsOf(tracks, stances, 'right', context),
  ].sort((a, b) => a.touchdownS - b.touchdownS);
  const { stride } = stances;
  if (!isRunning(tracks, stride, found)) {
    return { ...nothing, strideS: stride.strideS, strideSeS: stride.strideSeS };
  }
  const firstS = tracks.timesS[0] as number;
  const lastS = tracks.timesS[tracks.frameCount - 1] as number;
  return {
    contacts: acceptContacts(found, stride.strideS, firstS, lastS),
    strideS: stride.strideS,
    strideSeS: stride.strideSeS,
    running: true,
  };
}

/** Every stance of one leg whose two events can be timed. */
function contactsOf(tracks: Tracks, stances: Stances, side: Side, context: GaitContext): Contact[] {
  const leg: LegStances = stances.legs[side];
  const rules = networkCalibration[context.network];
  const risePx = rules.toeRiseM / metresPerPx(tracks, context.heightM, context.network);
  const thresholdPxS = rules.touchdownSpeedShare * stances.runSpeedPxS;
  // The ground's velocity is the same in every stance unless the camera turns with the runner.
  const steadyVx = context.camera === 'panning' ? null : median(leg.groundVx);
  return leg.windows.flatMap((window, i) => {
    const groundVx = steadyVx ?? (leg.groundVx[i] as number);
    const raw = tracks.hasFeet
      ? {
          touchdownS: touchdownS(leg.path, window, groundVx, thresholdPxS) - rules.touchdownLateS,
          toeOffS: toeOffS(leg.path, window, risePx) - rules.toeOffLateS,
        }
      : ankleEvents(leg.path, window);
    if (!Number.isFinite(raw.touchdownS) || !Number.isFinite(raw.toeOffS)) return [];
    return [{ side, ...raw, midStanceS: (raw.touchdownS + raw.toeOffS) / 2 }];
  });
}
