import type { StrikePattern } from '../../metrics/side-view-metrics.ts';
import type { RunningStyle, Segment } from '../side-view-score.ts';

/** Four short sentences: what is seen, what it costs, what to do, how to practise. */
export type Recap = readonly [seen: string, cost: string, cue: string, practice: string];

/** A deviation to one side. */
export interface Deviation {
  /** Name of the position in the okay band. */
  readonly slight: string;
  /** Name of the position in the bad band. */
  readonly strong: string;
  readonly recap: Recap;
}

/** The result texts of one language. `low` is an angle under the good interval, `high` one over it. */
export interface Texts {
  readonly titles: Readonly<Record<Segment, string>>;
  readonly idealPosition: string;
  readonly notMeasured: string;
  /** In the place of a strike pattern of which none is more likely than not. */
  readonly strikeUnclear: string;
  readonly deviations: {
    readonly arm: { readonly low: Deviation; readonly high: Deviation };
    readonly back_cycle: { readonly high: Deviation };
    /** The foot's position is its strike pattern. */
    readonly foot: {
      readonly low: { readonly recap: Recap };
      readonly high: {
        /** Speaks of the foot alone: how far ahead of the body it lands is not its own angle's to say. */
        readonly recap: Recap;
        /** In the place of the recap's second and third where the shank shows that the foot lands too far ahead. */
        readonly recapAhead: readonly [cost: string, cue: string];
      };
    };
    readonly forward_cycle: { readonly low: Deviation };
    readonly head: { readonly low: Deviation; readonly high: Deviation };
    readonly trunk: { readonly low: Deviation; readonly high: Deviation };
  };
  readonly strikes: Readonly<Record<StrikePattern, StrikeTexts>>;
  readonly styles: Readonly<Record<RunningStyle['id'], { readonly title: string; readonly summary: string }>>;
}

export interface StrikeTexts {
  readonly position: string;
  /** The same, less firm, where the pattern is only probable. */
  readonly likely: string;
  /** Overstride title where the foot lands close to the body. */
  readonly under: string;
  /** Overstride title where it lands too far ahead. */
  readonly ahead: string;
}
