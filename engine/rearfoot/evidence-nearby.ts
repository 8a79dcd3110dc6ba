import type { Choice, Sighting } from './choose-outlines.ts';

/** How far about a phase of the stance pictures count (standard deviation of a Gaussian), shares of the stance. */
const phaseSd = 0.08;

/**
 * Of each picture, the mean evidence of its leg's pictures at about its phase of the stance, its own among them. What hides a heel, another
 * foot or a shadow, does so at the same phase of every stance, and then the same wrong edges are taken in all: that one picture seems clear
 * where others show nothing does not make it right.
 *
 * @param choices One a sighting.
 */
export function evidenceNearby(
  sightings: readonly Pick<Sighting, 'phase' | 'curve'>[],
  choices: readonly Pick<Choice, 'evidence'>[],
): number[] {
  return sightings.map(({ phase, curve }) => {
    let [sum, total] = [0, 0];
    sightings.forEach((other, i) => {
      if (other.curve !== curve) return;
      const weight = Math.exp(-((other.phase - phase) ** 2) / (2 * phaseSd ** 2));
      sum += weight * choices[i].evidence;
      total += weight;
    });
    return sum / total;
  });
}
