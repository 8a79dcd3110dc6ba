import { describe, expect, it } from 'vitest';
import { linesInLog } from './progress-line.ts';
import { ProgressText } from './progress-text.ts';

describe('progress in words', () => {
  it('tells rate and time left once there is enough to tell them by', () => {
    const text = new ProgressText(0);
    const at = (ms: number, done: number) => text.at(ms, done / 2, 'following', { count: { done, unit: 'frames' } });
    expect(at(1000, 0)).toBe('following');
    expect(at(1200, 10)).toBe('following');
    expect(at(2000, 50)).toBe('following, 50 frames/s, 6 s left');
    expect(at(5000, 100)).toBe('following, 25 frames/s, 5 s left');
  });

  it('begins to count anew with each stage, and tells slow work with a decimal', () => {
    const text = new ProgressText(0);
    const at = (ms: number, label: string, done: number) => text.at(ms, 0, label, { count: { done, unit: 'frames' } });
    at(0, 'following', 0);
    expect(at(1000, 'following', 100)).toBe('following, 100 frames/s');
    expect(at(2000, 'drawing', 3)).toBe('drawing');
    expect(at(4000, 'drawing', 10)).toBe('drawing, 3.5 frames/s');
    expect(at(5000, 'drawing', 1)).toBe('drawing');
  });

  it('counts clips by the minute, and what was done before neither in the rate nor in the time left', () => {
    const text = new ProgressText(0);
    const at = (ms: number, ended: number, worked: number) =>
      text.at(ms, ended, `${ended} of 100 clips`, { count: { done: worked, unit: 'clips' }, workShare: worked / 10 });
    expect(at(0, 90, 0)).toBe('90 of 100 clips');
    expect(at(60_000, 92, 2)).toBe('92 of 100 clips, 2.0 clips/min, 4 min left');
  });
});

it('a log has a line at every tenth, and every minute where it is slow', () => {
  const lines: string[] = [];
  let ms = 0;
  const log = linesInLog(
    (line) => lines.push(line),
    () => ms,
  );
  for (let percentage = 0; percentage <= 100; percentage++) {
    ms += percentage < 50 ? 10 : 15_000;
    log.update(percentage, 'at it');
  }
  const shown = lines.map((line) => Number(/^ *(\d+) % {2}at it/.exec(line)?.[1]));
  expect(shown.slice(0, 6)).toEqual([0, 10, 20, 30, 40, 50]);
  expect(shown.slice(6, 9)).toEqual([54, 58, 60]);
  expect(shown.at(-1)).toBe(100);
});

it('a log hears nothing of what is soon done', () => {
  const lines: string[] = [];
  let ms = 0;
  const log = linesInLog(
    (line) => lines.push(line),
    () => ms,
    10_000,
  );
  for (ms = 0; ms <= 12_000; ms += 1000) log.update(ms / 200, 'copying');
  expect(lines).toEqual([' 50 %  copying, 10 s left\n', ' 60 %  copying, 8 s left\n']);
});
