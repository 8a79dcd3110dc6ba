import type { PoseNetwork } from '../pose/custom/network-choice.ts';
import type { PelvisWindow } from './pelvis-window.ts';

/** Where a network draws hips and shoulders against BlazePose full, by which the seat's rows were chosen. */
interface SeatPlace {
  /** How far the middle of the hips is below where this network draws it, its trunk lengths. */
  readonly below: number;
  /** Length of the trunk for one that this network draws. */
  readonly trunk: number;
}

/** Means over the clips of the development half (`bench/accuracy/back/`), against BlazePose full on the same pictures. */
const seatPlaces: Readonly<Record<PoseNetwork, SeatPlace | null>> = {
  'blazepose-full': { below: 0, trunk: 1 },
  'blazepose-lite': { below: -0.012, trunk: 1.004 },
  'blazepose-heavy': null,
  'movenet-lightning': { below: 0.12, trunk: 1.095 },
  'movenet-thunder': { below: 0.123, trunk: 1.092 },
  // Nobody has looked where it draws hips.
  custom: null,
};

/** The window of the seat for one of the pelvis, moved to where it is; null for a network of which that is not known. */
export function seatWindow(window: PelvisWindow, network: PoseNetwork): PelvisWindow | null {
  const place = seatPlaces[network];
  if (place === null) return null;
  const { xPx, yPx, trunkPx, rollDeg } = window;
  const angle = (rollDeg * Math.PI) / 180;
  const downPx = place.below * trunkPx;
  return {
    xPx: xPx - Math.sin(angle) * downPx,
    yPx: yPx + Math.cos(angle) * downPx,
    trunkPx: place.trunk * trunkPx,
    rollDeg,
  };
}
