import type { Script } from '../../drawing/drawing.ts';
import type { WithheldReason } from '../../metrics/measured.ts';
import type { StrikePattern } from '../../metrics/side-view-metrics.ts';
import type { Side } from '../../pose/keypoint-names.ts';

/** What is written on the annotated video, in one language. Short: the longest name makes the column of numbers as wide as it is. */
export interface OverlayWords {
  /** Whose letters are not among the Latin ones. */
  readonly script: Script | null;
  /** The sign before decimals. */
  readonly decimal: '.' | ',';
  /** Left and right as one sign. */
  readonly sides: Readonly<Record<Side, string>>;
  /** A name with its side: `{side}` and `{name}`. */
  readonly sided: string;
  /** The trunk against the vertical. */
  readonly lean: string;
  readonly joints: Readonly<Record<'elbow' | 'hip' | 'knee' | 'ankle', string>>;
  /** The shank against the vertical as a foot lands: runners of many languages say it in English, others name the angle. */
  readonly overstride: string;
  /** What lands first; `unclear` where none is more likely than not, beside the foot's angle. */
  readonly strikes: Readonly<Record<StrikePattern | 'unclear', string>>;
  readonly cadence: string;
  /** Steps a minute. */
  readonly cadenceUnit: string;
  readonly contact: string;
  readonly flight: string;
  readonly dutyFactor: string;
  readonly speed: string;
  /** Over the clip's numbers, and in the rows of a frame. */
  readonly pelvicDrop: { readonly ofClip: string; readonly ofFrame: string };
  /** The knee's way inwards. */
  readonly kneeIn: OverlayWords['pelvicDrop'];
  readonly eversion: string;
  /** Which feet are on the ground. */
  readonly phases: Readonly<Record<Side | 'both' | 'none', string>>;
  readonly slowMotion: string;
  /** What stands in the place of numbers, by the reason why there are none. docs/reference/reasons.md says more of each. */
  readonly notices: Readonly<Record<WithheldReason, string>>;
}

/** A name with its side. */
export const withSide = ({ sided, sides }: Pick<OverlayWords, 'sided' | 'sides'>, side: Side, name: string): string =>
  sided.replace('{side}', sides[side]).replace('{name}', name);

/** A number as the language writes it: a true minus, and none before what rounds to zero. */
export function numberText({ decimal }: Pick<OverlayWords, 'decimal'>, value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits).replace('.', decimal);
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}
