import { type Crop, cropOverlap } from '../crop.ts';

/** What the detector saw in one picture, and who was followed there. */
export interface Look {
  readonly timeS: number;
  readonly persons: readonly Crop[];
  /** Where the followed runner was; `run` is the same for as long as the following did not break off. Null if nobody was. */
  readonly followed: { readonly crop: Crop; readonly run: number } | null;
  /** One of the persons whom the network was shown and did not take for a person; null if none. */
  readonly refused: Crop | null;
}

/** One person in one look. */
export interface Sighting {
  /** Which look. */
  readonly look: number;
  readonly timeS: number;
  readonly crop: Crop;
  /** Whether the detector saw the person, rather than only the network that follows. */
  readonly isDetected: boolean;
  readonly isRefused: boolean;
  /** The run in which the person was followed; null if another was, or nobody. */
  readonly run: number | null;
}

/** A person's sightings, in the order of the looks, at least one. */
export type Person = readonly [Sighting, ...Sighting[]];

/** Share of a followed crop and the detector's from which both are taken to hold the same person. */
export const sameOverlap = 0.2;
/** A person may be this far from the foretold place, in sides of the crop: about half a second of running. */
const farthestSides = 0.8;
/** And larger or smaller by this factor: the detector's own size of a runner sways by a third over a stride. */
const mostGrowth = 1.6;
/** Shortest time over which a course shows above the detector's own unrest, seconds. */
const minCourseS = 0.15;
/** A course is not trusted for longer than this, seconds. */
const courseReachS = 1.5;

/**
 * Tells who is who over the looks. The followed runner is known by the following; others by where they should be by now,
 * nearest first (greedy assignment under a constant velocity).
 */
export function linkPeople(looks: readonly Look[]): Person[] {
  const people: [Sighting, ...Sighting[]][] = [];
  looks.forEach((look, index) => {
    const sightings = sightingsIn(look, index);
    const pairs = sightings.flatMap((sighting) =>
      people.map((person) => ({ sighting, person, cost: costOf(person, sighting) })),
    );
    const linked = new Set<unknown>();
    for (const { sighting, person, cost } of pairs.sort((a, b) => a.cost - b.cost)) {
      if (cost === Number.POSITIVE_INFINITY || linked.has(sighting) || linked.has(person)) continue;
      person.push(sighting);
      linked.add(sighting).add(person);
    }
    for (const sighting of sightings) if (!linked.has(sighting)) people.push([sighting]);
  });
  return people;
}

function sightingsIn({ timeS, persons, followed, refused }: Look, look: number): Sighting[] {
  const at = followed === null ? null : nearestTo(followed.crop, persons);
  const seen = persons.map((crop) => ({
    look,
    timeS,
    crop,
    isDetected: true,
    isRefused: crop === refused,
    run: followed !== null && crop === at ? followed.run : null,
  }));
  if (followed === null || at !== null) return seen;
  return [...seen, { look, timeS, crop: followed.crop, isDetected: false, isRefused: false, run: followed.run }];
}

/** The crop that most likely holds the same person; null if none does. */
function nearestTo(crop: Crop, others: readonly Crop[]): Crop | null {
  let best: Crop | null = null;
  let most = sameOverlap;
  for (const other of others) {
    const overlap = cropOverlap(other, crop);
    if (overlap < most) continue;
    best = other;
    most = overlap;
  }
  return best;
}

/** How unlikely it is that a person is the one of a sighting: less than nothing for certain, infinite for out of the question. */
function costOf(person: Person, { timeS, crop, run }: Sighting): number {
  const last = person[person.length - 1];
  if (run !== null && last.run === run) return -1;
  const sidePx = Math.sqrt(crop.sidePx * last.crop.sidePx);
  const growth = Math.abs(Math.log(crop.sidePx / last.crop.sidePx));
  const { xPx, yPx } = foretell(person, timeS);
  const sides = Math.hypot(crop.centreXPx - xPx, crop.centreYPx - yPx) / sidePx;
  return sides <= farthestSides && growth <= Math.log(mostGrowth) ? sides + growth : Number.POSITIVE_INFINITY;
}

function foretell(person: Person, timeS: number): { readonly xPx: number; readonly yPx: number } {
  const last = person[person.length - 1];
  const before = person.findLast(({ timeS: earlierS }) => last.timeS - earlierS > minCourseS) ?? last;
  const overS = last.timeS - before.timeS;
  const steps = overS > 0 && overS <= courseReachS ? Math.min(courseReachS, timeS - last.timeS) / overS : 0;
  return {
    xPx: last.crop.centreXPx + steps * (last.crop.centreXPx - before.crop.centreXPx),
    yPx: last.crop.centreYPx + steps * (last.crop.centreYPx - before.crop.centreYPx),
  };
}
