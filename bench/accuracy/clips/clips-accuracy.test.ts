import { existsSync } from 'node:fs';
import { describe, expect, it, type TestContext } from 'vitest';
import type { Floor } from '../../floors.ts';
import { allKnownClips } from '../../known-clips.ts';
import { holds } from '../../report/table.ts';
import { accuracyFloors } from '../accuracy-floors.ts';
import type { JointError } from './clip-errors.ts';
import { clipMeasurements } from './clip-floors.ts';
import { clipsSection } from './clips-section.ts';
import { fromKnown } from './every-clip.ts';
import { type ClipOutcome, measureClipWithTruth } from './measure-clips.ts';

/** What BlazePose full reaches today on one clip of each half; the tables have every clip and network. */
describe('rendered runners, pixels in', { timeout: 60_000 }, () => {
  it('of the reporting half keep the floors of times and angles', async (context) => {
    const outcome = await outcomeOf(context, 'syn_side_treadmill_3mps_60fps');
    expect(missed(outcome, [...times, ...angles])).toEqual([]);
    expect(largestOffset(outcome, 'knee')).toBeLessThan(4);
    expect(largestOffset(outcome, 'hip')).toBeLessThan(4);
    expect(largestOffset(outcome, 'ankle')).toBeLessThan(4);
    expect(clipsSection([outcome], [], [])).toContain('| syn_side_treadmill_3mps_60fps |');
  });

  it('of the development half keep them overground', async (context) => {
    const outcome = await outcomeOf(context, 'syn_side_overground_3mps_60fps');
    expect(missed(outcome, times)).toEqual([]);
  });
});

const { cadenceClips, contactClips, flightClips, speedClips, stepLengthClips } = accuracyFloors;
const times: readonly Floor[] = [cadenceClips, contactClips, flightClips, speedClips, stepLengthClips];
const { kneeByTime, hipByTime, ankleByTime, kneeByPhase, hipByPhase, ankleByPhase } = accuracyFloors;
const angles: readonly Floor[] = [kneeByTime, hipByTime, ankleByTime, kneeByPhase, hipByPhase, ankleByPhase];

/** Which of some floors a clip does not reach, or does not report. */
const missed = (outcome: ClipOutcome, floors: readonly Floor[]): string[] =>
  clipMeasurements([outcome], [], [])
    .filter((measurement) => floors.includes(measurement.floor) && !holds(measurement))
    .map(({ floor, value }) => `${floor.what}: ${value} ${floor.unit}`);

async function outcomeOf(context: TestContext, name: string): Promise<ClipOutcome> {
  const clip = allKnownClips.find((known) => known.name === name);
  if (clip === undefined) throw new Error(`no clip ${name}`);
  if (!existsSync(clip.path)) context.skip('its clip is not on this machine');
  return measureClipWithTruth(await fromKnown(clip), 'blazepose-full');
}

const errorsOf = ({ joints }: ClipOutcome, joint: JointError['joint']) =>
  joints.filter((candidate) => candidate.joint === joint).map(({ error }) => error);

const largestOffset = (outcome: ClipOutcome, joint: JointError['joint']): number =>
  Math.max(...errorsOf(outcome, joint).map((error) => Math.abs(error?.offset ?? Number.POSITIVE_INFINITY)));
