import { existsSync } from 'node:fs';
import { describe, expect, it, type TestContext } from 'vitest';
import { allKnownClips } from '../../known-clips.ts';
import type { JointError, Scalar } from './clip-errors.ts';
import { clipsSection } from './clips-section.ts';
import { fromKnown } from './every-clip.ts';
import { type ClipOutcome, measureClipWithTruth } from './measure-clips.ts';

/** What BlazePose full reaches today on one clip of each half; the tables have every clip and network. */
describe('rendered runners, pixels in', { timeout: 60_000 }, () => {
  it('of the reporting half keep the floors of times and angles', async (context) => {
    const outcome = await outcomeOf(context, 'syn_side_treadmill_3mps_60fps');
    expect(miss(outcome, 'cadenceSpm')).toBeLessThan(0.5);
    expect(miss(outcome, 'contactTimeMs')).toBeLessThan(20);
    expect(miss(outcome, 'flightTimeMs')).toBeLessThan(20);
    expect(miss(outcome, 'speedMps')).toBeLessThan(0.04 * 3.12);
    expect(miss(outcome, 'stepLengthM')).toBeLessThan(0.04 * 1.12);
    expect(meanShape(outcome, 'knee')).toBeLessThan(6);
    expect(meanShape(outcome, 'hip')).toBeLessThan(6);
    expect(meanShape(outcome, 'ankle')).toBeLessThan(8);
    expect(largestOffset(outcome, 'knee')).toBeLessThan(4);
    expect(largestOffset(outcome, 'hip')).toBeLessThan(4);
    expect(largestOffset(outcome, 'ankle')).toBeLessThan(4);
    expect(clipsSection([outcome])).toContain('| syn_side_treadmill_3mps_60fps |');
  });

  it('of the development half keep them overground', async (context) => {
    const outcome = await outcomeOf(context, 'syn_side_overground_3mps_60fps');
    expect(miss(outcome, 'cadenceSpm')).toBeLessThan(0.5);
    expect(miss(outcome, 'contactTimeMs')).toBeLessThan(20);
    expect(miss(outcome, 'flightTimeMs')).toBeLessThan(20);
    expect(miss(outcome, 'speedMps')).toBeLessThan(0.04 * 3.06);
  });
});

async function outcomeOf(context: TestContext, name: string): Promise<ClipOutcome> {
  const clip = allKnownClips.find((known) => known.name === name);
  if (clip === undefined) throw new Error(`no clip ${name}`);
  if (!existsSync(clip.path)) context.skip('its clip is not on this machine');
  return measureClipWithTruth(await fromKnown(clip), 'blazepose-full');
}

function miss({ scalars }: ClipOutcome, scalar: Scalar): number {
  const error = scalars.find((candidate) => candidate.scalar === scalar)?.error;
  return error === null || error === undefined ? Number.POSITIVE_INFINITY : Math.abs(error);
}

const errorsOf = ({ joints }: ClipOutcome, joint: JointError['joint']) =>
  joints.filter((candidate) => candidate.joint === joint).map(({ error }) => error);

function meanShape(outcome: ClipOutcome, joint: JointError['joint']): number {
  const shapes = errorsOf(outcome, joint).map((error) => error?.rmsOfShape ?? Number.POSITIVE_INFINITY);
  return shapes.reduce((sum, shape) => sum + shape, 0) / shapes.length;
}

const largestOffset = (outcome: ClipOutcome, joint: JointError['joint']): number =>
  Math.max(...errorsOf(outcome, joint).map((error) => Math.abs(error?.offset ?? Number.POSITIVE_INFINITY)));
