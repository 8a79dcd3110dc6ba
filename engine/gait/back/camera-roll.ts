import type { Measured } from '../../metrics/measured.ts';

/** How far the camera is turned about its line of sight, decided once per clip. */
export interface CameraRoll {
  /**
   * Turn of the world in the picture, degrees, clockwise as seen positive: a level line falls towards the picture's right. What is
   * measured against the level or the vertical has it taken off.
   */
  readonly rollDeg: Measured;
  /** Standard uncertainty, degrees, of the level that is then measured against. */
  readonly levelUncertaintyDeg: number;
}
