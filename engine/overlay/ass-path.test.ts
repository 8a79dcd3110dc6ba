import { describe, expect, it } from 'vitest';
import { arc, capsule, disc, type Path, polygon, ring, roundedBox, wedge } from './ass-path.ts';

/** Areas of a path's outlines in square pixels, clockwise positive; curves are walked in 16 steps. */
function areas(path: Path): number[] {
  return path
    .split(/(?=m )/)
    .filter((outline) => outline.trim() !== '')
    .map((outline) => {
      const points: number[][] = [];
      for (const [, command, text] of outline.matchAll(/([mlb]) ([-\d ]+)/g)) {
        const numbers = text
          .trim()
          .split(' ')
          .map((value) => Number(value) / 8);
        const pairs = Array.from({ length: numbers.length / 2 }, (_, i) => numbers.slice(2 * i, 2 * i + 2));
        if (command === 'b') points.push(...walk(points.at(-1) ?? [0, 0], pairs));
        else points.push(...pairs);
      }
      return points.reduce((sum, [x, y], i) => {
        const [nextX, nextY] = points[(i + 1) % points.length];
        return sum + (x * nextY - nextX * y) / 2;
      }, 0);
    });
}

const walk = (start: number[], [a, b, end]: number[][]): number[][] =>
  Array.from({ length: 16 }, (_, i) => {
    const t = (i + 1) / 16;
    const mix = (axis: number): number =>
      (1 - t) ** 3 * start[axis] + 3 * t * (1 - t) ** 2 * a[axis] + 3 * t * t * (1 - t) * b[axis] + t ** 3 * end[axis];
    return [mix(0), mix(1)];
  });

const [from, to] = [
  { x: 40, y: 50 },
  { x: 80, y: 20 },
];

describe('every outline runs clockwise and has the area of its figure', () => {
  it.each<[string, Path, number]>([
    ['disc', disc(from, 10), Math.PI * 100],
    ['capsule', capsule(from, to, 6), 50 * 6 + Math.PI * 9],
    ['capsule the other way', capsule(to, from, 6), 50 * 6 + Math.PI * 9],
    ['capsule of no length', capsule(from, from, 6), Math.PI * 9],
    ['wedge', wedge(from, 20, 0, 1), 200],
    ['wedge the other way', wedge(from, 20, 1, 0), 200],
    ['wedge across the zero', wedge(from, 20, 3, -3), 0.5 * 400 * (2 * Math.PI - 6)],
    ['arc', arc(from, 20, 2, 2, 0.5), 60],
    ['ring', ring(from, 20, 2), Math.PI * 80],
    ['rounded box', roundedBox(10, 20, 100, 30, 5), 3000 - (4 - Math.PI) * 25],
    [
      'polygon given counter-clockwise',
      polygon([
        { x: 0, y: 0 },
        { x: 0, y: 10 },
        { x: 10, y: 10 },
      ]),
      50,
    ],
  ])('%s', (_what, path, area) => {
    const outlines = areas(path);
    expect(Math.min(...outlines)).toBeGreaterThan(0);
    expect(outlines.reduce((sum, value) => sum + value, 0) / area).toBeCloseTo(1, 1);
  });
});
