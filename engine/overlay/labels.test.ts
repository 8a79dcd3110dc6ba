import { describe, expect, it } from 'vitest';
import { backCamera } from '../../fixtures/keypoints/back-camera.ts';
import { panningCamera, pathSideCamera, sideCamera } from '../../fixtures/keypoints/side-camera.ts';
import { syntheticPoses } from '../../fixtures/keypoints/synthetic-poses.ts';
import { createRunner } from '../../fixtures/runner/synthetic-runner.ts';
import { sampleAnalysis } from '../../test/support/sample-analysis.ts';
import type { Drawing } from '../drawing/drawing.ts';
import { textWidthPx } from '../drawing/text-width.ts';
import { measureBackClip, readBackClip } from '../measure-back-clip.ts';
import { measureClip } from '../measure-clip.ts';
import type { ClipPoses } from '../pose/estimate-poses.ts';
import { type Language, languages } from '../score/language.ts';
import { buildBackOverlay } from './back/build-back-overlay.ts';
import { bodyBox } from './body-box.ts';
import { buildOverlay } from './build-overlay.ts';
import { Figure } from './figure.ts';
import type { Box } from './layout.ts';
import { layers } from './style.ts';
import { overlayWordsByLanguage } from './words/by-language.ts';
import { withSide } from './words/overlay-words.ts';

const fps = 30;
const runner = createRunner({ speedMps: 3 });
const request = { heightM: 1.75, treadmill: true, paceSPerKm: 333, language: 'en' } as const;

/** A clip of the synthetic runner, seen with noise, and the drawing over it. */
interface Shown {
  readonly drawing: Drawing;
  readonly figure: Figure;
}

type Filmed = Parameters<typeof syntheticPoses>[1];

function filmed(camera: Filmed, durationS: number, startS: number): ClipPoses {
  const { poses } = syntheticPoses(runner, camera, { fps, durationS, startS, noisePx: 2 });
  const { widthPx, heightPx, timesS } = poses;
  return { video: { ...sampleAnalysis().video, widthPx, heightPx, fps, durationS, frameTimesS: timesS }, pose: poses };
}

function fromTheSide(camera: Filmed, treadmill: boolean, durationS = 3, language: Language = 'en'): Shown {
  const clip = filmed(camera, durationS, treadmill ? 0 : -durationS / 2);
  const analysis = measureClip(clip, { ...request, language, treadmill, paceSPerKm: treadmill ? 333 : null });
  expect(analysis.gait.running).toBe(true);
  const { widthPx, heightPx } = clip.video;
  const picture = { widthPx, heightPx };
  return { drawing: buildOverlay(analysis, picture), figure: new Figure(analysis.tracks, picture) };
}

function fromBehind(language: Language = 'en'): Shown {
  const clip = filmed(backCamera({ widthPx: 540, heightPx: 960 }), 3, 0);
  const asked = { ...request, language };
  const analysis = measureBackClip(clip, readBackClip(clip, asked), { pelvis: [], feet: [] }, asked);
  expect(analysis.gait.running).toBe(true);
  const picture = { widthPx: 540, heightPx: 960 };
  return { drawing: buildBackOverlay(analysis, picture), figure: new Figure(analysis.tracks, picture, 'back') };
}

/** Plates and texts of the numbers beside the runner in one frame. */
function labelsAt({ items }: Drawing, frame: number): { plates: Box[]; texts: (Box & { text: string })[] } {
  const shown = items.filter(
    ({ layer, span }) => (layer === layers.labels || layer === layers.plates) && span.from <= frame && frame < span.to,
  );
  const plates = shown.flatMap((item) => (item.kind === 'shapes' ? item.shapes : []));
  return {
    plates: plates.flatMap((shape) => (shape.kind === 'box' ? [shape] : [])),
    texts: shown.flatMap((item) => {
      if (item.kind !== 'text') return [];
      const { look, at, text } = item;
      const width = textWidthPx(text, look);
      const x = look.anchor === 'right' ? at.x - width : at.x;
      return [{ text, x, y: at.y - look.sizePx / 2, width, height: look.sizePx }];
    }),
  };
}

const overlap = (a: Box, b: Box): boolean =>
  Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 0.1 &&
  Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 0.1;

const contains = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x - 0.1 &&
  inner.y >= outer.y - 0.1 &&
  inner.x + inner.width <= outer.x + outer.width + 0.1 &&
  inner.y + inner.height <= outer.y + outer.height + 0.1;

/** Largest change of the way from frame to frame, over places of the same thing in frames that follow each other. */
function jerkOf(places: readonly (readonly [x: number, y: number] | null)[]): number {
  let largest = 0;
  for (let i = 2; i < places.length; i++) {
    const [a, b, c] = [places[i - 2], places[i - 1], places[i]];
    // A column that changes its side goes and comes again.
    if (!a || !b || !c || Math.hypot(c[0] - b[0], c[1] - b[1]) > 100 || Math.hypot(b[0] - a[0], b[1] - a[1]) > 100)
      continue;
    largest = Math.max(largest, Math.hypot(c[0] - 2 * b[0] + a[0], c[1] - 2 * b[1] + a[1]));
  }
  return largest;
}

