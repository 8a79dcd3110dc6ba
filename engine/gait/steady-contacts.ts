import { median } from '../signal/robust-statistics.ts';
import type { Contact } from './contact.ts';

/** Events of a steady runner keep this close to those of the steps around them, seconds (46 runners: contacts differ by 4 to 6 ms). */
const ownScatterS = 0.006;
/** Steps on either side by which a step's own time is judged. */
const reach = 3;
/** Fewer contacts show no rhythm that one could be held against. */
const leastContacts = 6;

/**
 * The contacts at the times at which angles are read. Noise of the feet scatters single events by 10 to 20 ms, which at a bend of an angle, such as a knee's at touchdown, takes the
 * mean of the values read there towards the inside of the bend. So each event is drawn towards the rhythm of the steps around it by as much as it scatters beyond a runner's own:
 * the better of two guesses where both errors are known (James and Stein 1961). Means stay, as do left and right against each other, and a pace that changes on the way.
 *
 * @param contacts In order of touchdown.
 */
export function steadyContacts(contacts: readonly Contact[], strideS: number): readonly Contact[] {
  if (contacts.length < leastContacts) return contacts;
  const steps = stepNumbers(contacts, strideS);
  const isLeft = contacts.map(({ side }) => side === 'left');
  const touchdownsS = steadied(
    contacts.map(({ touchdownS }) => touchdownS),
    steps,
    isLeft,
  );
  const toeOffsS = steadied(
    contacts.map(({ toeOffS }) => toeOffS),
    steps,
    isLeft,
  );
  return contacts.map(({ side }, i) => {
    const [touchdownS, toeOffS] = [touchdownsS[i] as number, toeOffsS[i] as number];
    return { side, touchdownS, midStanceS: (touchdownS + toeOffS) / 2, toeOffS };
  });
}

/** Counts missed steps too. */
function stepNumbers(contacts: readonly Contact[], strideS: number): number[] {
  const steps: number[] = [];
  for (const [i, { touchdownS }] of contacts.entries()) {
    const before = contacts[i - 1]?.touchdownS ?? touchdownS;
    steps.push((steps[i - 1] ?? 0) + Math.round((touchdownS - before) / (strideS / 2)));
  }
  return steps;
}

/** Times of one kind of event, each foot's own lateness apart. */
function steadied(timesS: readonly number[], steps: readonly number[], isLeft: readonly boolean[]): number[] {
  const offEvenS = offEvenRhythm(timesS, steps, isLeft);
  const typed = Float64Array.from(offEvenS);
  const scratch = new Float64Array(2 * reach + 1);
  const aroundS = offEvenS.map((_, i) => median(typed.subarray(Math.max(0, i - reach), i + reach + 1), scratch));
  const ownS = offEvenS.map((off, i) => off - (aroundS[i] as number));
  // Two lines' beginnings and their slope are fitted.
  const freedom = ownS.length - 3;
  const square = ownS.reduce((sum, own) => sum + own ** 2, 0) / freedom;
  const noiseShare = (Math.max(0, 1 - ownScatterS ** 2 / square) * (freedom - 2)) / freedom;
  const lessS = ownS.map((own) => noiseShare * own);
  const meanS = lessS.reduce((sum, less) => sum + less, 0) / lessS.length;
  return timesS.map((timeS, i) => timeS - (lessS[i] as number) + meanS);
}

/** How late each event is against an even rhythm, fitted by least squares with a lateness of each foot. */
function offEvenRhythm(timesS: readonly number[], steps: readonly number[], isLeft: readonly boolean[]): number[] {
  const ofFoot = (values: readonly number[]): number[] => {
    const mean = [true, false].map((left) => {
      const own = values.filter((_, i) => isLeft[i] === left);
      return own.reduce((sum, value) => sum + value, 0) / Math.max(1, own.length);
    });
    return values.map((value, i) => value - (mean[isLeft[i] ? 0 : 1] as number));
  };
  const step = ofFoot(steps);
  const time = ofFoot(timesS);
  const squares = step.reduce((sum, value) => sum + value ** 2, 0);
  const stepS = squares === 0 ? 0 : step.reduce((sum, value, i) => sum + value * (time[i] as number), 0) / squares;
  return time.map((value, i) => value - stepS * (step[i] as number));
}
