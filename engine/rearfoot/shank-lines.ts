import { type Candidate, type Choice, chooseOutlines, type ShapePrior } from './choose-outlines.ts';
import { edgeRidges, type LimbWindow } from './edge-ridges.ts';
import type { FootPicture } from './foot-picture.ts';
import { type LimbSearch, limbCandidates, middleRow, shapeOf } from './limb-candidates.ts';
import type { LimbOutline } from './limb-outline.ts';
import { filterWidth, limbSharpness } from './limb-sharpness.ts';
import { halved } from './rgb-crop.ts';

/** The midline of a lower leg in a crop. */
export interface ShankLine {
  readonly leanDeg: number;
  readonly leanSeDeg: number;
  /** A place on it, pixels of the crop. */
  readonly xPx: number;
  readonly yPx: number;
  readonly sharpness: number;
  /** Half the length of what was seen of it, pixels of the crop. */
  readonly halfLengthPx: number;
}

/** The stretch of the shank that is looked at, shares of its length above the ankle: below the calf's belly, above the ankle bones. */
const stretch = { top: 0.6, bottom: 0.1 };
const reachShare = 0.28;
const search: LimbSearch = { outward: 0.22, over: 0, steepest: 0.3, widths: [0.1, 0.42], leastShare: 0.25 };
const halvedFromPx = 150;
const leastConfidence = 0.3;

const prior: ShapePrior = {
  width: 0.25,
  widthSd: 0.08,
  taper: -0.1,
  taperSd: 0.2,
  taperShare: 0,
  below: 0,
  across: 0,
  acrossSd: 1,
  supportScale: 0.04,
};

interface Found {
  readonly outline: LimbOutline;
  readonly candidate: Candidate;
  readonly window: LimbWindow;
  /** Pixels of the picture's crop that one of the window is wide. */
  readonly scale: number;
  readonly sharpness: number;
}

/**
 * Midlines of the lower legs: half-way between the limb's two edges, from a tenth to six tenths of its length above the ankle.
 *
 * @returns One a picture; null where no pair of edges stands out.
 */
export function shankLines(pictures: readonly FootPicture[]): (ShankLine | null)[] {
  const found = pictures.map(shankCandidates);
  const { choices } = chooseOutlines(
    pictures.map(({ phase, side }, i) => ({
      phase,
      curve: side === 'left' ? 0 : 1,
      candidates: found[i].map(({ candidate }) => candidate),
    })),
    prior,
  );
  return choices.map((choice, i) => lineOf(found[i], choice));
}

function shankCandidates({ crop: whole, knee, ankle, shankPx }: FootPicture): Found[] {
  // Its long straight edges lose nothing by half the pixels.
  const halving = shankPx / whole.pixelPx > halvedFromPx;
  const crop = halving ? halved(whole) : whole;
  const scale = crop.pixelPx / whole.pixelPx;
  const length = shankPx / crop.pixelPx;
  const leanRad = Math.atan2(knee[0] - ankle[0], ankle[1] - knee[1]);
  const window: LimbWindow = {
    topXPx: (ankle[0] - crop.leftPx) / crop.pixelPx + stretch.top * length * Math.sin(leanRad),
    topYPx: (ankle[1] - crop.topPx) / crop.pixelPx - stretch.top * length * Math.cos(leanRad),
    leanRad,
    rows: Math.round((stretch.top - stretch.bottom) * length),
    reach: Math.round(reachShare * length),
  };
  const sigmaPx = filterWidth(length);
  const ridges = edgeRidges(crop, window, sigmaPx);
  return limbCandidates(ridges, window.reach, length, search).map((outline) => ({
    outline,
    window,
    scale,
    sharpness: limbSharpness(ridges, outline, sigmaPx),
    candidate: {
      ...shapeOf(outline, length, leanRad),
      across: 0,
      below: 0,
    },
  }));
}

function lineOf(found: readonly Found[], { index, share, ambiguityDeg }: Choice): ShankLine | null {
  if (index < 0 || share < leastConfidence) return null;
  const { outline, candidate, window, scale, sharpness } = found[index];
  const row = middleRow(outline);
  const across = outline.centre - window.reach;
  const [sin, cos] = [Math.sin(window.leanRad), Math.cos(window.leanRad)];
  return {
    leanDeg: candidate.leanDeg,
    leanSeDeg: Math.hypot(candidate.leanSeDeg, ambiguityDeg),
    xPx: scale * (window.topXPx - row * sin + across * cos),
    yPx: scale * (window.topYPx + row * cos + across * sin),
    sharpness,
    halfLengthPx: (scale * (outline.to - outline.from)) / 2,
  };
}
