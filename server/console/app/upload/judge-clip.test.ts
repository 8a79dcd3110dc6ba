import { expect, it } from 'vitest';
import { judgeClip } from './judge-clip.ts';

const good = { durationS: 6, bytes: 8e6, widthPx: 1920, heightPx: 1080, frameRate: 60, isShown: true };
const overground = { view: 'side_view', treadmill: false } as const;

it('has nothing to say of a good clip', () => {
  expect(judgeClip(good, overground)).toEqual({ faults: [], warnings: [] });
});

it('names what the server would refuse', () => {
  expect(judgeClip({ ...good, durationS: 10.2 }, overground).faults).toEqual(['tooLong']);
  expect(judgeClip({ ...good, bytes: 30_000_001 }, overground).faults).toEqual(['tooLarge']);
  expect(judgeClip({ ...good, bytes: 0 }, overground).faults).toEqual(['notAVideo']);
  expect(judgeClip({ ...good, durationS: 10.05, bytes: 30_000_000 }, overground).faults).toEqual([]);
});

it('names what makes numbers unsure', () => {
  const poor = { ...good, durationS: 2, frameRate: 30, widthPx: 640, heightPx: 360 };
  expect(judgeClip(poor, overground).warnings).toEqual(['tooShort', 'slowRate', 'smallPicture']);
});

it('minds portrait only where a runner passes from the side', () => {
  const portrait = { ...good, widthPx: 1080, heightPx: 1920 };
  expect(judgeClip(portrait, overground).warnings).toEqual(['portraitSide']);
  expect(judgeClip(portrait, { view: 'side_view', treadmill: true }).warnings).toEqual([]);
  expect(judgeClip(portrait, { view: 'back_view', treadmill: false }).warnings).toEqual([]);
});

it('guesses nothing of what the file does not tell', () => {
  const unknown = { durationS: null, bytes: 5e6, widthPx: null, heightPx: null, frameRate: null, isShown: false };
  expect(judgeClip(unknown, overground)).toEqual({ faults: [], warnings: ['notShown'] });
});
