import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { requireShared } from '../../test/support/shared.ts';
import { findGait } from '../gait/find-gait.ts';
import { findStances } from '../gait/stances.ts';
import { type KeypointName, keypointIndex, keypointNames } from '../pose/keypoint-names.ts';
import type { PoseSequence } from '../pose/pose-sequence.ts';
import { buildTracks } from '../tracks/build-tracks.ts';
import { measureSideView } from './measure-side-view.ts';

interface Keypoints {
  readonly fps: number;
  readonly width: number;
  readonly height: number;
  readonly keypoint_names: readonly string[];
  readonly frames: readonly (readonly (readonly [x: number, y: number, score: number])[])[];
}

/** The published names `l_big_toe`, `r_knee`, `nose` as ours; null for points that are not used. */
function ownName(name: string): KeypointName | null {
  const full = name.replace(/^l_/, 'left_').replace(/^r_/, 'right_').replace('big_toe', 'toe');
  return full in keypointIndex ? (full as KeypointName) : null;
}

function poseOf(path: string): PoseSequence {
  const clip = JSON.parse(readFileSync(path, 'utf8')) as Keypoints;
  const frameCount = clip.frames.length;
  const blank = (): Float64Array => new Float64Array(frameCount * keypointNames.length).fill(Number.NaN);
  const pose = { xPx: blank(), yPx: blank(), score: blank().fill(0) };
  clip.frames.forEach((points, frame) => {
    points.forEach(([x, y, score], k) => {
      const name = ownName(clip.keypoint_names[k] ?? '');
      if (name === null) return;
      const element = frame * keypointNames.length + keypointIndex[name];
      pose.xPx[element] = x;
      pose.yPx[element] = y;
      pose.score[element] = Math.min(1, score);
    });
  });
  return {
    network: 'custom',
    frameCount,
    widthPx: clip.width,
    heightPx: clip.height,
    timesS: Float64Array.from({ length: frameCount }, (_, i) => i / clip.fps),
    found: new Uint8Array(frameCount).fill(1),
    people: null,
    ...pose,
  };
}

it('measures a real treadmill runner, 30 frames per second, from a network’s keypoints', (context) => {
  const tracks = buildTracks(poseOf(requireShared(context, 'data/clips/treadmill_side_male.rtmpose_halpe26.json')));
  const given = { camera: 'treadmill', heightM: 1.78, paceSPerKm: 360, network: 'custom' } as const;
  const gait = findGait(tracks, findStances(tracks), given);
  const metrics = measureSideView({ tracks, gait, ...given, treadmill: true });
  expect(tracks.facing).toBe(-1);
  expect(tracks.report.legSwapsRepaired).toBe(0);
  // Counted in the picture by hand: 168.9 a minute.
  expect(Math.abs((metrics.cadenceSpm.value ?? 0) - 168.9)).toBeLessThan(0.5);
  expect(gait.contacts.length).toBeGreaterThan(28);
  gait.contacts.slice(1).forEach((contact, i) => {
    expect(contact.side).not.toBe(gait.contacts[i]?.side);
  });
  expect(metrics.dutyFactor.value).toBeGreaterThan(0.3);
  expect(metrics.dutyFactor.value).toBeLessThan(0.45);
  expect(metrics.speedMps.value).toBeCloseTo(1000 / 360, 9);
  expect(metrics.strikePattern).toBe('rearfoot');
});
