import { expect, test } from 'vitest';
import type { PeopleInView } from '../../engine/pose/pose-sequence.ts';
import { sampleAnalysis } from '../../test/support/sample-analysis.ts';
import { clipWarnings } from './clip-warnings.ts';

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
