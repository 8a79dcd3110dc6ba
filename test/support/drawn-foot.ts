import type { Side } from '../../engine/pose/keypoint-names.ts';
import type { FootPicture } from '../../engine/rearfoot/foot-picture.ts';
import { normalAt, uniformAt } from '../../fixtures/seeded-random.ts';

/** A lower leg and a shoe seen from behind, drawn with known leans. Degrees, clockwise as seen positive; pixels. */
export interface DrawnFoot {
  readonly shankDeg: number;
  readonly heelDeg: number;
  /** Knee to ankle. */
  readonly shankPx: number;
  /** Standard deviation of the Gaussian that smears the picture. */
  readonly blurPx?: number;
  /** Standard deviation of each pixel's noise, levels of 255. */
  readonly noise?: number;
  readonly ground?: readonly [number, number, number];
  readonly skin?: readonly [number, number, number];
  readonly shoe?: readonly [number, number, number];
  /** How far the leg's points are off, shares of the shank's length. */
  readonly pointError?: number;
  /** A part of the sole that lies below the heel: the picture ends so many shares of the shank below the ankle. */
  readonly cutBelow?: number;
  readonly seed?: number;
}

const widths = { knee: 0.3, ankle: 0.18, heelTop: 0.19, heelBottom: 0.2 };
const heelFrom = 0.08;
const heelTo = 0.28;

/** Draws a foot and what a network would say of it. */
export function drawnFoot(
  drawn: DrawnFoot,
  frame: { readonly frame: number; readonly timeS: number; readonly side: Side; readonly phase: number },
): FootPicture {
  const {
    shankPx,
    shankDeg,
    heelDeg,
    blurPx = 0.7,
    noise = 3,
    ground = [120, 115, 108],
    skin = [190, 130, 100],
    shoe = [40, 45, 60],
    pointError = 0.01,
    cutBelow = 0.5,
    seed = 1,
  } = drawn;
  let drawnNumbers = 0;
  const random = (): number => uniformAt(seed, drawnNumbers++);
  const gauss = (): number => normalAt(seed, drawnNumbers++);
  const widthPx = Math.round(shankPx);
  const heightPx = Math.round((0.75 + cutBelow) * shankPx);
  const ankle = [widthPx / 2 + random(), 0.75 * shankPx + random()] as const;
  const [shank, heel] = [shankDeg, heelDeg].map((deg) => Math.tan((deg * Math.PI) / 180));
  const pixels = widthPx * heightPx;
  const planes = [0, 1, 2].map((c) => {
    const plane = new Float64Array(pixels);
    for (let y = 0; y < heightPx; y++) {
      const below = (y + 0.5 - ankle[1]) / shankPx;
      const isHeel = below >= heelFrom && below <= heelTo;
      const down = (below - heelFrom) / (heelTo - heelFrom);
      const half = isHeel
        ? ((widths.heelTop + down * (widths.heelBottom - widths.heelTop)) * shankPx) / 2
        : ((widths.ankle - Math.min(0, below) * (widths.knee - widths.ankle)) * shankPx) / 2;
      const middle = ankle[0] - (isHeel ? heel : shank) * (y + 0.5 - ankle[1]);
      const limb = (isHeel ? shoe : skin)[c] ?? 0;
      const behind = ground[c] ?? 0;
      for (let x = 0; x < widthPx; x++) {
        // How much of the pixel the limb covers.
        const share = below > heelTo ? 0 : Math.max(0, Math.min(1, half - Math.abs(x + 0.5 - middle) + 0.5));
        plane[y * widthPx + x] = behind + share * (limb - behind);
      }
    }
    return smeared(plane, widthPx, heightPx, blurPx);
  });
  const rgb = new Uint8Array(3 * widthPx * heightPx);
  for (let c = 0; c < 3; c++) {
    const plane = planes[c] as Float64Array;
    for (let i = 0; i < pixels; i++)
      rgb[3 * i + c] = Math.max(0, Math.min(255, Math.round(plane[i]! + noise * gauss())));
  }
  const off = (): number => pointError * shankPx * gauss();
  return {
    ...frame,
    crop: { widthPx, heightPx, rgb, leftPx: 100, topPx: 200, pixelPx: 1 },
    ankle: [100 + ankle[0] + off(), 200 + ankle[1] + off()],
    knee: [100 + ankle[0] + shank * shankPx + off(), 200 + ankle[1] - shankPx + off()],
    otherAnkle: null,
    shankPx,
  };
}

function smeared(plane: Float64Array, widthPx: number, heightPx: number, sd: number): Float64Array {
  if (sd === 0) return plane;
  const reach = Math.ceil(3 * sd);
  const taps = Array.from({ length: 2 * reach + 1 }, (_, i) => Math.exp(-((i - reach) ** 2) / (2 * sd * sd)));
  const sum = taps.reduce((a, b) => a + b, 0);
  const across = filtered(plane, taps, sum, widthPx, heightPx, 1, widthPx);
  return filtered(across, taps, sum, heightPx, widthPx, widthPx, 1);
}

/** Filters lines of `length` values that lie `step` apart, `count` of them that begin `next` apart. */
function filtered(
  from: Float64Array,
  taps: readonly number[],
  sum: number,
  length: number,
  count: number,
  step: number,
  next: number,
): Float64Array {
  const result = new Float64Array(from.length);
  const reach = (taps.length - 1) / 2;
  for (let line = 0; line < count; line++) {
    for (let i = 0; i < length; i++) {
      let value = 0;
      for (let k = -reach; k <= reach; k++) {
        const at = Math.max(0, Math.min(length - 1, i + k));
        value += taps[k + reach]! * from[line * next + at * step]!;
      }
      result[line * next + i * step] = value / sum;
    }
  }
  return result;
}

/** Pictures of one leg's stances with the same leans in all of them. */
export function drawnStances(drawn: DrawnFoot, side: Side, stances = 3, frames = 5): FootPicture[] {
  return Array.from({ length: stances * frames }, (_, i) => {
    const stance = Math.floor(i / frames);
    const phase = 0.1 + (0.6 * (i % frames)) / (frames - 1);
    const timeS = 0.7 * stance + 0.25 * phase;
    return drawnFoot({ ...drawn, seed: (drawn.seed ?? 1) * 1000 + i }, { frame: i, timeS, side, phase });
  });
}
