import type { Side } from '../pose/keypoint-names.ts';
import { median } from '../signal/robust-statistics.ts';
import { type Candidate, type Choice, chooseOutlines, type ShapePrior, type Sighting } from './choose-outlines.ts';
import { type EdgeRidges, edgeRidges, type LimbWindow } from './edge-ridges.ts';
import { evidenceNearby } from './evidence-nearby.ts';
import type { FootPicture } from './foot-picture.ts';
import { type LimbSearch, limbCandidates, middleRow, shapeOf } from './limb-candidates.ts';
import type { LimbOutline } from './limb-outline.ts';
import { filterWidth, limbSharpness } from './limb-sharpness.ts';
import type { ShankLine } from './shank-lines.ts';

/** The midline of a heel counter in a crop. */
export interface HeelLine {
  readonly leanDeg: number;
  readonly leanSeDeg: number;
  readonly sharpness: number;
  /** The outline's middle row and half its height, pixels of the crop; where the midline is in that row; the outline's width there. */
  readonly middleYPx: number;
  readonly halfHeightPx: number;
  readonly xPx: number;
  readonly widthPx: number;
}

/** Where heels are looked for, shares of the shank's length below the ankle. */
const stretch = { top: 0.04, bottom: 0.42 };
const reachShare = 0.28;
const search: LimbSearch = { outward: 0.22, over: 0.02, steepest: 0.36, widths: [0.12, 0.32], leastShare: 0.07 };

/**
 * A shoe's heel is about 7 to 8 cm wide, a shank 40 cm long; a heel counter's edges are nearly parallel. Where only one edge of the heel is seen, the
 * other that is taken for it makes a wedge: this is what the expected taper's say in the clip's own is for (development half: errors of the peak
 * of 1.3 degrees root mean square instead of 2.0).
 */
const prior: ShapePrior = {
  width: 0.22,
  widthSd: 0.05,
  taper: 0.02,
  taperSd: 0.05,
  taperShare: 0.1,
  below: 0.19,
  across: -0.01,
  acrossSd: 0.018,
  supportScale: 0.02,
};
const leastConfidence = 0.25;
/**
 * A heel that seems to hang further out from the shank's midline than this share of the shank's length is a whole shoe whose forefoot
 * shows beside it: its middle is not the heel's.
 */
const furthestOutward = 0.025;
/**
 * Evidence for the outlines that a leg's pictures must show on average: chosen ones are then seven times as likely as none. In the development half the
 * ten of 47 legs that show less err by 4 degrees root mean square, there being only edges that happen to run side by side; the others by 1.3.
 */
const leastEvidence = 1.9;
/**
 * How far a lean may lie off where none of the outlines is right, degrees (standard deviation). How likely that is, pictures at about the same phase of
 * the stance say together: in the development half the median of what a leg's pictures say within a tenth of the stance errs by 3.2 degrees root mean
 * square where their evidence is below 4, by 0.6 above 5. With this, 90 % intervals of single pictures hold 90 % of the angles, without it 77.
 */
const astrayDeg = 10;

interface Looked {
  readonly length: number;
  readonly window: LimbWindow;
  readonly ridges: EdgeRidges;
  readonly outlines: readonly LimbOutline[];
  readonly candidates: readonly Candidate[];
  /** Column of the shank's midline, continued, in a row. */
  readonly shankColumn: (row: number) => number;
}

/**
 * Midlines of the heels: half-way between the heel counter's two edges. Width, taper and height of the heel are found from all frames
 * together, so that of the many edges of a shoe the same two are taken in each.
 *
 * @param shanks One a picture; a heel hangs from it.
 * @returns One a picture; null where the outline is not seen, in all of a leg that shows it too seldom, and in all where heels cannot be told
 * from forefeet.
 */
export function heelLines(
  pictures: readonly FootPicture[],
  shanks: readonly (ShankLine | null)[],
): (HeelLine | null)[] {
  const looked = pictures.map((picture, i) => look(picture, shanks[i]));
  const curveOf = ({ side }: FootPicture): 0 | 1 => (side === 'left' ? 0 : 1);
  const sightings = pictures.map(
    (picture, i): Sighting => ({
      phase: picture.phase,
      curve: curveOf(picture),
      candidates: looked[i].candidates,
    }),
  );
  // Wherever they hang: most shoes show their heel best of all.
  const { choices: clearest } = chooseOutlines(sightings, { ...prior, acrossSd: 0.1 });
  const hangsOf = (side: Side): boolean =>
    !(
      median(
        clearest.map(({ index, share }, i) =>
          pictures[i].side === side && index >= 0 && share >= leastConfidence
            ? looked[i].candidates[index].across
            : Number.NaN,
        ),
      ) > furthestOutward
    );
  // Both shoes are of one pair.
  const hang = hangsOf('left') && hangsOf('right');
  const { choices } = chooseOutlines(sightings, prior);
  const isClear = (side: Side): boolean => {
    const own = choices.filter((_, i) => pictures[i].side === side);
    return own.reduce((sum, { evidence }) => sum + evidence, 0) >= leastEvidence * own.length;
  };
  const tells = { left: hang && isClear('left'), right: hang && isClear('right') };
  const nearby = evidenceNearby(sightings, choices);
  const astray = (i: number): number => astrayDeg * Math.exp(-nearby[i] / 2);
  return choices.map((choice, i) => (tells[pictures[i].side] ? lineOf(looked[i], choice, astray(i)) : null));
}

function look({ crop, ankle, shankPx, side }: FootPicture, shank: ShankLine | null): Looked {
  const length = shankPx / crop.pixelPx;
  const topYPx = (ankle[1] - crop.topPx) / crop.pixelPx + stretch.top * length;
  const tan = shank === null ? 0 : Math.tan((shank.leanDeg * Math.PI) / 180);
  const topXPx = shank === null ? (ankle[0] - crop.leftPx) / crop.pixelPx : shank.xPx - tan * (topYPx - shank.yPx);
  const window: LimbWindow = {
    topXPx,
    topYPx,
    leanRad: 0,
    rows: Math.round((stretch.bottom - stretch.top) * length),
    reach: Math.round(reachShare * length),
  };
  const { reach } = window;
  const outward = side === 'left' ? -1 : 1;
  const shankColumn = (row: number): number => reach - tan * row;
  const ridges = edgeRidges(crop, window, filterWidth(length));
  const outlines = limbCandidates(ridges, reach, length, search);
  const candidates = outlines.map((outline): Candidate => {
    const row = middleRow(outline);
    const below = row / length + stretch.top;
    return {
      ...shapeOf(outline, length),
      // A heel turns about the ankle, on the line of the shank; outwards is positive.
      across: (outward * (outline.centre - shankColumn(row))) / length - outward * (tan + outline.slope) * below,
      below,
    };
  });
  return { length, window, ridges, outlines, candidates, shankColumn };
}

function lineOf(
  { ridges, outlines, candidates, window, length }: Looked,
  { index, share, ambiguityDeg }: Choice,
  astraySeDeg: number,
): HeelLine | null {
  if (index < 0 || share < leastConfidence) return null;
  const outline = outlines[index];
  const { from, to, centre, width } = outline;
  const { leanDeg, leanSeDeg } = candidates[index];
  return {
    leanDeg,
    leanSeDeg: Math.hypot(leanSeDeg, ambiguityDeg, astraySeDeg),
    middleYPx: window.topYPx + middleRow(outline),
    halfHeightPx: (to - from) / 2,
    xPx: window.topXPx + centre - window.reach,
    widthPx: width,
    sharpness: limbSharpness(ridges, outline, filterWidth(length)),
  };
}
