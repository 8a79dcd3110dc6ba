import { expect, it, onTestFinished, vi } from 'vitest';
import { isAttended, watchAttention } from './attention.ts';

it('takes a page for left alone a minute after the last that was done on it', () => {
  vi.useFakeTimers();
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const page = new EventTarget();
  watchAttention(page);
  page.dispatchEvent(new Event('keydown'));
  vi.advanceTimersByTime(59_000);
  expect(isAttended()).toBe(true);
  vi.advanceTimersByTime(1000);
  expect(isAttended()).toBe(false);
  page.dispatchEvent(new Event('visibilitychange'));
  expect(isAttended()).toBe(false);
  page.dispatchEvent(new Event('pointermove'));
  expect(isAttended()).toBe(true);
});
