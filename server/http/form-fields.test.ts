import { describe, expect, it } from 'vitest';
import { readStartFields } from './start-fields.ts';

const read = (form: Readonly<Record<string, string | readonly string[]>>) =>
  readStartFields(
    new Map(Object.entries(form).map(([name, value]) => [name, typeof value === 'string' ? [value] : value])),
  );

describe('start fields', () => {
  it('take their defaults when absent or empty', () => {
    const defaults = {
      analysis_type: 'side_view',
      height: 1.7,
      weight: 70,
      language: 'en',
      treadmill: false,
      full_body: true,
      notify_via_webhook: false,
    };
    expect(read({})).toEqual({ fields: defaults, errors: [] });
    expect(read({ height: '', pace: '', subject_id: '', treadmill: '' })).toEqual({ fields: defaults, errors: [] });
  });

  it('are read as sent', () => {
    const sent = { analysis_type: 'back_view', height: '1.78', pace: '05:30', treadmill: 'True', language: 'ja' };
    expect(read(sent).fields).toMatchObject({
      analysis_type: 'back_view',
      height: 1.78,
      pace: '05:30',
      treadmill: true,
      language: 'ja',
    });
  });

  it('count the last of several values', () => {
    expect(read({ height: ['1.5', '1.6'] }).fields.height).toBe(1.6);
  });

  it.each(['true', 'TRUE', '1', 'on', 'yes', 'y', 't'])('read %s as true', (word) => {
    expect(read({ full_body: word }).fields.full_body).toBe(true);
  });

  it.each(['false', 'False', '0', 'off', 'no', 'n', 'f'])('read %s as false', (word) => {
    expect(read({ full_body: word }).fields.full_body).toBe(false);
  });

  it.each([
    ['height', '0.4', 'greater_than_equal'],
    ['height', '2.51', 'less_than_equal'],
    ['height', '1,78', 'float_parsing'],
    ['height', 'NaN', 'float_parsing'],
    ['height', '1e999', 'float_parsing'],
    ['weight', '9', 'greater_than_equal'],
    ['weight', '301', 'less_than_equal'],
    ['pace', '5:30', 'string_pattern_mismatch'],
    ['pace', '05:30\n', 'string_pattern_mismatch'],
    ['language', 'EN', 'enum'],
    ['analysis_type', 'front_view', 'enum'],
    ['treadmill', 'maybe', 'bool_parsing'],
  ])('refuse %s = %s', (name, value, type) => {
    expect(read({ [name]: value }).errors).toEqual([expect.objectContaining({ loc: ['body', name], type })]);
  });

  it('say metres when the height is in centimetres', () => {
    expect(read({ height: '175' }).errors[0].msg).toContain('metres, send 1.75 instead of 175');
    expect(read({ height: '3' }).errors[0].msg).not.toContain('metres');
  });

  it('need a pace on a treadmill, and one that moves', () => {
    expect(read({ treadmill: 'true' }).errors).toEqual([
      { loc: ['body', 'pace'], msg: 'Field required when treadmill is true', type: 'missing' },
    ]);
    expect(read({ treadmill: 'true', pace: '00:00' }).errors[0].type).toBe('value_error');
    expect(read({ treadmill: 'true', pace: 'x' }).errors).toHaveLength(1);
    expect(read({ treadmill: 'false', pace: '00:00' }).errors).toEqual([]);
  });
});
