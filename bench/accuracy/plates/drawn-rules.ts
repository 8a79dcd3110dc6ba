import { networkCalibration } from '../../../engine/gait/network-calibration.ts';
import { readGait } from '../../../engine/gait/read-gait.ts';
import { buildTracks } from '../../../engine/tracks/build-tracks.ts';
import { table } from '../../report/table.ts';
import { sum } from '../../statistics.ts';
import { signed } from '../signed.ts';
import { filmTrial, pxPerM } from './phone.ts';
import { readTrial, trialIds } from './trials.ts';

/** What the rules by which a pose network's events are found make of a person's own joints, milliseconds. */
export interface DrawnRulesOutcome {
  readonly trialId: string;
  readonly contacts: number;
  /** Means, measured less the force plate's; null where no contact was found. */
  readonly touchdownMs: number | null;
  readonly toeOffMs: number | null;
  readonly contactMs: number | null;
  readonly trueContactMs: number | null;
}

const filmed = { fps: 60, noiseM: 0.002, seed: 1, firstFrameS: 0 } as const;
/** So much of a trial is read, from its start. */
const longestS = 10;
/** Found contact and plate's differ by no more than this, seconds. */
const sameContactS = 0.12;
/** Of markers on level ground, degrees. */
const pathUncertaintyDeg = 0.5;

/** BlazePose's rules and constants on the markers of the first 10 s of every trial. */
export function measureDrawnRules(): DrawnRulesOutcome[] {
  return trialIds.map((trialId) => {
    const trial = readTrial(trialId);
    const pose = filmTrial(trial, { ...filmed, durationS: Math.min(longestS, trial.endS - trial.startS) });
    const heightM = buildTracks(pose).bodyHeightPx / pxPerM;
    const { gait } = readGait(pose, {
      heightM,
      treadmill: trial.treadmill,
      calibration: networkCalibration['blazepose-full'],
      pathUncertaintyDeg,
    });
    const pairs = gait.contacts.flatMap(({ side, touchdownS, toeOffS }) => {
      const plate = trial.contacts.find(
        (contact) => contact.side === side && Math.abs(contact.onS - trial.startS - touchdownS) < sameContactS,
      );
      if (plate === undefined) return [];
      const [onS, offS] = [plate.onS - trial.startS, plate.offS - trial.startS];
      return [{ touchdown: touchdownS - onS, toeOff: toeOffS - offS, length: offS - onS }];
    });
    const meanMs = (of: (pair: (typeof pairs)[number]) => number): number | null =>
      pairs.length === 0 ? null : (1000 * sum(pairs.map(of))) / pairs.length;
    return {
      trialId,
      contacts: pairs.length,
      touchdownMs: meanMs(({ touchdown }) => touchdown),
      toeOffMs: meanMs(({ toeOff }) => toeOff),
      contactMs: meanMs(({ touchdown, toeOff }) => toeOff - touchdown),
      trueContactMs: meanMs(({ length }) => length),
    };
  });
}

/** One row a trial. */
export const drawnRulesTable = (outcomes: readonly DrawnRulesOutcome[]): string =>
  table(
    ['trial', 'contacts', 'touchdown, ms', 'toe-off, ms', 'contact, ms', 'true contact, ms'],
    outcomes.map(({ trialId, contacts, touchdownMs, toeOffMs, contactMs, trueContactMs }) => [
      trialId,
      String(contacts),
      ...[touchdownMs, toeOffMs, contactMs].map((ms) => (ms === null ? '–' : signed(ms, 0))),
      trueContactMs === null ? '–' : trueContactMs.toFixed(0),
    ]),
  );
