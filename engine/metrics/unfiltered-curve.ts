import { curvePoints } from './running-clip.ts';

/** A harmonic of which the filter leaves less than this share is not brought back: most of it would be noise. */
const leastGain = 0.33;
/** The cut-off halves the power of two passes: a corner this much higher for each (see `engine/signal/butterworth.ts`). */
const twoPassFactor = (Math.SQRT2 - 1) ** 0.25;
/** Steps of the curve in one stride: its last point is the first of the next. */
const steps = curvePoints - 1;

/**
 * A mean curve over the cycle as it was before the low-pass: each harmonic of the stride divided by the filter's gain. Eight hertz cost a knee two degrees of its range; a curve over
 * many strides has little noise that would grow with it.
 *
 * @param curve {@link curvePoints} values.
 * @param cutOffHz Of the tracks that the curve comes from.
 */
export function unfilteredCurve(curve: readonly number[], strideS: number, cutOffHz: number): number[] {
  const sharp = curve.slice();
  for (let k = 1; k < steps / 2; k++) {
    const gain = 1 / (1 + ((k * twoPassFactor) / (strideS * cutOffHz)) ** 4);
    if (gain < leastGain) break;
    let [cosine, sine] = [0, 0];
    for (let i = 0; i < steps; i++) {
      cosine += (curve[i] as number) * turn(k * i);
      sine += (curve[i] as number) * turn(k * i - steps / 4);
    }
    const lost = (2 * (1 / gain - 1)) / steps;
    const [a, b] = [lost * cosine, lost * sine];
    for (let i = 0; i <= steps; i++) sharp[i] = (sharp[i] as number) + a * turn(k * i) + b * turn(k * i - steps / 4);
  }
  return sharp;
}

const cosines = Float64Array.from({ length: steps }, (_, i) => Math.cos((2 * Math.PI * i) / steps));

/** Cosine of some hundredths of a turn; less a quarter it is the sine. */
const turn = (hundredths: number): number => cosines[(hundredths + steps) % steps] as number;
