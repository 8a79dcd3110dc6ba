import { expect, it } from 'vitest';
import { normalAt } from '../../fixtures/seeded-random.ts';
import { meanAndSpread } from '../signal/mean-and-spread.ts';
import type { Contact } from './contact.ts';
import { steadyContacts } from './steady-contacts.ts';

const strideS = 0.7;
const lateS = (step: number): number => (step % 2 === 0 ? 0 : 0.015);

/** Twenty steps, the right foot's 15 ms late, noise of touchdowns and toe-offs in seconds. */
function run(noiseS: number, slowing = 0): Contact[] {
  return Array.from({ length: 20 }, (_, step) => {
    const evenS = step * (strideS / 2) + slowing * step ** 2 + lateS(step);
    const touchdownS = evenS + noiseS * normalAt(7, 1, step);
    const toeOffS = evenS + 0.24 + noiseS * normalAt(7, 2, step);
    return { side: step % 2 === 0 ? 'left' : 'right', touchdownS, midStanceS: (touchdownS + toeOffS) / 2, toeOffS };
  });
}

const rmsMs = (contacts: readonly Contact[], truth: readonly Contact[]): number =>
  1000 *
  Math.sqrt(contacts.reduce((sum, { touchdownS }, i) => sum + (touchdownS - (truth[i]?.touchdownS ?? 0)) ** 2, 0) / 20);

it('draws noisy events towards their rhythm, each foot by its own', () => {
  const [noisy, truth] = [run(0.02), run(0)];
  expect(rmsMs(noisy, truth)).toBeGreaterThan(14);
  expect(rmsMs(steadyContacts(noisy, strideS), truth)).toBeLessThan(0.7 * rmsMs(noisy, truth));
});

it('leaves the mean where it is', () => {
  const mean = (contacts: readonly Contact[]): number => meanAndSpread(contacts.map((c) => c.toeOffS)).mean;
  expect(mean(steadyContacts(run(0.02), strideS))).toBeCloseTo(mean(run(0.02)), 9);
});

it('leaves what scatters no more than a runner does, and a runner who slows, nearly as they are', () => {
  for (const contacts of [run(0.004), run(0, 0.0005)]) {
    expect(rmsMs(steadyContacts(contacts, strideS), contacts)).toBeLessThan(3);
  }
});

it('leaves too few contacts as they are', () => {
  const few = run(0.02).slice(0, 5);
  expect(steadyContacts(few, strideS)).toBe(few);
});