const clips: readonly (readonly [name: string, make: () => Shown, leastShown: number])[] = [
  ['an upright phone beside a belt', () => fromTheSide(sideCamera({ fieldHeightM: 3 }), true), 1],
  ['the other side', () => fromTheSide(sideCamera({ side: 'left', fieldHeightM: 3 }), true), 1],
  ['a small wide clip', () => fromTheSide(sideCamera({ widthPx: 480, heightPx: 352 }), true), 1],
  ['past a camera', () => fromTheSide(pathSideCamera(), false, 2.4), 0.85],
  ['followed by a camera', () => fromTheSide(panningCamera(pathSideCamera(), 3), false), 1],
  ...languages
    .filter((language) => language !== 'en')
    .map(
      (language) =>
        [`in ${language}`, () => fromTheSide(sideCamera({ fieldHeightM: 3 }), true, 1.5, language), 1] as const,
    ),
  ...languages.map((language) => [`from behind in ${language}`, () => fromBehind(language), 1] as const),
];

describe.each(clips)('numbers beside the runner: %s', (_, make, leastShown) => {
  const { drawing, figure } = make();
  const frames = Array.from({ length: figure.tracks.frameCount }, (_, frame) => frame);
  const labels = frames.map((frame) => labelsAt(drawing, frame));
  const bodies = frames.map((frame) => bodyBox(figure, frame));
  const picture = { x: 0, y: 0, width: figure.size.widthPx, height: figure.size.heightPx };

  it('are there', () => {
    const known = frames.filter((frame) => bodies[frame] !== null);
    const shown = known.filter((frame) => labels[frame].plates.length >= 4);
    expect(shown.length / known.length).toBeGreaterThanOrEqual(leastShown);
  });

  it('cover neither the body nor each other, and lie in the picture', () => {
    for (const frame of frames) {
      const { plates, texts } = labels[frame];
      const body = bodies[frame];
      plates.forEach((plate, i) => {
        expect(contains(picture, plate), `${frame}`).toBe(true);
        expect(body !== null && overlap(plate, body), `${frame}`).toBe(false);
        expect(
          plates.slice(i + 1).some((other) => overlap(plate, other)),
          `${frame}`,
        ).toBe(false);
      });
      texts.forEach((text, i) => {
        expect(
          plates.some((plate) => contains(plate, text)),
          `${frame} ${text.text}`,
        ).toBe(true);
        expect(
          texts.slice(i + 1).some((other) => overlap(text, other)),
          `${frame} ${text.text}`,
        ).toBe(false);
      });
    }
  });

  it('glide: they change their way a small part as much as the hips', () => {
    const hips = frames.map((frame) => figure.middle('hip', frame));
    const body = jerkOf(hips.map((hip) => hip && [hip.x, hip.y]));
    const names = new Set(
      labels.flatMap(({ texts }) => texts.map(({ text }) => text).filter((text) => /\p{L}/u.test(text))),
    );
    for (const name of names) {
      const places = labels.map(({ texts }) => {
        const text = texts.find((one) => one.text === name);
        return text ? ([text.x, text.y] as const) : null;
      });
      expect(jerkOf(places), name).toBeLessThan(Math.max(0.35, 0.15 * body));
    }
  });

  it('are large enough on a phone of 360 pixels', () => {
    const share = 360 / figure.size.widthPx;
    const sizes = labels.flatMap(({ texts }) => texts.map(({ height }) => height * share));
    expect(Math.min(...sizes)).toBeGreaterThan(8);
  });
});

it.each(languages)('stand in the strip below where the runner fills the picture: %s', (language) => {
  const words = overlayWordsByLanguage[language];
  const { drawing, figure } = fromTheSide(sideCamera({ fieldHeightM: 2.2 }), true, 3, language);
  const texts = drawing.items.flatMap((item) => (item.kind === 'text' && item.span.from === 40 ? [item] : []));
  const bottom = figure.size.heightPx;
  const knees = (['left', 'right'] as const).map((side) => withSide(words, side, words.joints.knee));
  for (const name of [words.lean, ...knees]) {
    const found = texts.filter(({ text }) => text === name);
    expect(found).toHaveLength(1);
    expect(found[0]?.at.y).toBeGreaterThan(bottom);
  }
  expect(labelsAt(drawing, 40).plates).toEqual([]);
  // Nothing in the strip lies over anything else.
  const boxes = texts.map(({ look, at, text }) => {
    const width = textWidthPx(text, look);
    const x = at.x - { left: 0, middle: width / 2, right: width }[look.anchor ?? 'middle'];
    return { x, y: at.y - look.sizePx / 2, width, height: look.sizePx };
  });
  boxes.forEach((box, i) => {
    expect(
      boxes.slice(i + 1).some((other) => overlap(box, other)),
      texts[i]?.text,
    ).toBe(false);
    expect(box.y + box.height).toBeLessThanOrEqual(drawing.size.heightPx);
  });
});
