import { type KeypointName, keypointNames } from '../keypoint-names.ts';
import { unfit } from './unfit.ts';

/** Points without which nothing can be followed or measured. */
const mandatory: readonly KeypointName[] = keypointNames.filter((name) => /shoulder|hip|knee|ankle/.test(name));

/** What else the foot's points are called: Halpe and COCO-WholeBody, then BlazePose. */
const aliases: Readonly<Record<string, KeypointName>> = {
  left_big_toe: 'left_toe',
  right_big_toe: 'right_toe',
  left_foot_index: 'left_toe',
  right_foot_index: 'right_toe',
};

/**
 * The network's row of each of our keypoints, in the order of `keypointNames`; -1 where it has none.
 *
 * @param names The network's own names in its order; null and names unknown to us are points that are not used.
 * @throws StrideError `invalid_network_description` if a mandatory point is missing, a point is named twice, or one side alone.
 */
export function keypointRows(names: readonly (string | null)[]): Int32Array {
  const rows = new Int32Array(keypointNames.length).fill(-1);
  for (const [row, name] of names.entries()) {
    const k = name === null ? -1 : keypointNames.indexOf(ourName(name));
    if (k < 0) continue;
    if (rows[k] >= 0) throw unfit(`keypoints ${rows[k]} and ${row} are both ${keypointNames[k]}`);
    rows[k] = row;
  }
  const has = (name: KeypointName) => rows[keypointNames.indexOf(name)] >= 0;
  const missing = mandatory.filter((name) => !has(name));
  if (missing.length > 0) throw unfit(`keypoints lacks ${missing.join(', ')}`);
  const alone = keypointNames.find((name) => has(name) && !has(otherSide(name)));
  if (alone !== undefined) throw unfit(`keypoints has ${alone} and lacks ${otherSide(alone)}`);
  return rows;
}

/** The name we have for a point, if any; `Left Big-Toe` is read as `left_big_toe`. */
function ourName(name: string): KeypointName {
  const plain = name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  return Object.hasOwn(aliases, plain) ? aliases[plain] : (plain as KeypointName);
}

const otherSide = (name: KeypointName): KeypointName =>
  name.replace(/^(left|right)_/, (_, side) => (side === 'left' ? 'right_' : 'left_')) as KeypointName;
