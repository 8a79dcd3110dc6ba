import { gainOf } from '../signal/butterworth.ts';
import { splineGain } from '../signal/cubic-spline.ts';
import { sideBySide } from '../signal/side-by-side.ts';
import { curvePoints } from './running-clip.ts';

/** A harmonic of which the filter leaves less than this share is not brought back: most of it would be noise. */
const leastGain = 0.33;

/** How some tracks were smoothed (`tracks/smooth.ts`). */
export interface LowPass {
  readonly cutOffHz: number;
  readonly sampleHz: number;
}

/** Steps of the curve in one stride: its last point is the first of the next. */
const steps = curvePoints - 1;

/**
 * A mean curve over the cycle as it was before the low-pass: each harmonic of the stride divided by the filter's gain. Eight hertz cost a knee two degrees of its range; a curve over
 * many strides has little noise that would grow with it.
 *
 * @param curve {@link curvePoints} values.
 * @param lowPass Of the tracks that the curve comes from.
 * @param noiseVariances Of the curve, mean over its points: of each harmonic only what is stronger is brought back, by the share in which it is (Wiener 1949).
 * @returns One for each noise that it may have.
 */
export function unfilteredCurves(
  curve: readonly number[],
  strideS: number,
  lowPass: LowPass,
  noiseVariances: readonly number[],
): Float64Array[] {
  const gains = gainsOf(strideS, lowPass);
  const whole = gains.reduce((sum, gain) => sum + gain ** 2, 0);
  // Noise that was as strong at every frequency is after the filter as strong as its gain lets it.
  const arrays = sideBySide(noiseVariances.length, curvePoints);
  const curves = arrays.map((sharp, k) => {
    sharp.set(curve);
    return { noise: (noiseVariances[k] as number) / whole, sharp };
  });
  for (const [i, gain] of gains.entries()) {
    const k = i + 1;
    let cosine = 0;
    let sine = 0;
    for (let j = 0, at = 0; j < steps; j++) {
      cosine += (curve[j] as number) * cosines[at];
      sine += (curve[j] as number) * cosines[at + quarter];
      at = at + k < steps ? at + k : at + k - steps;
    }
    const power = (2 * (cosine ** 2 + sine ** 2)) / steps ** 2;
    for (const { noise, sharp } of curves) {
      const known = power > 0 ? Math.max(0, 1 - (noise * gain ** 2) / power) : 0;
      const lost = (2 * known * (1 / gain - 1)) / steps;
      for (let j = 0, at = 0; j <= steps; j++) {
        sharp[j] = sharp[j] + lost * (cosine * cosines[at] + sine * cosines[at + quarter]);
        at = at + k < steps ? at + k : at + k - steps;
      }
    }
  }
  return arrays;
}

/** Of some hundredths of a turn; three quarters of one further they are the sines. */
const quarter = (3 * steps) / 4;
const cosines = Float64Array.from({ length: 2 * steps }, (_, i) => Math.cos((2 * Math.PI * i) / steps));

/** What the filter leaves of each harmonic from the first on, as long as it leaves enough. */
function gainsOf(strideS: number, { cutOffHz, sampleHz }: LowPass): number[] {
  const gains: number[] = [];
  for (let k = 1; k < steps / 2; k++) {
    const hz = k / strideS;
    const gain = gainOf(hz, sampleHz, cutOffHz) * splineGain(hz, sampleHz);
    if (gain < leastGain) break;
    gains.push(gain);
  }
  return gains;
}
