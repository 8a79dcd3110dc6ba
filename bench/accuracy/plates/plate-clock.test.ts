import { expect, it } from 'vitest';
import { requireShared } from '../../../test/support/shared.ts';
import type { Force, Markers } from './motion-files.ts';
import { plateLagS } from './plate-clock.ts';
import { readTrial } from './trials.ts';

const stepHz = 2.6;
const phase = (timeS: number): number => 2 * Math.PI * stepHz * timeS;
const mass = 70;

/** A body that bounces with every step, and the force that makes it do so, told some time later. */
function bouncing(lateS: number): { markers: Markers; force: Force } {
  const [hz, samples] = [100, 300];
  const y = Float64Array.from({ length: samples }, (_, i) => 1 + 0.03 * Math.cos(phase(i / hz)));
  const timesS = Float64Array.from({ length: 3000 }, (_, i) => i / 1000);
  const acceleration = (timeS: number): number => -0.03 * (2 * Math.PI * stepHz) ** 2 * Math.cos(phase(timeS));
  return {
    markers: { hz, startS: 0, samples, at: () => ({ x: y, y, z: y }) },
    force: { timesS, newtons: timesS.map((timeS) => mass * (9.81 + acceleration(timeS - lateS))) },
  };
}

it.each([-0.006, 0, 0.013])('tells by how much the plates’ clock is late: %d s', (lateS) => {
  const { markers, force } = bouncing(lateS);
  expect(plateLagS(markers, [{ massShare: 1, markers: ['any'] }], [force])).toBeCloseTo(lateS, 3);
});

it('is less than one and a half frames of the cameras in every trial', (context) => {
  requireShared(context, 'data/mocap/rbds001');
  for (const id of ['rbds001, first 15 s', 'hamner_s01, 3 m/s', 'hamner_s04, 2 m/s', 'bmclab']) {
    const { plateLagS: lagS, markerHz } = readTrial(id);
    expect(Math.abs(lagS)).toBeLessThan(1.5 / markerHz);
  }
});
