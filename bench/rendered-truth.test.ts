import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tempDir } from '../test/support/temp-dir.ts';
import { readRenderedTruth } from './rendered-truth.ts';

const stepS = 0.36;
const contacts = Array.from({ length: 6 }, (_, i) => ({
  side: i % 2 === 0 ? 'L' : 'R',
  on: 0.1 + i * stepS,
  off: 0.1 + i * stepS + 0.25,
}));

/** Everything but the hips hangs still. */
function jointsAt(t: number) {
  const hipM = 0.9 + 0.04 * Math.sin((2 * Math.PI * t) / stepS) + 0.01 * t;
  const heightsM = { Arm: 1.4, ForeArm: 1.1, Hand: 0.9, UpLeg: hipM, Leg: 0.5, Foot: 0.1, _heel: 0, _mt: 0, _toe: 0 };
  return Object.fromEntries(
    ['Left', 'Right'].flatMap((side) =>
      Object.entries(heightsM).map(([part, up]) => [side + part, { xyz: [0, up, part === '_toe' ? 0.2 : 0] }]),
    ),
  );
}

it('tells how far the hips rise and fall in a step, whatever they drift meanwhile', async () => {
  const frames = Array.from({ length: 140 }, (_, i) => ({ t: i / 60, joints: jointsAt(i / 60) }));
  const path = join(tempDir(), 'truth.json');
  const file = { avatarSpeed: 3, period: 2 * stepS, contacts, contactsAvatarSole: contacts, frames };
  writeFileSync(path, JSON.stringify(file));
  const { sole } = await readRenderedTruth(path);
  expect(sole.verticalOscillationM).toBeCloseTo(0.08, 2);
  expect(sole.cadenceSpm).toBeCloseTo(60 / stepS, 6);
});
