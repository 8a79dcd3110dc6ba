import { beforeAll, describe, expect, it } from 'vitest';
import { sampleAnalysis } from '../../test/support/sample-analysis.ts';
import { stickRunner } from '../../test/support/stick-runner.ts';
import type { Drawing, DrawingItem } from '../drawing/drawing.ts';
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

/** What one frame alone shows in a layer. */
const itemsAt = ({ items }: Drawing, frame: number, layer: number): DrawingItem[] =>
  items.filter(({ span, layer: of }) => of === layer && span.from === frame && span.to === frame + 1);
const textsAt = (drawing: Drawing, frame: number, layer: number): string[] =>
  itemsAt(drawing, frame, layer).map((item) => (item.kind === 'text' ? item.text : ''));
const shapesAt = (drawing: Drawing, frame: number, layer: number): number =>
  itemsAt(drawing, frame, layer).reduce((sum, item) => sum + (item.kind === 'shapes' ? item.shapes.length : 0), 0);

describe('buildOverlay', () => {
  it('numbers the joints of the near side and the trunk', () => {
    const labels = textsAt(buildOverlay(stickRunner(video), size), 5, layers.labels);
    expect(labels).toHaveLength(5);
    expect(labels.filter((label) => /^\d+°$/.test(label))).toHaveLength(4);
    expect(labels.at(-1)).toBe('lean 4°');
  });

  it('draws nothing at a point that is missing, and no number at one that was not seen', () => {
    const runner = stickRunner(video);
    runner.tracks.points.right_knee.xPx[5] = Number.NaN;
    runner.tracks.points.right_knee.seen[5] = 0;
    runner.tracks.points.right_elbow.seen[6] = 0;
    const drawing = buildOverlay(runner, size);
    // As text, what is no number becomes null.
    expect(JSON.stringify(drawing)).not.toMatch(/null|undefined/);
    const labels = [4, 5, 6].map((frame) => itemsAt(drawing, frame, layers.labels).length);
    expect(labels).toEqual([5, 2, 4]);
    const capsules = [4, 5].map((frame) => shapesAt(drawing, frame, layers.near));
    expect(capsules[1]).toBe(capsules[0] - 2);
    // The arm of frame 6 hangs on a filled elbow: drawn, but faint.
    expect(itemsAt(drawing, 6, layers.near)).toHaveLength(2);
    expect(itemsAt(drawing, 4, layers.near)).toHaveLength(1);
  });

  it('marks the foot while it is in contact', () => {
    const drawing = buildOverlay(stickRunner(video), size);
    const marked = Array.from({ length: 24 }, (_, frame) => itemsAt(drawing, frame, layers.contacts).length > 0);
    const inContact = Array.from({ length: 24 }, (_, frame) => {
      const timeS = frame / 30;
      return (timeS >= 0.1 && timeS <= 0.3) || (timeS >= 0.45 && timeS <= 0.65);
    });
    expect(marked).toEqual(inContact);
  });

  it('names phase and time of each frame', () => {
    const drawing = buildOverlay(stickRunner(video), size);
    const texts = (frame: number): string[] => textsAt(drawing, frame, layers.panelTop);
    expect(texts(6)).toEqual(expect.arrayContaining(['0.20 s', 'LEFT CONTACT']));
    expect(texts(11)).toEqual(expect.arrayContaining(['0.37 s', 'FLIGHT']));
    expect(texts(15)).toEqual(expect.arrayContaining(['0.50 s', 'RIGHT CONTACT']));
  });

  it('draws the frames that the video shows, and none between', () => {
    const [all, some] = [buildOverlay(stickRunner(video), size), buildOverlay(stickRunner(video), size, 4)];
    for (let frame = 0; frame < 24; frame++) {
      const expected = frame % 4 === 0 ? itemsAt(all, frame, layers.near) : [];
      expect(itemsAt(some, frame, layers.near)).toEqual(expected);
    }
  });

  it('lies on the frames that were read where only every second one was, and on the nearest where one is missing', () => {
    const runner = stickRunner(video);
    const all = buildOverlay(runner, size);
    const read = Array.from({ length: 24 }, (_, frame) => frame).filter((frame) => frame % 2 === 0 && frame !== 8);
    const some = <T extends Float64Array | Uint8Array>(values: T): T =>
      values.filter((_, frame) => read.includes(frame)) as T;
    const points = Object.fromEntries(
      Object.entries(runner.tracks.points).map(([name, { xPx, yPx, seen }]) => [
        name,
        { xPx: some(xPx), yPx: some(yPx), seen: some(seen) },
      ]),
    ) as typeof runner.tracks.points;
    const timesS = some(runner.tracks.timesS);
    const tracks = { ...runner.tracks, points, timesS, frameCount: read.length };
    const sparse = buildOverlay({ ...runner, tracks }, size);
    const near = (drawing: Drawing, frame: number) =>
      itemsAt(drawing, frame, layers.near).map((item) => ({ ...item, span: null }));
    for (const frame of read) expect(near(sparse, frame), `${frame}`).toEqual(near(all, frame));
    expect(near(sparse, 8)).toEqual(near(all, 6));
    const bars = (drawing: Drawing): number[] =>
      drawing.items.filter(({ layer, span }) => layer === layers.panel && span.from === 0).map(({ span }) => span.to);
    expect(Math.max(...bars(sparse))).toBe(24);
  });

  it('is the same twice', () => {
    expect(buildOverlay(stickRunner(video), size)).toEqual(buildOverlay(stickRunner(video), size));
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
