import { expect, it } from 'vitest';
import { emptyForm, heightMOf, paceOf, speedKmhOf, startFieldsOf } from './start-form.ts';

it('reads heights as people write them', () => {
  expect(['1.75', '1,75', '175', ' 1.8 '].map(heightMOf)).toEqual([1.75, 1.75, 1.75, 1.8]);
  expect(['', '0', '3', '17', '260', 'tall'].map(heightMOf)).toEqual([null, null, null, null, null, null]);
});

it('reads paces as people write them', () => {
  expect(['5:30', '05:30', '12:05'].map(paceOf)).toEqual(['05:30', '05:30', '12:05']);
  expect(['5:30 min/km', '5:30 /km'].map(paceOf)).toEqual(['05:30', '05:30']);
  expect(['', '5', '5:60', '0:00', '5.30'].map(paceOf)).toEqual([null, null, null, null, null]);
  expect(['10.9 km/h', '10,9km/h', '12 KMH', '2 km/h'].map(paceOf)).toEqual(['05:30', '05:30', '05:00', '30:00']);
  expect(['00:01', '1:19', '30:01', '1 km/h'].map(paceOf)).toEqual([null, null, null, null]);
  expect(['0 km/h', '99 km/h', '10.9', '10.9 mph'].map(paceOf)).toEqual([null, null, null, null]);
  expect(speedKmhOf('05:00')).toBe(12);
});

it('makes the fields that the API takes', () => {
  const form = { ...emptyForm('de'), height: '1,66', treadmill: true, pace: '6:00', subjectId: 's1' };
  const subject = { id: 's1', name: null, email: null, heightM: null, weightKg: 55, createdAtMs: 0 };
  expect(startFieldsOf(form, subject)).toEqual({
    analysis_type: 'side_view',
    height: '1.66',
    treadmill: 'true',
    pace: '06:00',
    language: 'de',
    subject_id: 's1',
    weight: '55',
  });
});

it('makes none while something is wrong, and sends no pace of a run without treadmill', () => {
  expect(startFieldsOf(emptyForm('en'), null)).toBeNull();
  const form = { ...emptyForm('en'), height: '1.78' };
  expect(startFieldsOf({ ...form, treadmill: true }, null)).toBeNull();
  expect(startFieldsOf({ ...form, pace: '05:30' }, null)).not.toHaveProperty('pace');
});
