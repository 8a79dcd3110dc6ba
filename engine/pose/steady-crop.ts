import type { Crop } from './crop.ts';

/** Share of the way from the last crop to the wanted one that is gone in one picture. */
const follow = { centre: 0.5, side: 0.1, rotation: 0.1 };

/**
 * The next crop on the way from the last to the one the network asks for. A crop that jumps makes keypoints jump: the centre
 * follows the runner, size and turn follow slowly.
 */
export function steadyCrop(last: Crop, wanted: Crop): Crop {
  return {
    centreXPx: last.centreXPx + follow.centre * (wanted.centreXPx - last.centreXPx),
    centreYPx: last.centreYPx + follow.centre * (wanted.centreYPx - last.centreYPx),
    sidePx: last.sidePx * (wanted.sidePx / last.sidePx) ** follow.side,
    rotationRad: last.rotationRad + follow.rotation * shortestTurn(wanted.rotationRad - last.rotationRad),
  };
}

/** The same turn between half a turn backward and half a turn forward. */
function shortestTurn(rotationRad: number): number {
  return rotationRad - 2 * Math.PI * Math.round(rotationRad / (2 * Math.PI));
}
