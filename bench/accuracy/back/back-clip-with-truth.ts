import type { BackViewTruth } from '../../../fixtures/runner/frontal-truth.ts';
import type { Half } from '../clips/clip-with-truth.ts';

/** A clip from behind of a runner who is known. */
export interface BackClipWithTruth {
  readonly name: string;
  readonly half: Half;
  readonly kind: 'rendered' | 'painted';
  readonly path: string;
  readonly heightM: number;
  readonly treadmill: boolean;
  /** Whether skin shows between trousers and shoe. */
  readonly bareLegs: boolean;
  /** Clips of one group show one runner alike but for what is planted. */
  readonly group: string;
  readonly planted: { readonly pelvicDropDeg?: number; readonly eversionDeg?: number };
  readonly truth: BackViewTruth;
  /** False where soles and force plate disagree on the stances, so that contact and flight have no single truth. */
  readonly contactsKnown: boolean;
}
