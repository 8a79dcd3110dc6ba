import { describe, expect, it } from 'vitest';
import { Scrubber } from './scrubber.ts';

const id = '3F0c7d5e-2a44-4b1b-9a59-d1f0a7d3a001';

describe('Scrubber', () => {
  it('puts one stand-in in the place of one id, however it is spelled', () => {
    const scrubber = new Scrubber();
    const clean = scrubber.json({ video_id: id, again: [id.toLowerCase()], message: `Analysis started for ID: ${id}` });
    const standIn = '00000000-0000-4000-8000-000000000001';
    expect(clean).toEqual({
      video_id: standIn,
      again: [standIn],
      message: `Analysis started for ID: ${standIn}`,
    });
  });

  it('keeps of a link the last part of its path alone', () => {
    const link = `https://bucket.example.net/o/partner-9/${id}_thumbnail.jpg?X-Amz-Signature=abc&Expires=9`;
    expect(new Scrubber().text(link)).toBe('{{address}}/media/00000000-0000-4000-8000-000000000001_thumbnail.jpg');
  });

  it('takes people out of fields, with their types kept', () => {
    const subject = { id, name: 'Ada L.', email: 'Ada@Example.org', height: 1.63, weight: '52.5', created_at: 'now' };
    expect(new Scrubber().json({ subjects: [subject, { ...subject, name: null, email: 'nobody' }] })).toEqual({
      subjects: [
        {
          id: '00000000-0000-4000-8000-000000000001',
          name: 'Person 1',
          email: 'person1@example.com',
          height: 1.7,
          weight: '70',
          created_at: 'now',
        },
        {
          id: '00000000-0000-4000-8000-000000000001',
          name: null,
          email: 'nobody',
          height: 1.7,
          weight: '70',
          created_at: 'now',
        },
      ],
    });
  });

  it('leaves what bears the same name and tells of no person', () => {
    const told = { video: { width: 240, height: 428 }, cross_checks: [{ name: 'step_length', unit: 'm' }] };
    expect(new Scrubber().json(told)).toEqual(told);
  });

  it.each([
    [
      { height: 1.63, width: 0.4 },
      { height: 1.7, width: 0.4 },
    ],
    [
      { height: 2, width: 1 },
      { height: 1.7, width: 1 },
    ],
    [
      { height: 163.5, width: 40 },
      { height: 1.7, width: 40 },
    ],
    [
      { height: '163', width: '40' },
      { height: '1.7', width: '40' },
    ],
    [
      { height: 163, width: null },
      { height: 1.7, width: null },
    ],
    [
      { name: 'Ada L.', unit: 'metric' },
      { name: 'Person 1', unit: 'metric' },
    ],
    [
      { name: 'ada lovelace', unit: 'metric' },
      { name: 'Person 1', unit: 'metric' },
    ],
    [
      { name: 'ada', unit: null },
      { name: 'Person 1', unit: null },
    ],
    [
      { email: 'ada@example.org', weight: 52, '': 1 },
      { email: 'person1@example.com', weight: 70, '': 1 },
    ],
    [
      { email: 'ada@example.org', weight: 52, undefined: 1 },
      { email: 'person1@example.com', weight: 70, undefined: 1 },
    ],
  ])('takes people out of %j, whatever stands beside them', (told, kept) => {
    expect(new Scrubber().json(told)).toEqual(kept);
  });

  it('takes out keys, by name and where a text repeats one that was used', () => {
    const scrubber = new Scrubber();
    expect([scrubber.key('sk_live_123456'), scrubber.key('other-key-9'), scrubber.key('sk_live_123456')]).toEqual([
      1, 2, 1,
    ]);
    expect(scrubber.key(null)).toBeNull();
    expect(scrubber.json({ detail: 'no such key: sk_live_123456', token: 'abc' })).toEqual({
      detail: 'no such key: KEY',
      token: 'SECRET',
    });
    expect(scrubber.field('apiKey', 'sk_live_123456')).toBe('SECRET');
  });

  it('takes people out of what an error repeats, and out of numbers that are none', () => {
    const detail = [
      { loc: ['body', 'name'], msg: 'too short', input: 'Ada' },
      { loc: ['body', 'height'], msg: 'no number', input: '1,63' },
    ];
    expect(new Scrubber().json({ detail })).toEqual({
      detail: [
        { loc: ['body', 'name'], msg: 'too short', input: 'Person 1' },
        { loc: ['body', 'height'], msg: 'no number', input: '0,00' },
      ],
    });
  });

  it('finds people in running text', () => {
    expect(new Scrubber().text('write to ada.l+run@mail.example.org, please')).toBe(
      'write to person1@example.com, please',
    );
  });
});
