import type { NetworkId } from '../../../models/registry.ts';
import { table } from '../../report/table.ts';
import { signed } from '../signed.ts';
import { standingClips } from './every-clip.ts';
import { type ClipOutcome, measureClipWithTruth } from './measure-clips.ts';

/** What the table is of. */
export const standingProse = `**Rendered clips whose soles stand.** The motions, avatars and pictures are the same. The avatar's legs are corrected so that its soles keep one level, go with the belt, and leave the ground at 0.6 m/s or more (\`bench/accuracy/rendering/stand-on-soles.ts\`). The columns are three lengths that one may call the contact, each with the error of the measured contact after the colon, then the errors of cadence, unpaced speed and knees.

- No floor is held to these contacts.
- Only these clips show the speed of a belt whose pace is not given, so the floor of that speed is held to them.
- A sole that stands is within 2 cm for 37 to 65 ms longer than it stands, before it lands and after it leaves together.
- The human whose motion it is presses on the plate for another time, since his legs are not the avatar's.
- *Knees* are frame by frame with the offset taken off, left / right.`;

/** What was made of a clip whose soles stand. */
export interface StandingOutcome {
  readonly outcome: ClipOutcome;
  readonly standsMs: number;
}

/** Reads every n-th clip whose soles were made to stand. */
export async function measureStanding(
  network: NetworkId,
  every: number,
  onClip: (name: string) => void,
): Promise<StandingOutcome[]> {
  const outcomes: StandingOutcome[] = [];
  const clips = (await standingClips()).filter((_, i) => i % every === 0);
  for (const { clip, standsMs } of clips) {
    onClip(clip.name);
    outcomes.push({ outcome: await measureClipWithTruth(clip, network), standsMs });
  }
  return outcomes;
}

/** One row a clip: its contact against everything that one may call a contact. */
export function standingTable(outcomes: readonly StandingOutcome[]): string {
  const rows = outcomes.map(({ outcome: { clip, network, scalars, joints }, standsMs }) => {
    const errorOf = (scalar: string): number | null => scalars.find((one) => one.scalar === scalar)?.error ?? null;
    const contactError = errorOf('contactTimeMs');
    const within2CmMs = clip.truth.contactTimeMs ?? Number.NaN;
    const against = (trueMs: number): string =>
      contactError === null ? 'withheld' : `${trueMs.toFixed(0)}: ${signed(within2CmMs + contactError - trueMs, 0)}`;
    const speed = scalars.find(({ scalar }) => scalar === 'speedOverSolesMps');
    const knees = joints.flatMap(({ joint, byTime }) => (joint === 'knee' && byTime ? [byTime.rmsOfShape] : []));
    return [
      `${clip.name}${clip.half === 'development' ? ' (development)' : ''}`,
      network,
      against(standsMs),
      against(clip.plateContactMs ?? Number.NaN),
      against(within2CmMs),
      signedOr(errorOf('cadenceSpm'), 2),
      speed === undefined ? '–' : signedOr(speed.error === null ? null : (100 * speed.error) / speed.truth, 1),
      knees.length === 0 ? '–' : knees.map((knee) => knee.toFixed(1)).join(' / '),
    ];
  });
  const contacts = ['the sole stands', "the human's force plate", 'sole within 2 cm'];
  return table(
    [
      'clip',
      'network',
      ...contacts.map((what) => `contact, ms: ${what}`),
      'cadence, spm',
      'unpaced speed, %',
      'knees, deg',
    ],
    rows,
  );
}

const signedOr = (value: number | null, decimals: number): string =>
  value === null ? 'withheld' : signed(value, decimals);
