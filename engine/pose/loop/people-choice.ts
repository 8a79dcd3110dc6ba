import type { Crop } from '../crop.ts';
import type { PeopleInView } from '../pose-sequence.ts';
import { type Look, linkPeople, type Person } from './people.ts';

/** A look closer than this to the last that counts does not count: the detector looks often where the runner was lost. */
const countEveryS = 0.5;
/** Share of the looks at anybody in which a person must be seen to have been in view, rather than to have passed by. */
const lastingShare = 1 / 3;
/** A person who is this much larger, by the medians, is larger beyond the detector's sway of a third over a stride. */
const clearlyLarger = 1.25;
/** Share of the looks in which a larger person must be seen to have been worth following. */
const worthFollowingShare = 0.6;

/**
 * Whom to follow from the first of a few looks close together: the largest of those seen in more than half of them; if
 * there is no such person, the largest of the first look.
 *
 * @param at Which of the looks the answer is for.
 * @returns Where the person is in that look; null if the person is not seen there.
 */
export function largestConsistent(looks: readonly Look[], at: number): Crop | null {
  const consistent = linkPeople(looks).filter((person) => person.length > looks.length / 2);
  if (consistent.length === 0) return largest(looks[at].persons);
  const chosen = consistent.reduce((best, person) => (medianSidePx(person) > medianSidePx(best) ? person : best));
  return chosen.find(({ look }) => look === at)?.crop ?? null;
}

export function largest(crops: readonly Crop[]): Crop | null {
  return crops.reduce<Crop | null>((best, crop) => (best === null || crop.sidePx > best.sidePx ? crop : best), null);
}

/** Who was in view over a clip, and whether the right one was followed; null if nobody was ever seen. */
export function peopleInView(looks: readonly Look[]): PeopleInView | null {
  const counted = countedLooks(looks);
  if (counted.size === 0) return null;
  const shareOf = (sightings: readonly { readonly look: number }[]): number =>
    sightings.filter(({ look }) => counted.has(look)).length / counted.size;
  const people = linkPeople(looks)
    .filter(isPerson)
    .map((person) => ({
      person,
      share: shareOf(person),
      followedShare: shareOf(person.filter(({ run }) => run !== null)),
      sidePx: medianSidePx(person),
    }));
  const lasting = people.filter(
    ({ person, share }) => share >= lastingShare && (person.length > 1 || looks.length === 1),
  );
  const followed = people.reduce((best, one) => (one.followedShare > best.followedShare ? one : best), people[0]);
  const isFollowed = followed !== undefined && followed.followedShare > 0;
  return {
    lasting: lasting.length,
    followed: people.filter(({ person }) => person.some(({ run }) => run !== null)).length,
    followedShare: isFollowed ? followed.followedShare : 0,
    largerNotFollowed:
      isFollowed &&
      lasting.some(
        (one) => one !== followed && one.share >= worthFollowingShare && one.sidePx >= clearlyLarger * followed.sidePx,
      ),
  };
}

/** Whether it was not a shape that the detector took for a person and the network refused, at least half of the times. */
const isPerson = (person: Person): boolean => 2 * person.filter(({ isRefused }) => isRefused).length < person.length;

function countedLooks(looks: readonly Look[]): ReadonlySet<number> {
  const counted = new Set<number>();
  let lastS = Number.NEGATIVE_INFINITY;
  looks.forEach(({ timeS, persons, followed }, index) => {
    if (persons.length === 0 && followed === null) return;
    if (timeS - lastS < countEveryS - 1e-6) return;
    counted.add(index);
    lastS = timeS;
  });
  return counted;
}

/** A person's size by the detector's looks, which compare; by the network's own crops where the detector saw nothing. */
function medianSidePx(person: Person): number {
  const detected = person.filter(({ isDetected }) => isDetected);
  const sides = (detected.length > 0 ? detected : person).map(({ crop }) => crop.sidePx).sort((a, b) => a - b);
  return (sides[(sides.length - 1) >> 1] + sides[sides.length >> 1]) / 2;
}
