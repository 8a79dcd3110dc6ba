import { type KeypointName, keypointNames } from '../keypoint-names.ts';
import { unfit } from './unfit.ts';

/** Points without which nothing can be followed or measured. */
const mandatory: readonly KeypointName[] = keypointNames.filter((name) => /shoulder|hip|knee|ankle/.test(name));

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

/**
 * The name we have for a point, if any: `L Big-Toe` is read as `left_toe`. The toe is the big one (Halpe, COCO-WholeBody), or
 * BlazePose's foot index.
 */
function ourName(name: string): KeypointName {
  const plain = name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  const sided = plain.replace(/^l_/, 'left_').replace(/^r_/, 'right_');
  return sided.replace(/_(big_toe|foot_index)$/, '_toe') as KeypointName;
}

const otherSide = (name: KeypointName): KeypointName =>
  name.replace(/^(left|right)_/, (_, side) => (side === 'left' ? 'right_' : 'left_')) as KeypointName;
