import { expect, test } from 'vitest';
import type { BackAnalysis, SideAnalysis } from '../../engine/analysis.ts';
import { measureClip } from '../../engine/measure-clip.ts';
import { measured, withheld } from '../../engine/metrics/measured.ts';
import type { PeopleInView } from '../../engine/pose/pose-sequence.ts';
import { crossCheck } from '../../engine/quality/cross-check.ts';
import { backCamera } from '../../fixtures/keypoints/back-camera.ts';
import { pathSideCamera, sideCamera } from '../../fixtures/keypoints/side-camera.ts';
import { syntheticPoses } from '../../fixtures/keypoints/synthetic-poses.ts';
import { createRunner } from '../../fixtures/runner/synthetic-runner.ts';
import { sampleAnalysis } from '../../test/support/sample-analysis.ts';
import { sampleBackAnalysis } from '../../test/support/sample-back-analysis.ts';
import { backClipWarnings, clipWarnings } from './clip-warnings.ts';

const request = { heightM: 1.75, treadmill: true, language: 'en' } as const;

/** A clip of a runner at 3 m/s, analysed as one on a treadmill of some pace. */
function onTreadmill(ground: 'treadmill' | 'overground', paceSPerKm: number | null): SideAnalysis {
  const camera = ground === 'treadmill' ? sideCamera() : pathSideCamera();
  const { poses } = syntheticPoses(createRunner({ heightM: 1.75, speedMps: 3, ground }), camera, {
    fps: 60,
    durationS: 2.4,
    startS: -1.2,
    noisePx: 1,
  });
  const video = { ...sampleAnalysis().video, path: '', frameTimesS: poses.timesS, durationS: 2.4 };
  return measureClip({ video, pose: poses }, { ...request, paceSPerKm });
}

test('a told pace that is not the belt’s: the speed that was seen', () => {
  const warnings = clipWarnings(onTreadmill('treadmill', 240));
  const belt = warnings.find(({ code }) => code === 'cross_check_standing_foot');
  expect(belt?.textKey).toBe('cross_check_standing_foot.belt');
  expect(belt?.message).toMatch(
    / go back at 3\.\d+ m\/s \(5:\d\d min\/km\) .* not at 4\.17 m\/s \(4:00 min\/km\) as told/,
  );
});

test('a told pace of a clip that shows no belt: to leave treadmill out', () => {
  const warnings = clipWarnings(onTreadmill('overground', 300));
  const still = warnings.find(({ code }) => code === 'cross_check_standing_foot');
  expect(still?.message).toMatch(/^The feet stand still .* 3\.33 m\/s \(5:00 min\/km\).* leave treadmill out\.$/);
});

test('feet that seem to go forward are neither a belt’s nor standing', () => {
  const sample = sampleAnalysis();
  const check = crossCheck('standing_foot', 'm/s', 3, -2.5, 0.5);
  const told = clipWarnings({ ...sample, camera: 'treadmill', crossChecks: [check] });
  expect(told.find(({ code }) => code === 'cross_check_standing_foot')?.message).toMatch(/^The standing foot does not/);
});

test('a clip overground that was called a treadmill’s, without a pace: to leave treadmill out', () => {
  const analysis = onTreadmill('overground', null);
  expect(analysis.metrics.speedMps.reason).toBe('implausible');
  const stands = clipWarnings(analysis).find(({ code }) => code === 'treadmill_stands');
  expect(stands?.message).toMatch(/leave treadmill out\.$/);
  expect(clipWarnings(onTreadmill('treadmill', null)).map(({ code }) => code)).not.toContain('treadmill_stands');
});

test('a clip that was cut: where, from either side', () => {
  const cutsS = [1.84, 3];
  const told = [
    ...clipWarnings({ ...sampleAnalysis(), cutsS }),
    ...backClipWarnings({ ...sampleBackAnalysis(), cutsS }),
  ].filter(({ code }) => code === 'clip_cut');
  expect(told).toHaveLength(2);
  for (const { message } of told) {
    expect(message).toMatch(/^The clip was cut, or changes its speed, at 1\.8 and 3 s: only the longest part/);
  }
});

test('where a clip was cut, in numbers and words of the language', () => {
  const analysis = { ...sampleAnalysis(), cutsS: [1.84, 3.5] };
  expect(clipWarnings(analysis, 'de').map(({ message }) => message)).toContainEqual(
    expect.stringContaining('bei 1,8 und 3,5 s geschnitten'),
  );
});

test('a camera out of level is told where angles were measured alone', () => {
  const side = sampleAnalysis();
  const back = sampleBackAnalysis();
  const ground = { ...side.ground, tiltDeg: measured(-16.5, 1, 6), tilted: true };
  const tilted = { ...side, ground };
  const rolled = { ...back, roll: { ...back.roll, rollDeg: measured(3, 1, 6) } };
  const still = { running: false } as const;
  const elsewhere = { cadenceSpm: withheld('wrong_view') } as const;
  const codes = (analysis: SideAnalysis | BackAnalysis) =>
    ('roll' in analysis ? backClipWarnings(analysis) : clipWarnings(analysis)).map(({ code }) => code);
  for (const analysis of [tilted, rolled]) expect(codes(analysis)).toContain('camera_tilted');
  for (const analysis of [
    { ...tilted, gait: { ...tilted.gait, ...still } },
    { ...tilted, metrics: { ...tilted.metrics, ...elsewhere } },
    { ...rolled, gait: { ...rolled.gait, ...still } },
    { ...rolled, metrics: { ...rolled.metrics, ...elsewhere } },
  ]) {
    expect(codes(analysis)).not.toContain('camera_tilted');
  }
});

