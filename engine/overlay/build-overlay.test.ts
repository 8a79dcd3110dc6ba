import { beforeAll, describe, expect, it } from 'vitest';
import { sampleAnalysis } from '../../test/support/sample-analysis.ts';
import { stickRunner } from '../../test/support/stick-runner.ts';
import type { Drawing, DrawingItem } from '../drawing/drawing.ts';
import { measured } from '../metrics/measured.ts';
import { withheldMetrics } from '../metrics/withheld-metrics.ts';
import type { VideoProbe } from '../video/video.ts';
import { buildOverlay } from './build-overlay.ts';
import { layers } from './style.ts';

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
  it('numbers the joints of the near side, the far knee, and the trunk', () => {
    const labels = textsAt(buildOverlay(stickRunner(video), size), 1, layers.labels).filter((text) => text !== '');
    expect(labels.filter((_, i) => i % 2 === 0)).toEqual(['LEAN', 'R ELBOW', 'R HIP', 'R KNEE', 'R ANKLE', 'L KNEE']);
    expect(labels[1]).toBe('4°');
    expect(labels.filter((label) => /^\d+°$/.test(label))).toHaveLength(6);
  });

  it('draws nothing at a point that is missing, and a dash for a number whose point was not seen', () => {
    const runner = stickRunner(video);
    runner.tracks.points.right_knee.xPx[5] = Number.NaN;
    runner.tracks.points.right_knee.seen[5] = 0;
    runner.tracks.points.right_elbow.seen[6] = 0;
    const drawing = buildOverlay(runner, size);
    // As text, what is no number becomes null.
    expect(JSON.stringify(drawing.items)).not.toMatch(/null|undefined/);
    const dashes = [4, 5, 6].map(
      (frame) => textsAt(drawing, frame, layers.labels).filter((label) => label === '–').length,
    );
    expect(dashes).toEqual([0, 3, 1]);
    const capsules = [4, 5].map((frame) => shapesAt(drawing, frame, layers.near));
    expect(capsules[1]).toBe(capsules[0] - 2);
    // The arm of frame 6 hangs on a filled elbow: drawn, but faint.
    expect(itemsAt(drawing, 6, layers.near)).toHaveLength(2);
    expect(itemsAt(drawing, 4, layers.near)).toHaveLength(1);
  });

  it('tells the near leg from the far one by width and dashes too', () => {
    const drawing = buildOverlay(stickRunner(video), size);
    const lines = (layer: number): number[] =>
      itemsAt(drawing, 4, layer).flatMap((item) =>
        item.kind === 'shapes'
          ? item.shapes.flatMap((shape) =>
              shape.kind === 'capsule' && (shape.a.x !== shape.b.x || shape.a.y !== shape.b.y) ? [shape.radius] : [],
            )
          : [],
      );
    const [near, far] = [lines(layers.near), lines(layers.far)];
    expect(far.length).toBeGreaterThan(1.5 * near.length);
    expect(Math.max(...far)).toBeLessThan(0.8 * Math.min(...near));
  });

  it('tells how a foot landed for as long as one reads it, and no longer', () => {
    const runner = stickRunner(video);
    const landing = { step: 1, side: 'left' as const, timeS: 0.1, probabilities: null, pattern: 'rearfoot' as const };
    const metrics = {
      ...runner.metrics,
      overstrideDeg: measured(9, 3, 2),
      footLandings: [{ ...landing, footAngleDeg: measured(12.4, 9, 1) }],
    };
    const gait = { ...runner.gait, contacts: runner.gait.contacts.slice(0, 1) };
    const drawing = buildOverlay({ ...runner, metrics, gait }, size);
    const told = Array.from({ length: 24 }, (_, frame) => textsAt(drawing, frame, layers.labels));
    const frames = told.flatMap((texts, frame) => (texts.includes('L REARFOOT') ? [frame] : []));
    expect([frames[0], frames.at(-1)]).toEqual([3, 16]);
    expect(frames).toHaveLength(14);
    const [words] = told.slice(4);
    expect(words[words.indexOf('L REARFOOT') + 1]).toBe('12°');
    // The shank of the figure leans back by atan(0.05 / 0.22).
    expect(words[words.indexOf('L OVERSTRIDE') + 1]).toBe('−13°');
  });

  it('marks where a foot has landed and where it has left the ground', () => {
    const drawing = buildOverlay(stickRunner(video), size);
    const marks = Array.from({ length: 24 }, (_, frame) =>
      itemsAt(drawing, frame, layers.contacts).flatMap((item) =>
        item.kind === 'shapes' ? item.shapes.filter(({ kind }) => kind === 'triangle') : [],
      ),
    );
    const pointsDown = (frame: number): boolean[] =>
      marks[frame].map((mark) => {
        if (mark.kind !== 'triangle') return false;
        const heights = mark.corners.map(({ y }) => y).toSorted((a, b) => a - b);
        return heights[1] === heights[0];
      });
    expect(pointsDown(4)).toEqual([true]);
    expect(pointsDown(11)).toEqual([false]);
    expect(pointsDown(2)).toEqual([]);
  });

  it('draws the skeleton alone where no running was seen, and says why there are no numbers', () => {
    const runner = stickRunner(video);
    const metrics = withheldMetrics('not_running');
    const gait = { ...runner.gait, running: false, contacts: [] };
    const drawing = buildOverlay({ ...runner, metrics, gait }, size);
    expect(drawing.items.flatMap((item) => (item.kind === 'text' ? [item.text] : []))).toEqual([
      'No running seen: no numbers',
    ]);
    expect(itemsAt(drawing, 4, layers.near)).toHaveLength(1);
    expect(itemsAt(drawing, 4, layers.angles)).toEqual([]);
  });

  it('marks the foot while it is in contact', () => {
    const bars = (drawing: Drawing, frame: number): number =>
      itemsAt(drawing, frame, layers.contacts).filter(
        (item) => item.kind === 'shapes' && item.shapes[0]?.kind === 'capsule',
      ).length;
    const drawing = buildOverlay(stickRunner(video), size);
    const marked = Array.from({ length: 24 }, (_, frame) => bars(drawing, frame) > 0);
    const inContact = Array.from({ length: 24 }, (_, frame) => {
      const timeS = frame / 30;
      return (timeS >= 0.1 && timeS <= 0.3) || (timeS >= 0.45 && timeS <= 0.65);
    });
    expect(marked).toEqual(inContact);
  });

  it('draws the overstride at the angle that it tells, with a touchdown between two frames of a fast shank', () => {
    const runner = stickRunner(video);
    for (const frame of video.frameTimesS.keys()) runner.tracks.points.left_ankle.xPx[frame] += 60 - 14 * frame;
    const gait = { ...runner.gait, contacts: [{ ...runner.gait.contacts[0], touchdownS: 3.5 / 30 }] };
    const drawing = buildOverlay({ ...runner, gait }, size);
    const told = textsAt(drawing, 4, layers.labels);
    const wedges = itemsAt(drawing, 4, layers.angles).flatMap((item) =>
      item.kind === 'shapes' && item.look.opacity === 0.32 ? item.shapes : [],
    );
    const drawnDeg = wedges.map((shape) => (shape.kind === 'wedge' ? (2 * shape.halfTurn * 180) / Math.PI : NaN));
    expect(drawnDeg.map((deg) => `−${Math.round(deg)}°`)).toEqual([told[told.indexOf('L OVERSTRIDE') + 1]]);
  });

  it('keeps the marks on the ground in the picture, where the feet stand at its lower edge', () => {
    const drawing = buildOverlay(stickRunner(video, { feet: 0.998 }), size);
    const reach = drawing.items
      .filter(({ layer }) => layer === layers.contacts)
      .flatMap((item) => (item.kind === 'shapes' && !item.look.blurPx ? item.shapes : []))
      .map((shape) => {
        if (shape.kind === 'capsule') return Math.max(shape.a.y, shape.b.y) + shape.radius;
        if (shape.kind === 'triangle') return Math.max(...shape.corners.map(({ y }) => y));
        if (shape.kind === 'arc') {
          const ends = [-1, 1].map((side) => shape.direction + side * shape.halfTurn);
          return shape.centre.y + shape.radius * Math.max(...ends.map(Math.sin)) + shape.width / 2;
        }
        return Infinity;
      });
    expect(reach.length).toBeGreaterThan(20);
    expect(Math.max(...reach)).toBeLessThanOrEqual(size.heightPx);
  });

  it('draws both legs in full of who is seen from the front', () => {
    const runner = stickRunner(video);
    const front = { ...runner, tracks: { ...runner.tracks, view: 'front' as const } };
    expect(shapesAt(buildOverlay(runner, size), 4, layers.far)).toBeGreaterThan(0);
    expect(shapesAt(buildOverlay(front, size), 4, layers.far)).toBe(0);
  });

  it('tells of a landing for longer than it draws its line', () => {
    const drawing = buildOverlay(stickRunner(video), size);
    const told = (frame: number): boolean => textsAt(drawing, frame, layers.labels).includes('L OVERSTRIDE');
    // The touchdown is at 0.1 s; trunk, joints and line are in one layer.
    const lines = (frame: number): number => shapesAt(drawing, frame, layers.angles);
    expect([4, 8, 12].map(told)).toEqual([true, true, true]);
    expect(lines(4)).toBeGreaterThan(lines(12));
    expect(lines(10)).toBe(lines(12));
  });

  it('names phase and time of each frame', () => {
    const drawing = buildOverlay(stickRunner(video), size);
    const texts = (frame: number): string[] => textsAt(drawing, frame, layers.panelTop);
    expect(texts(6)).toEqual(expect.arrayContaining(['0.20 s', 'LEFT CONTACT']));
    expect(texts(11)).toEqual(expect.arrayContaining(['0.37 s', 'FLIGHT']));
    expect(texts(15)).toEqual(expect.arrayContaining(['0.50 s', 'RIGHT CONTACT']));
  });

  it('draws the frames that the video shows, and none between', () => {
    const [all, some] = [buildOverlay(stickRunner(video), size), buildOverlay(stickRunner(video), size, [4])];
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

it('lies on the clip’s picture, but for the strip below it', () => {
  const drawing = buildOverlay(stickRunner(video), size);
  expect(drawing.picture).toEqual(size);
  expect(drawing.size.widthPx).toBe(size.widthPx);
  const strip = drawing.items.filter(({ layer }) => layer === layers.panel || layer === layers.panelTop);
  for (const item of strip) {
    if (item.kind === 'text') expect(item.at.y - item.look.sizePx / 2).toBeGreaterThanOrEqual(size.heightPx);
  }
});
