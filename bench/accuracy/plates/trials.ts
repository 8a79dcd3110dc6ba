import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Side } from '../../../engine/pose/keypoint-names.ts';
import { type Force, type Markers, readMotForce, readRbdsForce, readRbdsMarkers, readTrc } from './motion-files.ts';
import { type PlanarPath, planarJoint } from './planar-joint.ts';
import { pelvisAndLegs, plateLagS, wholeBody } from './plate-clock.ts';
import { type PlateContact, plateContacts } from './plate-contacts.ts';

/** Constants are set with the development half in view; the reporting half is for reporting alone. */
export type Half = 'development' | 'reporting';

/** Parts of the body that a trial tells. */
export const trialParts = ['hip', 'knee', 'ankle', 'heel', 'toe'] as const;
export type TrialPart = (typeof trialParts)[number];

/** A stance by the plates, and whose it is. */
export interface TrialContact extends PlateContact {
  readonly side: Side;
  /** How much longer it lasts when the force counts from 20 N on, milliseconds; left out where the raw force is too noisy for that. */
  readonly longerAt20NMs?: number;
}

/** One run on force plates. */
export interface Trial {
  readonly id: string;
  readonly half: Half;
  readonly speedMps: number;
  readonly treadmill: boolean;
  /** Whether he lands on the heel, by the strike index (below a third of the foot: Cavanagh and Lafortune 1980). */
  readonly rearfoot: boolean;
  readonly markerHz: number;
  readonly startS: number;
  readonly endS: number;
  /** Joint centres and landmarks in the sagittal plane, metres, at `markerHz` from `startS` on. */
  readonly points: Readonly<Record<`${Side}_${TrialPart}`, PlanarPath>>;
  /** By the cameras' clock. */
  readonly contacts: readonly TrialContact[];
  /** How much later the plates told them: see {@link plateLagS}. */
  readonly plateLagS: number;
}

const sides = ['left', 'right'] as const;

/** Path of a file of the motion capture trials, which lie beside the project on some machines. */
export const mocapPath = (name: string): string =>
  fileURLToPath(
    new URL(
      `${import.meta.url.endsWith('.ts') ? '../../../../' : '../../../../../'}shared/data/mocap/${name}`,
      import.meta.url,
    ),
  );

/** Whether the trials are on this machine. */
export const trialsArePresent = (): boolean => existsSync(mocapPath('rbds001'));

/** A file's own time of some samples, and the stretch of them that a trial takes. */
interface Stretch {
  readonly fromS: number;
  readonly toS: number;
}

/** Mean of some markers. */
function middle(markers: Markers, names: readonly string[]): PlanarPath {
  const all = names.map((name) => markers.at(name));
  const mean = (axis: 'x' | 'y'): Float64Array =>
    Float64Array.from(
      { length: markers.samples },
      (_, i) => all.reduce((sum, m) => sum + (m[axis][i] ?? 0), 0) / all.length,
    );
  return { x: mean('x'), y: mean('y') };
}

type Points = Trial['points'];

const pointsOf = (of: (side: Side, part: TrialPart) => PlanarPath): Points =>
  Object.fromEntries(sides.flatMap((side) => trialParts.map((part) => [`${side}_${part}`, of(side, part)]))) as Points;

/** RBDS (Fukuchi et al. 2017), runner 1 at 2.5 m/s: lands on the middle of the foot. */
function rbds(id: string, half: Half, { fromS, toS }: Stretch): Trial {
  const markers = readRbdsMarkers(mocapPath('rbds001/runT25markers.txt'), 150);
  const own: Readonly<Record<TrialPart, readonly string[]>> = {
    hip: ['ASIS', 'PSIS'],
    knee: ['Thigh.Bottom.Lateral'],
    ankle: ['Shank.Bottom.Lateral', 'Shank.Bottom.Medial'],
    heel: ['Heel.Bottom'],
    toe: ['MT1', 'MT5'],
  };
  const points = pointsOf((side, part) => {
    const letter = side === 'left' ? 'L' : 'R';
    return middle(
      markers,
      own[part].map((name) => `${letter}.${name}`),
    );
  });
  // Both feet on one plate: the foot that is lower belongs to the contact.
  const force = readRbdsForce(mocapPath('rbds001/runT25forces.txt'), 300);
  const lower = (timeS: number): Side => {
    const at = Math.min(markers.samples - 1, Math.round(timeS * markers.hz));
    return (points.left_toe.y[at] ?? 0) < (points.right_toe.y[at] ?? 0) ? 'left' : 'right';
  };
  const contacts = plateContacts(force, { thresholdN: 50, cutOffHz: 40 }).map((contact) => ({
    ...contact,
    side: lower((contact.onS + contact.offS) / 2),
  }));
  const plates = { contacts, lagS: plateLagS(markers, pelvisAndLegs, [force]) };
  return { ...trialOf(id, half, markers, points, plates, { fromS, toS }), speedMps: 2.5, rearfoot: false };
}

/** Points of a runner whose thigh, shank and foot carry clusters: knee and ankle are the hinges between them. */
const clusterPoints = (markers: Markers): Points =>
  pointsOf((side, part) => {
    const letter = side === 'left' ? 'L' : 'R';
    const of = (...names: string[]): PlanarPath[] => names.map((name) => markers.at(`${letter}${name}`));
    const [thigh, shank, foot] = [of('TH1', 'TH2', 'TH3'), of('TB1', 'TB2', 'TB3'), of('CAL', 'TOE', 'MT5')];
    switch (part) {
      case 'hip':
        return middle(markers, [`${letter}ASI`, `${letter}PSI`]);
      case 'knee':
        return planarJoint(thigh, shank);
      case 'ankle':
        return planarJoint(shank, foot);
      case 'heel':
        return middle(markers, [`${letter}CAL`]);
      case 'toe':
        return middle(markers, [`${letter}TOE`, `${letter}MT5`]);
    }
  });

