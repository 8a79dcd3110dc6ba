import { expect, it } from 'vitest';
import { sampleAnalysis } from '../../test/support/sample-analysis.ts';
import { sampleBackAnalysis } from '../../test/support/sample-back-analysis.ts';
import { stickRunner } from '../../test/support/stick-runner.ts';
import { tellingFrames } from './telling-frames.ts';

const picture = { widthPx: 1280, heightPx: 720 };
const frameTimesS = Float64Array.from({ length: 60 }, (_, i) => i / 30);
const video = { ...sampleAnalysis().video, ...picture, frameTimesS, durationS: 2, fps: 30 };
const contact = (side: 'left' | 'right', touchdownS: number) => ({
  side,
  touchdownS,
  midStanceS: touchdownS + 0.1,
  toeOffS: touchdownS + 0.2,
});

function runner() {
  const sample = stickRunner(video);
  const contacts = [
    contact('right', 0.05),
    contact('left', 0.4),
    contact('right', 0.75),
    contact('left', 1.1),
    contact('right', 1.45),
  ];
  return { ...sample, gait: { ...sample.gait, contacts } };
}

it('are the first frames after touchdowns of the near leg, each with its full stride', () => {
  const frames = tellingFrames(runner(), picture, 1);
  expect(frames.map(({ frame }) => frame)).toEqual([2, 23, 44]);
  expect(frames.map(({ stride }) => stride)).toEqual([{ from: 2, to: 23 }, { from: 23, to: 44 }, null]);
});

it('are frames that the video shows', () => {
  expect(tellingFrames(runner(), picture, 4).map(({ frame }) => frame)).toEqual([4, 24, 44]);
});

it('leave out a stride in which a touchdown was missed, and frames that cut the runner off', () => {
  const missed = runner();
  missed.gait.contacts.splice(2, 1);
  expect(tellingFrames(missed, picture, 1).map(({ stride }) => stride)).toEqual([null, null]);
  const cut = runner();
  for (const track of Object.values(cut.tracks.points)) track.xPx[23] = 5;
  expect(tellingFrames(cut, picture, 1).map(({ frame }) => frame)).toEqual([2, 44]);
});

it('look for sharpness where the runner is', () => {
  const [{ region }] = tellingFrames(runner(), picture, 1);
  expect(region.left).toBeGreaterThan(500);
  expect(region.left + region.width).toBeLessThan(780);
  expect(region.height).toBeGreaterThan(0.45 * picture.heightPx);
});

it('is the middle of a clip without contacts', () => {
  const still = runner();
  const frames = tellingFrames({ ...still, gait: { ...still.gait, contacts: [] } }, picture, 1);
  expect(frames.map(({ frame, stride }) => [frame, stride])).toEqual([[30, null]]);
});

it('are mid-stances from behind, once both legs have stood, or of the one that does', () => {
  const analysis = sampleBackAnalysis();
  const framesOf = (steps: typeof analysis.gait.steps): number[] =>
    tellingFrames({ ...analysis, gait: { ...analysis.gait, steps } }, { widthPx: 720, heightPx: 1280 }, 1).map(
      ({ frame }) => frame,
    );
  expect(framesOf(analysis.gait.steps)).toEqual([17]);
  expect(framesOf(analysis.gait.steps.slice(0, 1))).toEqual([6]);
});
