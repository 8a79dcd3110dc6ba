import { beforeAll, describe, expect, it } from 'vitest';
import { sampleAnalysis } from '../../test/support/sample-analysis.ts';
import { stickRunner } from '../../test/support/stick-runner.ts';
import type { VideoProbe } from '../video/video.ts';
import { buildOverlay } from './build-overlay.ts';
import { Figure } from './figure.ts';
import { layOut } from './layout.ts';
import { layers, styleOf } from './style.ts';

const size = { widthPx: 1280, heightPx: 720 };
let video: VideoProbe;

beforeAll(() => {
  const frameTimesS = Float64Array.from({ length: 24 }, (_, i) => i / 30);
  video = { ...sampleAnalysis().video, frameTimesS, durationS: 0.8, fps: 30 };
});

/** Events of one frame and layer. */
function eventsAt(script: string, frame: number, layer: number): string[] {
  const start = `${layer},0:00:0${Math.floor(frame / 10)}.${frame % 10}0,`;
  return script.split('\n').filter((line) => line.startsWith(`Dialogue: ${start}`));
}

const textOf = (event: string): string => event.slice(event.lastIndexOf('}') + 1);

describe('buildOverlay', () => {
  it('numbers the joints of the near side and the trunk', () => {
    const labels = eventsAt(buildOverlay(stickRunner(video), size), 5, layers.labels).map(textOf);
    expect(labels).toHaveLength(5);
    expect(labels.filter((label) => /^\d+°$/.test(label))).toHaveLength(4);
    expect(labels.at(-1)).toBe('lean 4°');
  });

  it('draws nothing at a point that is missing, and no number at one that was not seen', () => {
    const runner = stickRunner(video);
    runner.tracks.points.right_knee.xPx[5] = Number.NaN;
    runner.tracks.points.right_knee.seen[5] = 0;
    runner.tracks.points.right_elbow.seen[6] = 0;
    const script = buildOverlay(runner, size);
    expect(script).not.toMatch(/NaN|Infinity|undefined|null/);
    const labels = [4, 5, 6].map((frame) => eventsAt(script, frame, layers.labels).length);
    expect(labels).toEqual([5, 2, 4]);
    const capsules = [4, 5].map((frame) => eventsAt(script, frame, layers.near).join('').split('m ').length - 1);
    expect(capsules[1]).toBe(capsules[0] - 2);
    // The arm of frame 6 hangs on a filled elbow: drawn, but faint.
    expect(eventsAt(script, 6, layers.near)).toHaveLength(2);
    expect(eventsAt(script, 4, layers.near)).toHaveLength(1);
  });

  it('marks the foot while it is in contact', () => {
    const script = buildOverlay(stickRunner(video), size);
    const marked = Array.from({ length: 24 }, (_, frame) => eventsAt(script, frame, layers.contacts).length > 0);
    const inContact = Array.from({ length: 24 }, (_, frame) => {
      const timeS = frame / 30;
      return (timeS >= 0.1 && timeS <= 0.3) || (timeS >= 0.45 && timeS <= 0.65);
    });
    expect(marked).toEqual(inContact);
  });

  it('names phase and time of each frame', () => {
    const script = buildOverlay(stickRunner(video), size);
    const texts = (frame: number): string[] => eventsAt(script, frame, layers.panelTop).map(textOf);
    expect(texts(6)).toEqual(expect.arrayContaining(['0.20 s', 'LEFT CONTACT']));
    expect(texts(11)).toEqual(expect.arrayContaining(['0.37 s', 'FLIGHT']));
    expect(texts(15)).toEqual(expect.arrayContaining(['0.50 s', 'RIGHT CONTACT']));
  });

  it('is the same twice', () => {
    expect(buildOverlay(stickRunner(video), size)).toBe(buildOverlay(stickRunner(video), size));
  });
});

describe('the panels', () => {
  const layoutOf = (height: number, feet: number): { headline: number; timeline: number } => {
    const figure = new Figure(stickRunner(video, { height, feet }).tracks, size);
    const { headline, timeline } = layOut(figure, styleOf(figure), 5);
    return { headline: headline.y, timeline: timeline.y };
  };

  it('frame a runner who leaves room above and below', () => {
    const { headline, timeline } = layoutOf(0.5, 0.8);
    expect(headline).toBeLessThan(100);
    expect(timeline).toBeGreaterThan(580);
  });

  it('go up when the feet are low, and down when the head is high', () => {
    expect(layoutOf(0.5, 0.99).timeline).toBeLessThan(200);
    expect(layoutOf(0.5, 0.6).headline).toBeGreaterThan(500);
  });
});
