import type { BackAnalysis } from '../../analysis.ts';
import type { Contact } from '../../gait/contact.ts';
import { eversionDeg } from '../../metrics/rearfoot-angle.ts';
import type { Side } from '../../pose/keypoint-names.ts';
import { nearestFrame } from '../../video/nearest-frame.ts';
import type { Figure, Part } from '../figure.ts';
import { degreesText, type LabelRow, type LabelText } from '../labels.ts';
import { sideColour } from '../palette.ts';
import { type OverlayWords, withSide } from '../words/overlay-words.ts';

type ShownAngles = Pick<BackAnalysis, 'gait' | 'frameAngles' | 'feet' | 'tracks'>;

const sides: readonly Side[] = ['left', 'right'];
/** What was last measured is shown fainter while the leg swings. */
const heldOpacity = 0.78;

const shown = [
  { name: 'drop', part: 'hip' },
  { name: 'kneeIn', part: 'knee' },
  { name: 'eversion', part: 'ankle' },
] as const satisfies readonly { name: string; part: Part }[];
type AngleName = (typeof shown)[number]['name'];

/**
 * Numbers of both legs: pelvic drop, the knee's way inwards and the heel's eversion. While a leg stands they are those of the picture; while
 * it swings, those of its last mid-stance, so that they can be read.
 */
export class FrontalLabels {
  readonly #figure: Figure;
  readonly #angles: ShownAngles;
  readonly #names: Readonly<Record<AngleName, string>>;
  readonly #words: OverlayWords;

  constructor(figure: Figure, angles: ShownAngles, words: OverlayWords) {
    this.#figure = figure;
    this.#words = words;
    this.#names = { drop: words.pelvicDrop.ofFrame, kneeIn: words.kneeIn.ofFrame, eversion: words.eversion };
    this.#angles = angles;
  }

  /** The left leg's rows in the first column, the right leg's in the second. */
  rows(): LabelRow[] {
    return sides.flatMap((side) =>
      shown
        .filter(({ name }) => name !== 'eversion' || this.#angles.feet.length > 0)
        .map(({ name, part }) => ({
          key: keyOf(side, name),
          names: [this.#nameOf(side, name)],
          yPx: (frame: number) => this.#figure.part(side, part, frame)?.y ?? null,
          column: side === 'left' ? ('first' as const) : ('second' as const),
        })),
    );
  }

  textsAt(frame: number): ReadonlyMap<string, LabelText> {
    const { gait, tracks } = this.#angles;
    const timeS = tracks.timesS[frame];
    return new Map(
      sides.flatMap((side) => {
        const step = gait.steps.findLast((one) => one.side === side && one.touchdownS <= timeS) ?? null;
        const stands = step !== null && timeS <= step.toeOffS;
        return shown.map(({ name }): [string, LabelText] => [
          keyOf(side, name),
          {
            name: this.#nameOf(side, name),
            value: degreesText(step && this.#valueOf(side, name, step, stands ? frame : null)),
            colour: sideColour[side],
            opacity: stands ? 1 : heldOpacity,
          },
        ]);
      }),
    );
  }

  #nameOf(side: Side, name: AngleName): string {
    return withSide(this.#words, side, this.#names[name]);
  }

  /** @param frame Null for what the whole step is remembered by. */
  #valueOf(side: Side, name: AngleName, step: Contact, frame: number | null): number | null {
    const { frameAngles, tracks } = this.#angles;
    const at = frame ?? nearestFrame(tracks.timesS, step.midStanceS);
    if (name === 'drop') return frameAngles.pelvicDrop[side][at];
    if (name === 'kneeIn') return frameAngles.kneeAdduction[side][at];
    return this.#eversion(side, step, frame);
  }

  /** Of the last picture of this step that shows it, up to a frame; without one, of that nearest to mid-stance. */
  #eversion(side: Side, { touchdownS, midStanceS, toeOffS }: Contact, frame: number | null): number | null {
    const { feet, tracks } = this.#angles;
    const untilS = frame === null ? toeOffS : tracks.timesS[frame];
    const seen = feet
      .filter((foot) => foot.side === side && foot.timeS >= touchdownS && foot.timeS <= untilS)
      .filter((foot) => eversionDeg(foot) !== null);
    const aimS = frame === null ? midStanceS : untilS;
    const nearest = seen.toSorted((a, b) => Math.abs(a.timeS - aimS) - Math.abs(b.timeS - aimS))[0];
    return nearest ? eversionDeg(nearest) : null;
  }
}

const keyOf = (side: Side, name: AngleName): string => `${side} ${name}`;
