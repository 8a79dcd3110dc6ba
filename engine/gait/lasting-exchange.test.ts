import { expect, test } from 'vitest';
import { lastingExchange } from './lasting-exchange.ts';

const strideS = 0.7;
const timesS = Float64Array.from({ length: 120 }, (_, frame) => frame / 30);
const marked = (isMarked: (frame: number) => boolean): Uint8Array =>
  Uint8Array.from({ length: 120 }, (_, frame) => (isMarked(frame) ? 1 : 0));
const found = (exchanged: Uint8Array, isSeen = (_: number) => true): number | null =>
  lastingExchange(exchanged, isSeen, timesS, strideS);

test.each<[string, Uint8Array]>([
  ['up to its end', marked((frame) => frame >= 50 && frame !== 61)],
  ['from its beginning on', marked((frame) => frame < 50 && frame !== 30)],
])('labels that were exchanged %s', (_name, exchanged) => {
  expect(found(exchanged)).toBe(50);
});

test.each<[string, Uint8Array]>([
  ['never', marked(() => false)],
  ['for some frames', marked((frame) => frame >= 50 && frame < 58)],
  ['every other stride’s half', marked((frame) => frame % 20 < 10)],
  ['in the last frames only', marked((frame) => frame >= 115)],
])('labels that were exchanged %s', (_name, exchanged) => {
  expect(found(exchanged)).toBeNull();
});

test('frames without legs say nothing', () => {
  expect(
    found(
      marked((frame) => frame >= 50),
      (frame) => frame < 54,
    ),
  ).toBeNull();
});
