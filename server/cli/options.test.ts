import { expect, it, test } from 'vitest';
import { parseHeight, parseOut, parsePace } from './options.ts';

test.each([
  ['05:30', 330],
  ['5:30', 330],
  ['12:05', 725],
  ['5:30 min/km', 330],
  ['5:30/km', 330],
  ['10.9km/h', 330],
  ['10,9 km/h', 330],
  ['12 KM/H', 300],
  ['9kph', 400],
])('takes the pace %s', (text, seconds) => {
  expect(parsePace(text)).toBe(seconds);
});

test.each(['05:99', '5:30 min', '5:30 min/mi', '-05:30', 'x', '005:30', '', 'NaN', '0km/h', '10.9 mph', '-9km/h'])(
  'takes no pace of %j',
  (text) => {
    expect(() => parsePace(text)).toThrow('Write minutes and seconds per kilometre');
  },
);

it.each(['00:00', '00:01', '1:19', '30:01', '99:59', '99km/h', '500km/h', '1 km/h'])(
  'says of the pace %s that it is none of a runner',
  (text) => {
    expect(() => parsePace(text)).toThrow('from 1:20 to 30:00 per kilometre (45 to 2 km/h)');
  },
);

it('takes the fastest and the slowest pace', () => {
  expect(['1:20', '45km/h', '30:00', '2km/h'].map(parsePace)).toEqual([80, 80, 1800, 1800]);
});

it('takes no number without a unit for a speed, and says how to write one', () => {
  expect(() => parsePace('10.9')).toThrow('Write 10.9km/h for a speed');
  expect(() => parsePace('12,5')).toThrow('Write 12,5km/h for a speed');
  expect(() => parsePace('0.4')).toThrow('such as 05:30');
});

it('takes a height with a decimal comma', () => {
  expect(['1.78', '1,78', '.9', '2'].map(parseHeight)).toEqual([1.78, 1.78, 0.9, 2]);
  for (const text of ['1,7,8', '1.', 'tall', '0,4']) expect(() => parseHeight(text)).toThrow('such as 1.78');
});

it('puts nothing into a place without a name', () => {
  for (const text of ['', ' ']) expect(() => parseOut(text)).toThrow('Name where it goes');
  expect(parseOut('a b')).toBe('a b');
});
