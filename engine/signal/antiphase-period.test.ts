import { expect, it } from 'vitest';
import { AntiphaseSearch, antiphasePeriod } from './antiphase-period.ts';

const timesS = Float64Array.from({ length: 150 }, (_, i) => i / 30);
const periodS = 0.7137;
const swing = (t: number): number =>
  Math.cos((2 * Math.PI * t) / periodS) +
  0.4 * Math.sin((4 * Math.PI * t) / periodS) +
  0.1 * Math.cos((6 * Math.PI * t) / periodS);
const left = timesS.map(swing);
const right = timesS.map((t) => swing(t + periodS / 2));

it('finds the period of alternating sides, not its half or double', () => {
  const found = antiphasePeriod(timesS, [{ left, right }], 0.3, 1.8);
  expect(found?.periodS).toBeCloseTo(periodS, 4);
  expect(found?.explained).toBeGreaterThan(0.99);
});

it('explains little of sides that move together', () => {
  const noise = timesS.map((_, i) => Math.sin(i * i * 1.3));
  const found = antiphasePeriod(timesS, [{ left: noise, right: noise }], 0.4, 1.6);
  expect(found?.explained ?? 0).toBeLessThan(0.4);
});

it('says nothing of a clip shorter than the shortest period', () => {
  expect(antiphasePeriod(timesS.slice(0, 12), [{ left, right }], 0.4, 1.6)).toBeNull();
});

it('judges labellings one after the other as if each were the sides’ own', () => {
  const search = new AntiphaseSearch(timesS, [{ left, right }], 0.3, 1.8);
  const exchanged = Uint8Array.from(timesS, (_, i) => (i % 50 < 20 ? 1 : 0));
  const mixed = {
    left: left.map((value, i) => (exchanged[i] === 1 ? right[i] : value)),
    right: right.map((value, i) => (exchanged[i] === 1 ? left[i] : value)),
  };
  const asGiven = search.find(new Uint8Array(timesS.length));
  const asExchanged = search.find(exchanged);
  expect(asExchanged).toEqual(antiphasePeriod(timesS, [mixed], 0.3, 1.8));
  expect(asExchanged?.explained).toBeLessThan(asGiven?.explained ?? 0);
  expect(search.find(exchanged.map((mark) => 1 - mark))).toEqual(asExchanged);
  expect(search.find(new Uint8Array(timesS.length))).toEqual(asGiven);
});

it('searches many frames as it does few', () => {
  const dense = Float64Array.from({ length: 1200 }, (_, i) => i / 240);
  const pair = { left: dense.map(swing), right: dense.map((t) => swing(t + periodS / 2)) };
  expect(antiphasePeriod(dense, [pair], 0.3, 1.8)?.periodS).toBeCloseTo(periodS, 4);
});

it('searches uneven times, with gaps, as it does even ones', () => {
  const uneven = timesS.map((t, i) => t + 0.008 * Math.sin(i * 1.7));
  const gappy = (values: Float64Array): Float64Array => values.map((value, i) => (i % 7 === 3 ? Number.NaN : value));
  const pair = { left: gappy(uneven.map(swing)), right: gappy(uneven.map((t) => swing(t + periodS / 2))) };
  expect(antiphasePeriod(uneven, [pair], 0.3, 1.8)?.periodS).toBeCloseTo(periodS, 4);
});
