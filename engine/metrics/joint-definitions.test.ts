import { expect, it } from 'vitest';
import { type KeypointName, keypointNames } from '../pose/keypoint-names.ts';
import type { Track, Tracks } from '../tracks/tracks.ts';
import { footSeries, jointSeries, shankSeries, trunkLeanSeries } from './joint-definitions.ts';

type Place = readonly [forward: number, up: number];
const at = (deg: number, length: number, [forward, up]: Place): Place => [
  forward + length * Math.cos((deg * Math.PI) / 180),
  up + length * Math.sin((deg * Math.PI) / 180),
];

/** A single frame of a body whose angles are set: degrees, directions with 0 forward and 90 up. */
function posed(facing: 1 | -1): Tracks {
  const hip: Place = [0, 0];
  const shoulder = at(82, 50, hip);
  const elbow = at(-120, 30, shoulder);
  const wrist = at(-30, 25, elbow);
  const knee = at(-60, 40, hip);
  const ankle = at(-110, 40, knee);
  const heel = at(-150, 8, ankle);
  const toe = at(5, 20, heel);
  const places = { shoulder, elbow, wrist, hip, knee, ankle, heel, toe };
  const entries = keypointNames.map((name) => {
    const part = name.replace(/^(left|right)_/, '') as keyof typeof places;
    const [forward, up] = places[part] ?? [0, 80];
    const track: Track = {
      xPx: Float64Array.of(300 + facing * forward),
      yPx: Float64Array.of(500 - up),
      seen: Uint8Array.of(1),
    };
    return [name, track] as const;
  });
  return {
    frameCount: 1,
    widthPx: 600,
    heightPx: 800,
    timesS: Float64Array.of(0),
    points: Object.fromEntries(entries) as Record<KeypointName, Track>,
    facing,
    view: 'side',
    bodyHeightPx: 170,
    hasFeet: true,
    steadyPeriodS: null,
    legsExchanged: new Uint8Array(1),
    report: {
      legSwapsRepaired: 0,
      ambiguousFraction: 0,
      outliersRejected: 0,
      gapsFilled: 0,
      foundFraction: 1,
      bodyCutOff: false,
    },
  };
}

it.each([1, -1] as const)('reads angles that were set, facing %i', (facing) => {
  const tracks = posed(facing);
  const value = (series: Float64Array): number => series[0] ?? Number.NaN;
  expect(value(jointSeries(tracks, 'knee', 'left'))).toBeCloseTo(50, 9);
  expect(value(jointSeries(tracks, 'hip', 'right'))).toBeCloseTo(38, 9);
  expect(value(jointSeries(tracks, 'ankle', 'left'))).toBeCloseTo(25, 9);
  expect(value(jointSeries(tracks, 'shoulder', 'left'))).toBeCloseTo(-22, 9);
  expect(value(jointSeries(tracks, 'elbow', 'right'))).toBeCloseTo(90, 9);
  expect(value(trunkLeanSeries(tracks))).toBeCloseTo(8, 9);
  expect(value(shankSeries(tracks, 'left'))).toBeCloseTo(-20, 9);
  expect(value(footSeries(tracks, 'left'))).toBeCloseTo(5, 9);
});
