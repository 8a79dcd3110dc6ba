import { describe, expect, it } from 'vitest';
import { backCamera } from '../../fixtures/keypoints/back-camera.ts';
import { sideCamera } from '../../fixtures/keypoints/side-camera.ts';
import { syntheticPoses } from '../../fixtures/keypoints/synthetic-poses.ts';
import { createRunner } from '../../fixtures/runner/synthetic-runner.ts';
import { toAnalysisBodies } from '../../server/contract/analysis-bodies.ts';
import { probeOf } from '../../test/support/filmed-clip.ts';
import type { Analysis, AnalysisTerms } from '../analysis.ts';
import { measureReading } from '../analyze-poses.ts';
import type { BackPictures } from '../back-pictures.ts';
import type { ClipPoses } from '../pose/estimate-poses.ts';
import { posesOf } from './open-poses.ts';
import { posesLines } from './poses-lines.ts';

const runner = createRunner({ speedMps: 3 });
const film = { fps: 60, durationS: 2.5, noisePx: 1, dropFraction: 0.04 };
const side: AnalysisTerms = {
  ...{ view: 'side', heightM: 1.75, treadmill: true, paceSPerKm: 1000 / 3, fullBody: true, language: 'de' },
} as const;
const back: AnalysisTerms = { ...side, view: 'back', fullBody: false };
const source = { clipSha256: 'a'.repeat(64), network: 'blazepose-full' };

function filmed(terms: AnalysisTerms): ClipPoses {
  const camera = terms.view === 'side' ? sideCamera() : backCamera();
  const pose = syntheticPoses(runner, camera, film).poses;
  // What JSON does not keep by itself.
  pose.xPx[0] = -0;
  pose.yPx[1] = Number.NaN;
  pose.score[1] = 1 / 3;
  return { video: { ...probeOf(pose), path: '/somewhere/clip.mp4' }, pose };
}

const seen: BackPictures = {
  pelvis: [30, 31, 32].map((frame) => ({
    frame,
    timeS: frame / 60,
    outline: {
      left: Float64Array.from({ length: 36 }, (_, row) => -0.3 - row / 300),
      right: Float64Array.from({ length: 36 }, (_, row) => (row === 3 ? Number.NaN : 0.3 + row / 700)),
      contrast: 40.1,
    },
    seatLeanDeg: frame === 31 ? null : -frame / 7,
  })),
  feet: [
    {
      ...{ frame: 33, timeS: 0.55, side: 'left', shankAxisDeg: 1 / 7, heelAxisDeg: null, shankHalfWidthDeg: 0.3 },
      ...{ heelHalfWidthDeg: null, shankLine: { top: [1.5, 2], bottom: [3, 4] }, heelLine: null, sharpness: 0.7 },
      reason: 'blurred',
    },
  ],
  levelLineDeg: 1 / 3,
};

const textOf = (analysis: Analysis, terms: AnalysisTerms): string => [...posesLines(analysis, terms, source)].join('');
const readBack = (text: string) => posesOf(Buffer.from(text));

