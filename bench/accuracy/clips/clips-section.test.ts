import { expect, it } from 'vitest';
import { clipsSection } from './clips-section.ts';
import type { ClipOutcome } from './measure-clips.ts';

const outcome = (name: string, plateContactMs: number, error: number): ClipOutcome => ({
  network: 'blazepose-full',
  clip: {
    name,
    half: 'reporting',
    kind: 'rendered',
    path: 'clip.mp4',
    heightM: 1.8,
    treadmill: true,
    truth: { contactTimeMs: 260 },
    plateContactMs,
  },
  scalars: [{ scalar: 'contactTimeMs', truth: 260, error, inside: true }],
  joints: [],
});

it('says where a contact has one truth, and how far contacts are off there', () => {
  const section = clipsSection([outcome('alike', 279.6, -7), outcome('unlike', 225, 31)], [], []);
  const cellsOf = (name: string) =>
    section
      .split('\n')
      .find((line) => line.startsWith(`| ${name} |`))
      ?.split(' | ');
  expect(cellsOf('alike')?.slice(2, 4)).toEqual(['-7', '+20']);
  expect(cellsOf('unlike')?.slice(2, 4)).toEqual(['+31', '-35']);
  expect(section).toContain(
    'In 1 of 2 clips they agree within 20 ms; there the largest error of the mean contact is 7 ms.',
  );
});
