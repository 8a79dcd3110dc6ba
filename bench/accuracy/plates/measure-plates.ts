import type { Contact } from '../../../engine/gait/contact.ts';
import type { Measured } from '../../../engine/metrics/measured.ts';
import type { SideViewMetrics } from '../../../engine/metrics/side-view-metrics.ts';
import { buildTracks } from '../../../engine/tracks/build-tracks.ts';
import { uniformAt } from '../../../fixtures/seeded-random.ts';
import { mean } from '../../statistics.ts';
import { measureMarkers } from '../measure-markers.ts';
import type { MeasuredAndTrue } from '../metric-table.ts';
import { filmTrial, pxPerM } from './phone.ts';
import { plateCadenceSpm, TrialAngles } from './trial-truth.ts';
import { readTrial, type Trial, type TrialContact, trialIds } from './trials.ts';

/** How a trial is seen. */
export interface PlateCondition {
  readonly trialId: string;
  readonly fps: number;
  readonly noiseMm: number;
  readonly seed: number;
}

/** A found contact and the plate's. */
export interface MatchedContact {
  readonly found: Contact;
  readonly plate: TrialContact;
}

/** What is compared of a trial, as the page names it. */
export const plateQuantities = {
  cadence: 'spm',
  'contact time': 'ms',
  'flight time': 'ms',
  'duty factor': '',
  speed: 'm/s',
  'step length': 'm',
  'foot angle': 'deg',
  'foot angle, single landing': 'deg',
  'front knee at touchdown': 'deg',
  overstride: 'deg',
} as const;
export type PlateQuantity = keyof typeof plateQuantities;

/** What was measured of one clip, beside the plates. */
export interface PlateOutcome {
  readonly condition: PlateCondition;
  readonly trial: Trial;
  readonly metrics: SideViewMetrics;
  /** Times from the trial's start. */
  readonly matched: readonly MatchedContact[];
  /** Touchdown, toe-off and length of each contact, measured less true, milliseconds. */
  readonly lateMs: readonly { readonly touchdown: number; readonly toeOff: number; readonly length: number }[];
  /** Contacts of the plates, well inside the clip, that were not found. */
  readonly missed: number;
  /** Contacts that were found where the plates have none. */
  readonly spurious: number;
  readonly durationS: number;
  readonly pairs: Readonly<Record<PlateQuantity, readonly MeasuredAndTrue[]>>;
}

export const plateFrameRates = [30, 60, 120] as const;
export const plateNoisesMm = [2, 4, 8] as const;
/** Clips are no longer than a phone's. */
const longestS = 10;
/** Found contact and plate's differ by no more than this. */
const sameContactS = 0.1;
/** Contacts within 0.1 s of the clip's ends are left out on purpose; this much further inside none should be missing. */
const insideS = 0.2;

/** Every trial at every frame rate and noise. @param seeds Of the noise and of the first frame's moment. */
export const plateConditions = (seeds: number): PlateCondition[] =>
  trialIds.flatMap((trialId) =>
    plateFrameRates.flatMap((fps) =>
      plateNoisesMm.flatMap((noiseMm) =>
        Array.from({ length: seeds }, (_, i) => ({ trialId, fps, noiseMm, seed: i + 1 })),
      ),
    ),
  );

/** Reads trials, each once. */
export function trialReader(): (id: string) => { readonly trial: Trial; readonly angles: TrialAngles } {
  const known = new Map<string, { readonly trial: Trial; readonly angles: TrialAngles }>();
  return (id) => {
    const read = known.get(id) ?? withAngles(readTrial(id));
    known.set(id, read);
    return read;
  };
}

const withAngles = (trial: Trial) => ({ trial, angles: new TrialAngles(trial) });

