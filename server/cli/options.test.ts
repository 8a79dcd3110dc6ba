import { expect, it, test } from 'vitest';
import { parseOut, parsePace } from './options.ts';

test.each([
  ['05:30', 330],
  ['5:30', 330],
  ['12:05', 725],
])('takes the pace %s', (text, seconds) => {
  expect(parsePace(text)).toBe(seconds);
});

test.each(['00:00', '0:00', '05:99', '-05:30', 'x', '005:30', '', 'NaN'])('takes no pace of %j', (text) => {
  expect(() => parsePace(text)).toThrow('Write minutes and seconds per kilometre');
});

it('says the pace of a speed, which many treadmills show', () => {
  expect(() => parsePace('10.9')).toThrow('05:30 is 10.9 km/h');
  expect(() => parsePace('12,5')).toThrow('04:48 is 12,5 km/h');
  expect(() => parsePace('0.4')).toThrow('such as 05:30');
});

it('puts nothing into a place without a name', () => {
  for (const text of ['', ' ']) expect(() => parseOut(text)).toThrow('Name where it goes');
  expect(parseOut('a b')).toBe('a b');
});