describe('a poses file', () => {
  it.each([
    [side, null],
    [back, seen],
    [back, { ...seen, levelLineDeg: null }],
    // As written by releases that did not look for level lines.
    [back, { pelvis: seen.pelvis, feet: seen.feet }],
  ] as const)('gives back all that was read, and with it the same analysis (%o)', async (terms, pictures) => {
    const clip = filmed(terms);
    const first = await measureReading({ clip, pictures }, terms);
    const text = textOf(first, terms);
    const reading = readBack(text);
    expect(reading.clip.pose).toStrictEqual(clip.pose);
    expect(Object.is(reading.clip.pose.xPx[0], -0)).toBe(true);
    expect(reading.clip.video).toStrictEqual({ ...clip.video, path: '' });
    expect(reading.pictures).toStrictEqual(pictures);
    expect({ terms: reading.terms, source: reading.source }).toEqual({ terms, source });
    const again = await measureReading(reading, reading.terms ?? terms);
    expect({ ...again, video: null }).toStrictEqual({ ...first, video: null });
    expect(JSON.stringify(toAnalysisBodies(again))).toBe(JSON.stringify(toAnalysisBodies(first)));
    expect(textOf(again, terms)).toBe(text);
    expect(text).not.toContain('somewhere');
  });

  it('of a release that did not look at the seat says that it was not seen', async () => {
    const first = await measureReading({ clip: filmed(back), pictures: seen }, back);
    const older = textOf(first, back).replace(/,"seatLeanDeg":(null|-?[\d.]+)/g, '');
    expect(older).not.toContain('seatLeanDeg');
    expect(readBack(older).pictures?.pelvis.map(({ seatLeanDeg }) => seatLeanDeg)).toEqual([null, null, null]);
  });

  it('can be asked for something else', async () => {
    const clip = filmed(side);
    const first = await measureReading({ clip, pictures: null }, side);
    const reading = readBack(textOf(first, side));
    const taller = await measureReading(reading, { ...side, treadmill: false, paceSPerKm: null, heightM: 1.925 });
    const whole = await measureReading(
      { clip, pictures: null },
      { ...side, treadmill: false, paceSPerKm: null, heightM: 1.925 },
    );
    expect(taller.metrics).toStrictEqual(whole.metrics);
    expect(JSON.stringify(taller.metrics)).not.toBe(JSON.stringify(first.metrics));
  });
});

describe('a file that cannot be one is refused with what is wrong', async () => {
  const good = textOf(await measureReading({ clip: filmed(back), pictures: seen }, back), back);
  const lines = good.trimEnd().split('\n');
  const changed = (line: number, from: string | RegExp, to: string): string => {
    const text = lines[line].replace(from, to);
    expect(text).not.toBe(lines[line]);
    return lines.with(line, text).join('\n');
  };
  const bad: readonly (readonly [string, () => string | Uint8Array, RegExp])[] = [
    ['nothing', () => '', /line 1 is not JSON/],
    ['no JSON', () => 'ran 10 km\n', /line 1 is not JSON/],
    ['another JSON', () => '{"a":1}', /line 1: the line/],
    ['bytes', () => Uint8Array.from({ length: 4000 }, (_, i) => (i * 37) % 256), /not JSON/],
    ['a later version', () => changed(0, '"version":1', '"version":2'), /version/],
    ['a foreign field', () => changed(0, '"version":1', '"version":1,"__proto__":{"a":1}'), /line 1/],
    [
      'a field of a mistake',
      () => changed(0, '"version":1', '"version":1,"shoe":1'),
      /line 1: shoe is no known property/,
    ],
    ['cut off', () => lines.slice(0, -1).join('\n'), /lines of/],
    ['one line too many', () => `${good}{}\n`, /lines of/],
    [
      'frames in another order',
      () => [lines[0], lines[2], lines[1], ...lines.slice(3)].join('\n'),
      /frame 1 in the place of 0/,
    ],
    ['time that stands still', () => changed(2, /"timeS":[^,]+/, '"timeS":0'), /frame 1 is not later/],
    ['an endless coordinate', () => changed(1, /\[\[[^,]+/, '[[1e999'), /line 2/],
    ['a coordinate out of any picture', () => changed(1, /\[\[[^,]+/, '[[1e9'), /line 2/],
    ['too few points', () => changed(1, /"points":\[\[[^\]]+\],/, '"points":['), /line 2: points/],
    ['a picture of no frame', () => changed(lines.length - 1, '"frame":33', '"frame":2999'), /frame 2999 of/],
    ['a huge picture', () => changed(0, /"widthPx":\d+/, '"widthPx":1e9'), /widthPx/],
    ['too many frames', () => changed(0, /"frames":\d+/, '"frames":1e9'), /frames/],
    ['too many bytes', () => new Uint8Array(33e6), /more than 32 MB/],
  ];
  it.each(bad)('%s', (_, make, message) => {
    const made = make();
    const attempt = () => posesOf(typeof made === 'string' ? Buffer.from(made) : made);
    expect(attempt).toThrow(
      expect.objectContaining({ code: 'invalid_poses', message: expect.stringMatching(message) }),
    );
  });

  it('nobody in view', () => {
    const empty = lines.map((line) => line.replace('"found":true', '"found":false')).join('\n');
    expect(() => readBack(empty)).toThrow(expect.objectContaining({ code: 'no_person' }));
  });
});
