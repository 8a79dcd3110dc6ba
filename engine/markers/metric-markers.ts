import type { Analysis, BackAnalysis, SideAnalysis } from '../analysis.ts';
import { heightByTrunkPx } from '../gait/back/back-paths.ts';
import { bodyScale } from '../gait/back/body-scale.ts';
import { steadied } from '../gait/back/steadied.ts';
import { levelled, turned } from '../gait/levelled.ts';
import { networkCalibration } from '../gait/network-calibration.ts';
import { metresPerPx } from '../gait/scale.ts';
import { frontalCalibration } from '../metrics/frontal-calibration.ts';
import { type KeypointName, keypointNames } from '../pose/keypoint-names.ts';
import { quantiles } from '../signal/robust-statistics.ts';
import type { Tracks } from '../tracks/tracks.ts';
import { nearestFrame } from '../video/nearest-frame.ts';

/** One point over the frames, metres; NaN where it is not known. */
export interface MetricTrack {
  /** Along the picture: the runner's forward from the side, his right from behind. */
  readonly alongM: Float64Array;
  readonly upM: Float64Array;
}

/** The smoothed tracks in the runner's scale, as a level camera sees them. */
export interface MetricMarkers {
  /** Which way of the runner lies along the picture; the other horizontal one is not seen. */
  readonly along: 'forward' | 'right';
  readonly points: Readonly<Record<KeypointName, MetricTrack>>;
}

/**
 * Tracks in metres, by the standing height. Zero is the height at which the points of standing feet lie, and the middle of the hips
 * where they are first seen; the picture's own zero moves with a camera that follows. All NaN where the body's size is not known.
 */
export function metricMarkers(analysis: Analysis, heightM: number): MetricMarkers {
  const { tracks, perPx } = analysis.view === 'side' ? levelSide(analysis, heightM) : levelBack(analysis, heightM);
  const along = tracks.view === 'side' ? 'forward' : 'right';
  const sign = tracks.view === 'side' ? tracks.facing : tracks.view === 'back' ? 1 : -1;
  const { left_hip: left, right_hip: right } = tracks.points;
  const hips = left.xPx.map((x, frame) => (x + right.xPx[frame]) / 2);
  const originXPx = hips.find((x) => !Number.isNaN(x)) ?? 0;
  const groundPx = standingPx(tracks, analysis);
  const point = (name: KeypointName): MetricTrack => ({
    alongM: tracks.points[name].xPx.map((x) => sign * (x - originXPx) * perPx),
    upM: tracks.points[name].yPx.map((y) => (groundPx - y) * perPx),
  });
  const points = Object.fromEntries(keypointNames.map((name) => [name, point(name)]));
  return { along, points: points as Record<KeypointName, MetricTrack> };
}

interface LevelTracks {
  readonly tracks: Tracks;
  readonly perPx: number;
}

function levelSide({ tracks, ground, pose }: SideAnalysis, heightM: number): LevelTracks {
  const level = ground.tilted ? levelled(tracks, ground.tiltDeg.value ?? 0) : tracks;
  return { tracks: level, perPx: metresPerPx(level, heightM, networkCalibration[pose.network]) };
}

function levelBack({ tracks, roll, pose }: BackAnalysis, heightM: number): LevelTracks {
  const level = steadied(turned(tracks, -(roll.rollDeg.value ?? 0)), bodyScale(tracks));
  const { heightFactor } = frontalCalibration[pose.network];
  return { tracks: level, perPx: heightM / (heightByTrunkPx(level) * heightFactor) };
}

const feet = ['left_heel', 'right_heel', 'left_toe', 'right_toe', 'left_ankle', 'right_ankle'] as const;
/** Where no stance is timed, the ground is where the lowest point of the feet is no lower in this share of the frames. */
const standingShare = 0.9;

/** Height in the picture at which feet stand: of the lowest point in the middle of the stances, the median. */
function standingPx(tracks: Tracks, { gait, view, ...analysis }: Analysis): number {
  const lowest = tracks.timesS.map((_, frame) =>
    feet.reduce((low, name) => {
      const y = tracks.points[name].yPx[frame];
      return Number.isNaN(y) ? low : Math.max(low, y);
    }, Number.NEGATIVE_INFINITY),
  );
  const contacts = 'contacts' in gait ? gait.contacts : gait.steps;
  const standing = contacts.map(({ midStanceS }) => lowest[nearestFrame(analysis.tracks.timesS, midStanceS)]);
  const known = (values: ArrayLike<number>): number[] => Array.from(values).filter((value) => Number.isFinite(value));
  const stood = known(standing);
  const [level] = stood.length > 0 ? quantiles(stood, [0.5]) : quantiles(known(lowest), [standingShare]);
  return level ?? Number.NaN;
}