test.each([
  ['as it was filmed', 1, undefined],
  ['widened by two fifths', 1.4, 'picture_stretched.wide'],
  ['narrowed to seven tenths', 0.7, 'picture_stretched.narrow'],
])('a picture %s', (_name, factor, key) => {
  const analysis = onTreadmill('treadmill', 300);
  const points = Object.fromEntries(
    Object.entries(analysis.tracks.points).map(([name, track]) => [
      name,
      { ...track, xPx: track.xPx.map((x) => factor * x) },
    ]),
  ) as SideAnalysis['tracks']['points'];
  const told = clipWarnings({ ...analysis, tracks: { ...analysis.tracks, points } });
  expect(told.find(({ code }) => code === 'picture_stretched')?.textKey).toBe(key);
});

test('a belt of which nothing but its being one need be said', () => {
  const messages = clipWarnings({ ...sampleAnalysis(), camera: 'panning' }).map(({ message }) => message);
  expect(messages.join()).toContain('If the runner is on a treadmill, say so, or the speed is wrong.');
});

test.each([
  ['picture_turned', /^The runner lies on their side or is upside down .* Turn the video upright/],
  ['runs_backwards', /^The runner moves backwards, as in a clip that is played in reverse/],
  ['body_cut_off', /^Part of the body is outside of the picture/],
  ['frame_rate_too_low', /^The clip has \d+ frames per second, too few to tell running: film at 30 or more/],
  ['too_few_steps', /^Too few steps\. Film longer/],
  ['not_running', /^No running was found/],
  ['runner_too_small', /^No running was found/],
] as const)('no running, because of %s', (reason, message) => {
  for (const [sample, warningsOf] of [
    [sampleAnalysis(), clipWarnings],
    [sampleBackAnalysis(), backClipWarnings],
  ] as const) {
    const none = { ...sample, gait: { ...sample.gait, running: false } };
    const metrics = { ...sample.metrics, cadenceSpm: withheld(reason) };
    const told = warningsOf({ ...none, metrics } as never);
    expect(told.filter((warning) => message.test(warning.message))).toHaveLength(1);
    expect(told.some(({ code }) => code === 'not_running')).toBe(message.source.startsWith('^No'));
  }
});

test('a runner who is seen from behind, analysed from the side: the other view, and nothing of running', () => {
  const { poses } = syntheticPoses(createRunner({ heightM: 1.75, speedMps: 3 }), backCamera(), {
    fps: 30,
    durationS: 4,
  });
  const video = { ...sampleAnalysis().video, path: '', frameTimesS: poses.timesS, durationS: 4 };
  const analysis = measureClip({ video, pose: poses }, { ...request, paceSPerKm: 333 });
  expect(analysis.metrics.cadenceSpm.reason).toBe('wrong_view');
  const warnings = clipWarnings(analysis);
  expect(warnings.filter(({ code }) => code === 'view' || code === 'not_running')).toEqual([
    expect.objectContaining({ textKey: 'view.side_back', message: expect.stringContaining('as a back view') }),
  ]);
});

test('a frame rate that hides running is told once', () => {
  const sample = sampleAnalysis();
  const slow = {
    ...sample,
    video: { ...sample.video, fps: 8 },
    gait: { ...sample.gait, running: false },
    metrics: { ...sample.metrics, cadenceSpm: withheld('frame_rate_too_low') },
  };
  const codes = clipWarnings(slow as never).map(({ code }) => code);
  expect(codes.filter((code) => code.includes('frame_rate'))).toEqual(['frame_rate_too_low']);
});

const alone: PeopleInView = { lasting: 1, followed: 1, followedShare: 1, largerNotFollowed: false };

test.each<[string, Partial<PeopleInView> | null, string[]]>([
  ['nobody known of', null, []],
  ['a runner alone', {}, []],
  ['two people', { lasting: 2 }, ['several_people']],
  [
    'two people, the smaller followed',
    { lasting: 2, largerNotFollowed: true },
    ['several_people', 'larger_person_not_followed'],
  ],
  ['two followed in turn', { followed: 2 }, ['another_followed']],
])('%s', (_name, people, codes) => {
  const analysis = sampleAnalysis();
  const pose = { ...analysis.pose, people: people === null ? null : { ...alone, ...people } };
  const told = clipWarnings({ ...analysis, pose }).map(({ code }) => code);
  const others = clipWarnings({ ...analysis, pose: { ...pose, people: null } }).map(({ code }) => code);
  expect(told.filter((code) => !others.includes(code))).toEqual(codes);
});
