import { sigmoid } from '../sigmoid.ts';
import type { Person } from './person.ts';

/** Values a box has in the detector's output: centre, size, then four points of which two are used. */
const valuesPerBox = 12;
const leastScore = 0.5;
const leastOverlap = 0.3;

/**
 * Reads persons off the detector's outputs, best first, each body once.
 *
 * @param boxes `anchors x 12`: box centre and size, then points, in pixels of the input, relative to the anchor.
 * @param logits One a box.
 * @param anchors Centres from `anchorCentres`.
 */
export function decodePersons(
  boxes: Float32Array,
  logits: Float32Array,
  anchors: Float64Array,
  inputSidePx: number,
): Person[] {
  const candidates: Person[] = [];
  for (let i = 0; i < logits.length; i++) {
    const score = sigmoid(logits[i]);
    if (score < leastScore) continue;
    const value = (k: number) => boxes[i * valuesPerBox + k] / inputSidePx;
    const anchorX = anchors[2 * i];
    const anchorY = anchors[2 * i + 1];
    const halfWidth = value(2) / 2;
    const halfHeight = value(3) / 2;
    candidates.push({
      score,
      faceLeft: anchorX + value(0) - halfWidth,
      faceTop: anchorY + value(1) - halfHeight,
      faceRight: anchorX + value(0) + halfWidth,
      faceBottom: anchorY + value(1) + halfHeight,
      hipX: anchorX + value(4),
      hipY: anchorY + value(5),
      topX: anchorX + value(6),
      topY: anchorY + value(7),
    });
  }
  return mergeOverlapping(candidates.sort((a, b) => b.score - a.score));
}

/** Weighted non-maximum suppression: each group of overlapping boxes becomes one, the mean by score. */
function mergeOverlapping(candidates: readonly Person[]): Person[] {
  const persons: Person[] = [];
  let rest = candidates;
  while (rest.length > 0) {
    const best = rest[0];
    const group = rest.filter((other) => other === best || faceOverlap(best, other) > leastOverlap);
    persons.push(weightedMean(group));
    rest = rest.filter((other) => !group.includes(other));
  }
  return persons;
}

function weightedMean(group: readonly Person[]): Person {
  const weight = group.reduce((sum, person) => sum + person.score, 0);
  const mean = (of: (person: Person) => number) =>
    group.reduce((sum, person) => sum + of(person) * person.score, 0) / weight;
  return {
    score: group[0].score,
    faceLeft: mean((p) => p.faceLeft),
    faceTop: mean((p) => p.faceTop),
    faceRight: mean((p) => p.faceRight),
    faceBottom: mean((p) => p.faceBottom),
    hipX: mean((p) => p.hipX),
    hipY: mean((p) => p.hipY),
    topX: mean((p) => p.topX),
    topY: mean((p) => p.topY),
  };
}

function faceOverlap(a: Person, b: Person): number {
  const width = Math.max(0, Math.min(a.faceRight, b.faceRight) - Math.max(a.faceLeft, b.faceLeft));
  const height = Math.max(0, Math.min(a.faceBottom, b.faceBottom) - Math.max(a.faceTop, b.faceTop));
  const shared = width * height;
  const area = (p: Person) => (p.faceRight - p.faceLeft) * (p.faceBottom - p.faceTop);
  return shared / (area(a) + area(b) - shared);
}
