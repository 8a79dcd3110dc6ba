import { leastSquaresSlope } from '../signal/least-squares-slope.ts';
import { alignPatch } from './align-patch.ts';
import type { GreyCrop } from './grey-crop.ts';
import { cutPatch, middleOf, type Patch, type PatchPlace } from './patch.ts';
import { searchPatch } from './search-patch.ts';

/** A shoe in one picture. Lengths are pixels of the crops. */
export interface ShoePicture {
  readonly timeS: number;
  readonly crop: GreyCrop;
  /** In the whole picture. */
  readonly ankle: readonly [x: number, y: number];
}

/** Forward and down, pixels of the crops per second. */
export interface ShoeVelocity {
  readonly forward: number;
  readonly down: number;
}

/**
 * The shoe's pixels, shares of the body height from the drawn ankle: heel to toe, and from below the ankle, which leans forward
 * over the foot, to the sole.
 */
const shoe = { behind: 0.055, ahead: 0.115, top: 0.012, bottom: 0.055 };
/** The sole under the ball of the foot: it goes with the belt when the shoe turns about it. */
const ball = { ahead: 0.06, below: 0.05 };
/** How far the shoe may be from where the ankle leads to, shares of the body height. */
const reach = { along: 0.02, up: 0.008 };
/** Pictures less alike than this do not show the same shoe. */
const leastCorrelation = 0.5;
/** Pixels by which the fine place may differ from the coarse one. */
const mostCorrection = 3;

/**
 * Follows the shoe through the pictures of one stance, from the middle one outward, by what it looks like.
 *
 * @param bodyHeight Pixels of the crops.
 * @returns Null where it is not seen in two pictures.
 */
export function followShoe(pictures: readonly ShoePicture[], facing: 1 | -1, bodyHeight: number): ShoeVelocity | null {
  const middle = pictures.length >> 1;
  const { ankle, crop } = pictures[middle];
  const ends = [ankle[0] - facing * shoe.behind * bodyHeight, ankle[0] + facing * shoe.ahead * bodyHeight];
  const patch = cutPatch(crop, {
    left: Math.min(...ends),
    right: Math.max(...ends),
    top: ankle[1] + shoe.top * bodyHeight,
    bottom: ankle[1] + shoe.bottom * bodyHeight,
  });
  if (patch === null) return null;
  const places: (PatchPlace | null)[] = pictures.map(() => null);
  places[middle] = { dx: 0, dy: 0, turnRad: 0 };
  const follow = (i: number, from: number): void => {
    const before = places[from];
    if (before !== null) places[i] = placeIn(patch, pictures[i], before, pictures[from].ankle, bodyHeight);
  };
  for (let i = middle + 1; i < pictures.length; i++) follow(i, i - 1);
  for (let i = middle - 1; i >= 0; i--) follow(i, i + 1);
  return velocityOf(
    patch,
    pictures,
    places,
    [ankle[0] + facing * ball.ahead * bodyHeight, ankle[1] + ball.below * bodyHeight],
    facing,
  );
}

function placeIn(
  patch: Patch,
  { crop, ankle }: ShoePicture,
  before: PatchPlace,
  ankleBefore: readonly [number, number],
  bodyHeight: number,
): PatchPlace | null {
  const found = searchPatch(patch, crop, {
    dx: before.dx + ankle[0] - ankleBefore[0],
    dy: before.dy,
    reachX: Math.ceil(reach.along * bodyHeight),
    reachY: Math.ceil(reach.up * bodyHeight),
  });
  if (found === null || found.correlation < leastCorrelation) return null;
  const place = alignPatch(patch, crop, { dx: found.dx, dy: found.dy, turnRad: before.turnRad });
  return place !== null && Math.hypot(place.dx - found.dx, place.dy - found.dy) < mostCorrection ? place : null;
}

function velocityOf(
  patch: Patch,
  pictures: readonly ShoePicture[],
  places: readonly (PatchPlace | null)[],
  ballAt: readonly [number, number],
  facing: 1 | -1,
): ShoeVelocity | null {
  const [middleX, middleY] = middleOf(patch);
  const [ballX, ballY] = [ballAt[0] - middleX, ballAt[1] - middleY];
  const [timesS, x, y]: [number[], number[], number[]] = [[], [], []];
  for (const [i, place] of places.entries()) {
    if (place === null) continue;
    const [cos, sin] = [Math.cos(place.turnRad), Math.sin(place.turnRad)];
    timesS.push(pictures[i].timeS);
    x.push(place.dx + cos * ballX - sin * ballY);
    y.push(place.dy + sin * ballX + cos * ballY);
  }
  if (timesS.length < 2) return null;
  return { forward: facing * leastSquaresSlope(timesS, x), down: leastSquaresSlope(timesS, y) };
}
