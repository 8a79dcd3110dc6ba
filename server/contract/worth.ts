import type { Measured } from '../../engine/metrics/measured.ts';
import type { Asymmetry } from '../../engine/metrics/side-view-metrics.ts';
import { decimals, round } from './rounding.ts';
import type { AsymmetryBody, QualifiedBody, UncertaintyBody } from './schemas/quality.ts';

/** What a value that stands elsewhere is worth. */
export const uncertainty = (measured: Measured, unit: string, digits: number): UncertaintyBody => ({
  half_width: round(measured.halfWidth, digits + 1),
  unit,
  n: measured.n,
  ...(measured.reason !== undefined && { reason: measured.reason }),
});

/** A value with what it is worth. */
export const qualified = (measured: Measured, unit: string, digits: number): QualifiedBody => ({
  value: round(measured.value, digits),
  ...uncertainty(measured, unit, digits),
});

export const angle = (measured: Measured): UncertaintyBody => uncertainty(measured, 'deg', decimals.angleDeg);
export const angleValue = (measured: Measured): QualifiedBody => qualified(measured, 'deg', decimals.angleDeg);

export const asymmetryBody = ({ percent, beyondDoubt }: Asymmetry): AsymmetryBody => ({
  ...qualified(percent, '%', decimals.percentage),
  beyond_doubt: beyondDoubt,
});
