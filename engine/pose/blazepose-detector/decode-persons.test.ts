import { expect, test } from 'vitest';
import { decodePersons } from './decode-persons.ts';
import { personCrop } from './person.ts';

/** Two anchors at (0.25, 0.5), one at (0.75, 0.5), in an input of 100 px. */
const anchors = Float64Array.of(0.25, 0.5, 0.25, 0.5, 0.75, 0.5);
const box = (x: number, y: number) => [x, y, 20, 20, 0, 10, 0, -20, 0, 0, 0, 0];

test('boxes and points are relative to their anchor, scores are logits', () => {
  const boxes = Float32Array.of(...box(5, -10), ...box(0, 0), ...box(0, 0));
  const [person, ...others] = decodePersons(boxes, Float32Array.of(2, -1, -50), anchors, 100);
  expect(others).toEqual([]);
  expect(person.score).toBeCloseTo(1 / (1 + Math.exp(-2)), 6);
  expect([person.faceLeft, person.faceTop, person.faceRight, person.faceBottom].map((v) => v.toFixed(6))).toEqual(
    [0.2, 0.3, 0.4, 0.5].map((v) => v.toFixed(6)),
  );
  expect([person.hipX, person.hipY, person.topX, person.topY].map((v) => v.toFixed(6))).toEqual(
    [0.25, 0.6, 0.25, 0.3].map((v) => v.toFixed(6)),
  );
});

test('overlapping boxes become one, weighted by score; another person stays', () => {
  const boxes = Float32Array.of(...box(0, 0), ...box(4, 0), ...box(0, 0));
  const persons = decodePersons(boxes, Float32Array.of(1, 1, 3), anchors, 100);
  expect(persons.length).toBe(2);
  expect(persons[0].faceLeft).toBeCloseTo(0.65, 6);
  expect(persons[1].faceLeft).toBeCloseTo(0.17, 6);
});

test('no score of a half or more means no person', () => {
  expect(decodePersons(new Float32Array(36), Float32Array.of(-0.1, -3, -80), anchors, 100)).toEqual([]);
});

test('the crop is centred on the hips, 1.25 times the body’s circle, and turned with the body', () => {
  const seen = { centreXPx: 240, centreYPx: 176, sidePx: 480, rotationRad: 0 };
  const face = { score: 1, faceLeft: 0, faceTop: 0, faceRight: 0, faceBottom: 0 };
  const upright = personCrop({ ...face, hipX: 0.5, hipY: 0.5, topX: 0.5, topY: 0.25 }, seen);
  expect(upright).toEqual({ centreXPx: 240, centreYPx: 176, sidePx: 300, rotationRad: 0 });
  const lying = personCrop({ ...face, hipX: 0.5, hipY: 0.5, topX: 0.75, topY: 0.5 }, seen);
  expect(lying.rotationRad).toBeCloseTo(Math.PI / 2, 12);
  expect(lying.sidePx).toBeCloseTo(300, 9);
});