/** Hamner and Delp (2013): lands on the heel. */
function hamner(
  id: string,
  half: Half,
  speedMps: number,
  files: { readonly trc: string; readonly mot: string },
  columns: Record<Side, string>,
): Trial {
  const markers = readTrc(mocapPath(files.trc));
  const plates = platesOf(files.mot, columns, markers);
  return { ...trialOf(id, half, markers, clusterPoints(markers), plates), speedMps, rearfoot: true };
}

/** BMClab: one stride over ground, lands on the middle of the foot. */
function bmclab(half: Half): Trial {
  const markers = readTrc(mocapPath('bmclab/motion_capture_run.trc'));
  const plates = platesOf('bmclab/grf_run.mot', namedPlates, markers);
  const trial = trialOf('bmclab', half, markers, clusterPoints(markers), plates);
  return { ...trial, treadmill: false, speedMps: 2.73, rearfoot: false };
}

/** What the plates tell, by their own clock. */
interface Plates {
  readonly contacts: readonly TrialContact[];
  readonly lagS: number;
}

/** Stances of each foot by its own plate. The files hold forces that were filtered before. */
function platesOf(mot: string, columns: Record<Side, string>, markers: Markers): Plates {
  const forces = sides.map((side) => ({ side, force: readMotForce(mocapPath(mot), columns[side]) }));
  const lagS = plateLagS(
    markers,
    wholeBody,
    forces.map(({ force }) => force),
  );
  const contacts = forces.flatMap(({ side, force }) => contactsOf(force).map((contact) => ({ ...contact, side })));
  return { contacts: contacts.sort((a, b) => a.onS - b.onS), lagS };
}

function contactsOf(force: Force): Omit<TrialContact, 'side'>[] {
  const longer = plateContacts(force, { thresholdN: 20 });
  return plateContacts(force, { thresholdN: 50 }).map((contact) => {
    const same = longer.find(({ onS, offS }) => onS <= contact.onS && offS >= contact.offS);
    const further = same === undefined ? 0 : same.offS - same.onS - (contact.offS - contact.onS);
    return { ...contact, longerAt20NMs: 1000 * further };
  });
}

function trialOf(
  id: string,
  half: Half,
  markers: Markers,
  points: Points,
  plates: Plates,
  stretch?: Stretch,
): Omit<Trial, 'speedMps' | 'rearfoot'> {
  const lastS = markers.startS + (markers.samples - 1) / markers.hz;
  const from = stretch === undefined ? 0 : Math.round(stretch.fromS * markers.hz);
  const to = stretch === undefined ? markers.samples : Math.round(stretch.toS * markers.hz);
  const startS = markers.startS + from / markers.hz;
  const endS = stretch === undefined ? lastS : markers.startS + (to - 1) / markers.hz;
  const cut = ({ x, y }: PlanarPath): PlanarPath => ({ x: x.subarray(from, to), y: y.subarray(from, to) });
  return {
    id,
    half,
    treadmill: true,
    markerHz: markers.hz,
    startS,
    endS,
    points: pointsOf((side, part) => cut(points[`${side}_${part}`])),
    plateLagS: plates.lagS,
    contacts: plates.contacts
      .map((contact) => ({ ...contact, onS: contact.onS - plates.lagS, offS: contact.offS - plates.lagS }))
      .filter(({ onS, offS }) => onS >= startS && offS <= endS),
  };
}

const onePlate = { right: 'ground_force_1_vy', left: 'ground_force_2_vy' };
const namedPlates = { right: 'R_ground_force_vy', left: 'L_ground_force_vy' };

/** How each trial is read; together they are the halves. */
const readers: Readonly<Record<string, () => Trial>> = {
  'rbds001, first 15 s': () => rbds('rbds001, first 15 s', 'development', { fromS: 0, toS: 15 }),
  'rbds001, last 15 s': () => rbds('rbds001, last 15 s', 'reporting', { fromS: 15, toS: 30 }),
  'hamner_s01, 2 m/s': () =>
    hamner(
      'hamner_s01, 2 m/s',
      'development',
      2,
      { trc: 'hamner_s01/run200.trc', mot: 'hamner_s01/run200_grf.mot' },
      onePlate,
    ),
  'hamner_s01, 3 m/s': () =>
    hamner(
      'hamner_s01, 3 m/s',
      'development',
      3,
      { trc: 'hamner_s01/run300.trc', mot: 'hamner_s01/run300_grf.mot' },
      onePlate,
    ),
  'hamner_s04, 2 m/s': () =>
    hamner(
      'hamner_s04, 2 m/s',
      'reporting',
      2,
      { trc: 'hamner_s04/run200_markers.trc', mot: 'hamner_s04/run200_grf.mot' },
      namedPlates,
    ),
  'hamner_s04, 3 m/s': () =>
    hamner(
      'hamner_s04, 3 m/s',
      'reporting',
      3,
      { trc: 'hamner_s04/run300_markers.trc', mot: 'hamner_s04/run300_grf.mot' },
      namedPlates,
    ),
  bmclab: () => bmclab('reporting'),
};

/** Names of the trials. */
export const trialIds: readonly string[] = Object.keys(readers);

/** Reads one trial. @throws Error when there is none of that name. */
export function readTrial(id: string): Trial {
  const read = readers[id];
  if (read === undefined) throw new Error(`there is no trial ${id}`);
  return read();
}
