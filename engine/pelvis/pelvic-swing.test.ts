import { expect, it } from 'vitest';
import { normalAt } from '../../fixtures/seeded-random.ts';
import type { DecodedFrame } from '../video/video.ts';
import { type BodyOutline, bodyOutline, rowCount, rowHeight } from './body-outline.ts';
import { outlineTilts } from './outline-tilt.ts';
import { pelvicSwing } from './pelvic-swing.ts';
import type { PelvisObservation } from './pelvis-observation.ts';

const window = { xPx: 180, yPx: 200, trunkPx: 128, rollDeg: 0 };

/** A barrel-shaped body, leaning, before a speckled ground; a hand may hang before its left edge. */
function picture(leanDeg: number, { rollDeg = 0, hand = false } = {}): DecodedFrame {
  const [widthPx, heightPx] = [360, 400];
  const rgb = new Uint8Array(3 * widthPx * heightPx);
  const turn = ((leanDeg + rollDeg) * Math.PI) / 180;
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const [dx, dy] = [x + 0.5 - window.xPx, y + 0.5 - window.yPx];
      const [u, v] = [Math.cos(turn) * dx + Math.sin(turn) * dy, -Math.sin(turn) * dx + Math.cos(turn) * dy];
      const isBody = Math.abs(u) < 42 - 0.002 * v * v;
      const isHand = hand && Math.hypot(dx + 44, dy + 22) < 7;
      const shade = (isHand ? 190 : isBody ? 60 : 130) + 8 * normalAt(1, x, y);
      rgb.fill(shade, 3 * (y * widthPx + x), 3 * (y * widthPx + x) + 3);
    }
  }
  return { index: 0, timeS: 0, rgb, widthPx, heightPx };
}

const outlineOf = (frame: DecodedFrame, rollDeg = 0): BodyOutline => {
  const outline = bodyOutline(frame, { ...window, rollDeg }, 1);
  if (outline === null) throw new Error('the window leaves the picture');
  return outline;
};

const upright = [0, 0, 0].map((leanDeg) => outlineOf(picture(leanDeg)));

/** Tilt of one picture among upright ones. */
const tiltOf = (outline: BodyOutline): number => outlineTilts([...upright, outline]).tiltDeg[upright.length];

it.each([-8, -3, 0, 5])('sees a body turn by %f degrees', (leanDeg) => {
  expect(Math.abs(tiltOf(outlineOf(picture(leanDeg))) - leanDeg)).toBeLessThan(1.3);
});

it('takes the camera’s roll off, and does not follow a hand before the hip', () => {
  expect(Math.abs(tiltOf(outlineOf(picture(4, { rollDeg: 3 }), 3)) - 4)).toBeLessThan(1.3);
  expect(Math.abs(tiltOf(outlineOf(picture(4, { hand: true }))) - 4)).toBeLessThan(1.5);
});

it('knows how little a round body shows of its turn', () => {
  const circle = edges((height) => Math.sqrt(0.3 ** 2 - Math.min(0.08, (height + 0.1) ** 2)), 0);
  expect(outlineTilts([circle]).leverage).toBeLessThan(0.03);
  expect(outlineTilts([edges(() => 0.3, 0)]).leverage).toBeGreaterThan(0.1);
});

/** An outline of a given half width, its straight edges turned. */
function edges(halfWidth: (height: number) => number, turnDeg: number): BodyOutline {
  const at = (sign: 1 | -1): Float64Array =>
    Float64Array.from({ length: rowCount }, (_, row) => {
      const height = rowHeight(row);
      return sign * halfWidth(height) - height * Math.tan((turnDeg * Math.PI) / 180);
    });
  return { left: at(-1), right: at(1), contrast: 80 };
}

it('says nothing of a window that leaves the picture', () => {
  expect(bodyOutline(picture(0), { ...window, xPx: 40 }, 1)).toBeNull();
});

const strideS = 0.72;

/** Frames of a runner whose outline and seat swing by so many degrees, the seat in every so many frames. */
const swinging = ({ outlineDeg = 6, seatDeg = 4, seatEvery = 0, seatScatterDeg = 0.5 }): PelvisObservation[] =>
  Array.from({ length: 120 }, (_, frame) => {
    const timeS = frame / 30;
    const wrong = frame % 11 === 0 ? 25 : 0;
    const swing = Math.cos((2 * Math.PI * timeS) / strideS);
    const outline = edges(() => 0.3, 3 + outlineDeg * swing + normalAt(2, frame) + wrong);
    const isSeen = seatEvery > 0 && frame % seatEvery === 0;
    return {
      frame,
      timeS,
      outline,
      seatLeanDeg: isSeen ? seatDeg * swing + seatScatterDeg * normalAt(3, frame) + wrong : null,
    };
  });

it('folds the lean on the stride, whatever the clothes add and a few frames get wrong', () => {
  const swing = pelvicSwing(swinging({}), strideS);
  expect(swing?.by).toBe('outline');
  expect(swing?.harmonicDegAt(1, 10 * strideS)).toBeCloseTo(6, 0);
  expect(swing?.harmonicDegAt(1, 10.5 * strideS)).toBeCloseTo(-6, 0);
  expect(Math.abs(swing?.harmonicDegAt(3, 10 * strideS) ?? 9)).toBeLessThan(0.5);
  expect(swing?.n).toBeLessThan(115);
  expect(pelvicSwing(swinging({}).slice(0, 10), strideS)).toBeNull();
});

it('believes the seat where it is seen, and the outline where it is not', () => {
  const bySeat = pelvicSwing(swinging({ seatEvery: 1 }), strideS);
  expect(bySeat?.by).toBe('seat');
  expect(bySeat?.harmonicDegAt(1, 10 * strideS)).toBeCloseTo(4, 0);
  expect(pelvicSwing(swinging({ seatEvery: 3 }), strideS)?.by).toBe('outline');
  expect(pelvicSwing(swinging({ seatEvery: 1, seatScatterDeg: 9 }), strideS)?.by).toBe('outline');
});

it('needs no outline that stands out where the seat is seen', () => {
  const faint = (seen: PelvisObservation): PelvisObservation => ({
    ...seen,
    outline: { ...seen.outline, contrast: 5 },
  });
  expect(pelvicSwing(swinging({ seatEvery: 1 }).map(faint), strideS)?.by).toBe('seat');
  expect(pelvicSwing(swinging({}).map(faint), strideS)).toBeNull();
});