/** Films a trial with a phone and measures it. */
export function measurePlates(
  condition: PlateCondition,
  { trial, angles }: { readonly trial: Trial; readonly angles: TrialAngles },
): PlateOutcome {
  const { fps, noiseMm, seed } = condition;
  const wholeS = trial.endS - trial.startS;
  const durationS = Math.min(longestS, wholeS);
  // Another seed is another stretch of a long trial and another moment of the first frame.
  const spareS = wholeS - durationS;
  const firstFrameS = uniformAt(seed, 3) * Math.max(spareS, 1 / fps);
  const pose = filmTrial(trial, { fps, noiseM: noiseMm / 1000, seed, firstFrameS, durationS });
  // The upper body is not marked, and markers are in metres: the height is the one that makes the scale right.
  const heightM = buildTracks(pose).bodyHeightPx / pxPerM;
  const { clip, metrics } = measureMarkers(pose, { heightM, treadmill: trial.treadmill, paceSPerKm: null });
  const lastS = pose.timesS[pose.frameCount - 1] ?? 0;
  const matched = clip.gait.contacts.flatMap((found): MatchedContact[] => {
    const plate = trial.contacts.find(
      ({ side, onS }) => side === found.side && Math.abs(onS - trial.startS - found.touchdownS) < sameContactS,
    );
    return plate === undefined ? [] : [{ found, plate }];
  });
  const inside = trial.contacts.filter(
    ({ onS, offS }) => onS - trial.startS >= firstFrameS + insideS && offS - trial.startS <= lastS - insideS,
  );
  const touchdowns = trial.contacts.filter(
    ({ onS }) => onS - trial.startS >= firstFrameS && onS - trial.startS <= lastS,
  );
  return {
    condition,
    trial,
    metrics,
    matched,
    missed: inside.filter((contact) => !matched.some(({ plate }) => plate === contact)).length,
    spurious: clip.gait.contacts.length - matched.length,
    durationS,
    lateMs: matched.map(({ found, plate }) => {
      const touchdown = 1000 * (found.touchdownS - (plate.onS - trial.startS));
      const toeOff = 1000 * (found.toeOffS - (plate.offS - trial.startS));
      return { touchdown, toeOff, length: toeOff - touchdown };
    }),
    pairs: pairsOf(metrics, trial, touchdowns, matched, angles),
  };
}

function pairsOf(
  metrics: SideViewMetrics,
  trial: Trial,
  touchdowns: readonly TrialContact[],
  matched: readonly MatchedContact[],
  angles: TrialAngles,
): PlateOutcome['pairs'] {
  const cadence = plateCadenceSpm(touchdowns);
  const contactMs = meanOfFeet(matched.map(({ plate }) => plate));
  const landings = matched.map(({ plate }) => angles.at(plate));
  const one = (measured: Measured, truth: number): MeasuredAndTrue[] => [{ measured, truth }];
  return {
    cadence: one(metrics.cadenceSpm, cadence),
    'contact time': one(metrics.contactTimeMs, contactMs),
    'flight time': one(metrics.flightTimeMs, 60000 / cadence - contactMs),
    'duty factor': one(metrics.dutyFactor, (contactMs * cadence) / 120000),
    speed: one(metrics.speedMps, trial.speedMps),
    'step length': one(metrics.stepLengthM, (60 * trial.speedMps) / cadence),
    'foot angle': one(metrics.footAngleDeg, mean(landings.map((landing) => landing.footAngleDeg))),
    'foot angle, single landing': matched.flatMap(({ found }, i) => {
      const landing = metrics.footLandings.find(({ timeS }) => Math.abs(timeS - found.touchdownS) < 1e-9);
      return landing === undefined ? [] : one(landing.footAngleDeg, landings[i]?.footAngleDeg ?? Number.NaN);
    }),
    'front knee at touchdown': one(metrics.frontKneeAngleDeg, mean(landings.map((landing) => landing.kneeDeg))),
    overstride: one(metrics.overstrideDeg, mean(landings.map((landing) => landing.shankDeg))),
  };
}

/** Mean of the left foot's mean and the right's, milliseconds. */
function meanOfFeet(contacts: readonly TrialContact[]): number {
  const feet = (['left', 'right'] as const).map((side) =>
    contacts.filter((c) => c.side === side).map(({ onS, offS }) => 1000 * (offS - onS)),
  );
  return mean(feet.filter((foot) => foot.length > 0).map(mean));
}
