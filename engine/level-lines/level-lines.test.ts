import { expect, it } from 'vitest';
import { normalAt } from '../../fixtures/seeded-random.ts';
import type { DecodedFrame } from '../video/video.ts';
import type { BodyMask } from './body-mask.ts';
import { edgePoints } from './edge-points.ts';
import { levelLineDeg } from './level-lines.ts';

const [widthPx, heightPx] = [240, 400];
const body: BodyMask = { middleXPx: 115, covers: (xPx, yPx) => Math.abs(xPx - 115) < 30 && yPx > 80 && yPx < 360 };

type Shade = (xPx: number, yPx: number) => number;

/** Whatever a shade says, grainy, with a runner whose shirt has a slanting hem before it. */
function picture(shade: Shade, seed: number): DecodedFrame {
  const rgb = new Uint8Array(3 * widthPx * heightPx);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const own = body.covers(x, y) ? (y - 0.1 * x > 200 ? 30 : 220) : shade(x - 115, y);
      const at = 3 * (y * widthPx + x);
      rgb.fill(own + 3 * normalAt(seed, x, y), at, at + 3);
    }
  }
  return { index: 0, timeS: 0, rgb, widthPx, heightPx };
}

const seenIn = (shade: Shade): number | null =>
  levelLineDeg([1, 2, 3].map((seed) => edgePoints(picture(shade, seed), body)));

const slope = (deg: number): number => Math.tan((deg * Math.PI) / 180);
/** Sky, a hedge and the ground, with the camera turned. */
const hedge =
  (deg: number): Shade =>
  (x, y) =>
    y - slope(deg) * x < 120 ? 190 : y - slope(deg) * x < 210 ? 90 : 130;
/** Edges of a track that run away from the camera, one on either side. */
const track: Shade = (x, y) => (y - 150 > 0.08 * Math.abs(x) ? 150 : 90);

it.each([0, 0.7, -2.3, 4])('finds the turn of a hedge: %f degrees', (deg) => {
  expect(Math.abs((seenIn(hedge(deg)) ?? Number.NaN) - deg)).toBeLessThan(0.11);
});

it('finds it beside lines that run away from the camera', () => {
  const both: Shade = (x, y) => (y - 290 > 0.08 * Math.abs(x) ? 170 : hedge(1.5)(x, y));
  expect(Math.abs((seenIn(both) ?? Number.NaN) - 1.5)).toBeLessThan(0.11);
});

it('says nothing where only such lines are seen', () => {
  expect(seenIn(track)).toBeNull();
});

it('says nothing where lines disagree, as of a wall beside the runner', () => {
  expect(seenIn((x, y) => (y < 200 ? hedge(3)(x, y) : y - slope(-2) * x < 290 ? 130 : 190))).toBeNull();
});

it('says nothing of an even ground, and nothing of the border of bars beside the picture', () => {
  expect(seenIn(() => 120)).toBeNull();
  const withBars = picture(() => 120, 1);
  withBars.rgb.fill(0, 0, 3 * widthPx * 60);
  expect(levelLineDeg([edgePoints(withBars, body)])).toBeNull();
});
