import { expect, it } from 'vitest';
import type { Colour } from '../drawing/drawing.ts';
import { inkColour, neutralColour, sideColour } from './palette.ts';

type Triple = readonly [number, number, number];

/** What dichromats see, linear RGB (Machado, Oliveira and Fernandes 2009, severity 1). */
const visions: Readonly<Record<string, readonly Triple[]>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const times = (matrix: readonly Triple[], [r, g, b]: Triple): Triple =>
  matrix.map(([x, y, z]) => x * r + y * g + z * b) as unknown as Triple;

const linear = (colour: Colour): Triple =>
  [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Triple;

/** CIELAB under D65 (CIE 1976). */
function lab(rgb: Triple): Triple {
  const xyz = times(
    [
      [0.4124564, 0.3575761, 0.1804375],
      [0.2126729, 0.7151522, 0.072175],
      [0.0193339, 0.119192, 0.9503041],
    ],
    rgb.map((value) => Math.min(1, Math.max(0, value))) as unknown as Triple,
  );
  const [x, y, z] = [xyz[0] / 0.95047, xyz[1], xyz[2] / 1.08883].map((t) =>
    t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27 / 116) * t + 16 / 116,
  );
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const difference = (a: Colour, b: Colour, vision: string): number => {
  const [p, q] = [a, b].map((colour) => lab(times(visions[vision], linear(colour))));
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
};

it.each(Object.keys(visions))('keeps left, right, neutral and ink apart: %s', (vision) => {
  expect(difference(sideColour.left, sideColour.right, vision)).toBeGreaterThan(50);
  for (const colour of Object.values(sideColour)) {
    expect(difference(colour, neutralColour, vision)).toBeGreaterThan(28);
    expect(difference(colour, inkColour, vision)).toBeGreaterThan(50);
  }
});

it('can tell colours that are not safe', () => {
  expect(difference('#00a000', '#c86400', 'usual')).toBeGreaterThan(50);
  expect(difference('#00a000', '#c86400', 'deuteranopia')).toBeLessThan(28);
});
