import { expect, it } from 'vitest';
import { rtmposePoses } from '../../bench/rtmpose-poses.ts';
import { requireShared } from '../../test/support/shared.ts';
import { findGait } from '../gait/find-gait.ts';
import { findStances } from '../gait/stances.ts';
import { buildTracks } from '../tracks/build-tracks.ts';
import { measureSideView } from './measure-side-view.ts';

it('measures a real treadmill runner, 30 frames per second, from a network’s keypoints', (context) => {
  const tracks = buildTracks(
    rtmposePoses(requireShared(context, 'data/clips/treadmill_side_male.rtmpose_halpe26.json')),
  );
  const given = { camera: 'treadmill', heightM: 1.78, paceSPerKm: 360, network: 'custom' } as const;
  const gait = findGait(tracks, findStances(tracks), given);
  const { metrics } = measureSideView({ tracks, gait, ...given, treadmill: true });
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
