import { expect, it } from 'vitest';
import type { ClipOutcome } from './measure-clips.ts';
import { standingTable } from './standing-section.ts';

const outcome: ClipOutcome = {
  network: 'movenet-lightning',
  clip: {
    name: 'a_stand',
    half: 'development',
    kind: 'rendered',
    path: 'clip.mp4',
    heightM: 1.8,
    treadmill: true,
    truth: { contactTimeMs: 260 },
    plateContactMs: 245,
  },
  scalars: [
    { scalar: 'cadenceSpm', truth: 160, error: 0.12, inside: true },
    { scalar: 'contactTimeMs', truth: 260, error: -20, inside: true },
    { scalar: 'speedOverSolesMps', truth: 2.5, error: -0.05, inside: true },
  ],
  joints: (['near', 'far'] as const).map((limb, i) => ({
    joint: 'knee',
    limb,
    error: null,
    byTime: { rms: 9, offset: 8, rmsOfShape: 3.14 + i },
  })),
};

it('holds a contact against everything that one may call one', () => {
  const withheld = outcome.scalars.map((one) => ({ ...one, error: null, inside: null }));
  const [head, , measured, silent] = standingTable([
    { outcome, standsMs: 220 },
    { outcome: { ...outcome, scalars: withheld, joints: [] }, standsMs: 220 },
  ]).split('\n');
  expect(head).toMatch(/^\| clip \| network \| contact, ms: the sole stands \|/);
  // Measured 240.
  expect(measured).toBe(
    '| a_stand (development) | movenet-lightning | 220: +20 | 245: -5 | 260: -20 | +0.12 | -2.0 | 3.1 / 4.1 |',
  );
  const none = Array(5).fill('withheld').join(' | ');
  expect(silent).toBe(`| a_stand (development) | movenet-lightning | ${none} | – |`);
});
