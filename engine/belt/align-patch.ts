import { betweenSamples } from '../signal/between-samples.ts';
import { solvePositiveDefinite } from '../signal/least-squares.ts';
import { madToSd, median } from '../signal/robust-statistics.ts';
import type { GreyCrop } from './grey-crop.ts';
import { middleOf, type Patch, type PatchPlace } from './patch.ts';

const mostRounds = 15;
/** A step shorter than this is the last, pixels. */
const shortestStep = 0.005;
/** A step longer than this has lost the patch, pixels. */
const longestStep = 6;
/** Nothing that stands turns further, radians. */
const mostTurnRad = 0.5;
/** Deviations, in standard ones, from which on a pixel has no say (Tukey's biweight). */
const outlying = 4.7;
/** Share of a patch's pixels that must lie in the other crop. */
const leastShare = 0.7;

/** What is solved for: the place, and how brightness changed. */
const unknowns = 5;

/**
 * Finds where a patch lies in another crop to a fraction of a pixel, moved and turned as a rigid body, by the shades alone
 * (Lucas and Kanade 1981; gain and offset of the brightness are solved for, too). What does not move with it, such as the ground
 * beside a shoe, stands out and loses its say.
 *
 * @param from Within a pixel or two of it.
 * @returns Null where it is lost.
 */
export function alignPatch(patch: Patch, to: GreyCrop, from: PatchPlace): PatchPlace | null {
  const pixels = new PatchPixels(patch);
  let { dx, dy, turnRad } = from;
  for (let round = 0; round < mostRounds; round++) {
    const step = pixels.stepTo(to, { dx, dy, turnRad });
    if (step === null) return null;
    const [cos, sin] = [Math.cos(turnRad), Math.sin(turnRad)];
    dx -= cos * step[0] - sin * step[1];
    dy -= sin * step[0] + cos * step[1];
    turnRad -= step[4];
    const length = Math.hypot(step[0], step[1]);
    if (!(length <= longestStep) || Math.abs(turnRad) > mostTurnRad) return null;
    if (length < shortestStep) break;
  }
  return { dx, dy, turnRad };
}

/** The pixels of a patch with their slopes. */
class PatchPixels {
  readonly #patch: Patch;
  readonly #middle: readonly [number, number];
  /** Per pixel: what its shade changes by with each unknown. */
  readonly #rows: Float64Array;
  readonly #errors: Float64Array;

  constructor(patch: Patch) {
    this.#patch = patch;
    this.#middle = middleOf(patch);
    const { crop, left, right, top, bottom } = patch;
    const { widthPx, grey } = crop;
    const count = (right - left + 1) * (bottom - top + 1);
    this.#rows = new Float64Array(count * unknowns);
    this.#errors = new Float64Array(count);
    const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2];
    let at = 0;
    for (let y = top; y <= bottom; y++) {
      for (let x = left; x <= right; x++, at += unknowns) {
        const i = y * widthPx + x;
        const slopeX = (grey[i + 1] - grey[i - 1]) / 2;
        const slopeY = (grey[i + widthPx] - grey[i - widthPx]) / 2;
        this.#rows.set([slopeX, slopeY, grey[i], 1, slopeY * (x - middleX) - slopeX * (y - middleY)], at);
      }
    }
  }

  /** By how much the place is off, with gain and offset; null where the other crop does not show enough. */
  stepTo(to: GreyCrop, place: PatchPlace): Float64Array | null {
    const seen = this.#compare(to, place);
    if (seen < leastShare * this.#errors.length) return null;
    const usual = median(this.#errors);
    const deviation = madToSd * median(this.#errors.map((error) => Math.abs(error - usual))) + 1;
    const matrix = new Float64Array(unknowns * unknowns);
    const vector = new Float64Array(unknowns);
    for (let pixel = 0; pixel < this.#errors.length; pixel++) {
      const error = this.#errors[pixel];
      const off = (error - usual) / (outlying * deviation);
      if (!(Math.abs(off) < 1)) continue;
      const weight = (1 - off * off) ** 2;
      const row = pixel * unknowns;
      for (let i = 0; i < unknowns; i++) {
        const weighted = weight * this.#rows[row + i];
        vector[i] += weighted * error;
        for (let j = 0; j <= i; j++) matrix[i * unknowns + j] += weighted * this.#rows[row + j];
      }
    }
    return solvePositiveDefinite(matrix, unknowns, [vector])?.[0] ?? null;
  }

  /** The other crop's shades less the patch's own, NaN outside of it. @returns How many pixels are inside. */
  #compare(to: GreyCrop, { dx, dy, turnRad }: PatchPlace): number {
    const { crop, left, right, top, bottom } = this.#patch;
    const [cos, sin] = [Math.cos(turnRad), Math.sin(turnRad)];
    const [middleX, middleY] = this.#middle;
    const [atX, atY] = [middleX + dx - to.left, middleY + dy - to.top];
    let [pixel, seen] = [0, 0];
    for (let y = top; y <= bottom; y++) {
      const up = crop.top + y - middleY;
      for (let x = left; x <= right; x++, pixel++) {
        const along = crop.left + x - middleX;
        const shade = shadeAt(to, atX + cos * along - sin * up, atY + sin * along + cos * up);
        this.#errors[pixel] = shade - this.#patch.crop.grey[y * crop.widthPx + x];
        if (shade >= 0) seen++;
      }
    }
    return seen;
  }
}

/** NaN outside of the crop. */
const shadeAt = ({ widthPx, heightPx, grey }: GreyCrop, x: number, y: number): number =>
  x >= 0 && y >= 0 && x < widthPx - 1 && y < heightPx - 1 ? betweenSamples(grey, widthPx, x, y) : Number.NaN;
