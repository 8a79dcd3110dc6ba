import { expect, it } from 'vitest';
import { normalAt } from '../../fixtures/seeded-random.ts';
import type { DecodedFrame } from '../video/video.ts';
import { seatLeans } from './seat-lean.ts';
import { type SeatPatch, seatPatch } from './seat-patch.ts';

const window = { xPx: 150, yPx: 170, trunkPx: 128, rollDeg: 0 };

interface Seat {
  readonly leanDeg?: number;
  readonly rollDeg?: number;
  /** How bright the cloth is, 0 to 255, and how deep its shades are, as a share. */
  readonly cloth?: number;
  readonly shades?: number;
  /** How far the right buttock is lifted against the left by its thigh, pixels. */
  readonly liftPx?: number;
  /** How far the network draws the hips from where they are, pixels. */
  readonly offPx?: number;
  readonly seed?: number;
}

/** A seat as light and shade draw it: a dark cleft, the fold above it, two buttocks, on cloth with the video's noise. */
function patchOf({
  leanDeg = 0,
  rollDeg = 0,
  cloth = 60,
  shades = 0.5,
  liftPx = 0,
  offPx = 0,
  seed = 1,
}: Seat): SeatPatch {
  const [widthPx, heightPx] = [300, 340];
  const rgb = new Uint8Array(3 * widthPx * heightPx);
  const turn = ((leanDeg + rollDeg) * Math.PI) / 180;
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const [dx, dy] = [x + 0.5 - window.xPx, y + 0.5 - window.yPx];
      const u = (Math.cos(turn) * dx + Math.sin(turn) * dy) / 128;
      const raised = liftPx * Math.tanh((Math.cos(turn) * dx + Math.sin(turn) * dy) / 6);
      const v = (-Math.sin(turn) * dx + Math.cos(turn) * dy + raised) / 128;
      const cleft = Math.exp(-((u / 0.02) ** 2)) * (v > -0.18 ? 1 : 0.3);
      const lit = Math.exp(-(((Math.abs(u) - 0.13) / 0.08) ** 2) - ((v + 0.02) / 0.12) ** 2);
      const shade = cloth * (1 + shades * (lit - 0.8 * cleft)) + 3 * normalAt(seed, x, y);
      rgb.fill(Math.max(0, Math.min(255, shade)), 3 * (y * widthPx + x), 3 * (y * widthPx + x) + 3);
    }
  }
  const frame: DecodedFrame = { index: 0, timeS: 0, rgb, widthPx, heightPx };
  const patch = seatPatch(frame, { ...window, rollDeg, xPx: window.xPx + offPx, yPx: window.yPx - offPx }, 1);
  if (patch === null) throw new Error('the window leaves the picture');
  return patch;
}

const upright = Array.from({ length: 6 }, (_, i) => patchOf({ seed: i + 2 }));

/** Lean of one seat among upright ones. */
const leanOf = (seat: Seat): number => {
  const leans = seatLeans([...upright, patchOf(seat)]);
  return (leans.at(-1) as number) - (leans[0] as number);
};

it.each([-9, -4, 0, 2, 7])('sees a seat lean by %f degrees', (leanDeg) => {
  expect(Math.abs(leanOf({ leanDeg }) - leanDeg)).toBeLessThan(0.6);
});

it('sees it on dark cloth and pale, deep shades and faint ones', () => {
  for (const cloth of [25, 200]) {
    const others = Array.from({ length: 6 }, (_, i) => patchOf({ cloth, shades: 0.2, seed: i + 2 }));
    const leans = seatLeans([...others, patchOf({ cloth, shades: 0.2, leanDeg: 5 })]);
    expect(Math.abs(Number(leans[6]) - Number(leans[0]) - 5)).toBeLessThan(1.5);
  }
});

it('takes the camera’s roll off and does not mind where the network draws the hips', () => {
  expect(Math.abs(leanOf({ leanDeg: 4, rollDeg: 3 }) - 4)).toBeLessThan(0.7);
  expect(Math.abs(leanOf({ leanDeg: 4, offPx: 6 }) - 4)).toBeLessThan(0.7);
});

it('does not take a buttock that its thigh lifts for a lean', () => {
  expect(Math.abs(leanOf({ liftPx: 4 }))).toBeLessThan(0.8);
});

it('says nothing of what is no seat, and of no picture', () => {
  const speckled = Float32Array.from(upright[0] as SeatPatch, (_, at) => normalAt(7, at));
  const leans = seatLeans([...upright, speckled, null]);
  expect(leans[6]).toBeNaN();
  expect(leans[7]).toBeNaN();
  expect(leans.subarray(0, 6).every(Number.isFinite)).toBe(true);
  expect(seatLeans([null, null])).toEqual(Float64Array.of(Number.NaN, Number.NaN));
});

it('says nothing of cloth that shows nothing but noise', () => {
  const even = Array.from({ length: 8 }, (_, i) => patchOf({ shades: 0, seed: 20 + i }));
  expect(seatLeans(even).some(Number.isFinite)).toBe(false);
});

it('says nothing of a window that leaves the picture', () => {
  const rgb = new Uint8Array(3 * 300 * 340);
  expect(seatPatch({ index: 0, timeS: 0, rgb, widthPx: 300, heightPx: 340 }, { ...window, xPx: 20 }, 1)).toBeNull();
});
