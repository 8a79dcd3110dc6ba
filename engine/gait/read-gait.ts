import type { PoseNetwork } from '../pose/custom/network-choice.ts';
import type { PoseSequence } from '../pose/pose-sequence.ts';
import { buildTracks } from '../tracks/build-tracks.ts';
import type { CameraMode, Tracks } from '../tracks/tracks.ts';
import { decideCamera } from './camera.ts';
import type { Gait } from './contact.ts';
import { findGait } from './find-gait.ts';
import { type GroundLine, groundLine } from './ground-line.ts';
import { levelled } from './levelled.ts';
import type { NetworkCalibration } from './network-calibration.ts';
import { fromTheNearest, turnCosines } from './panned.ts';
import { findStances, type Stances } from './stances.ts';

/** What a caller knows of the clip. */
export interface ClipContext {
  /** Standing height, metres. */
  readonly heightM: number;
  readonly treadmill: boolean;
  /** Instead of the network's own, for keypoints from another source. */
  readonly calibration?: NetworkCalibration | undefined;
  /** Instead of the networks' own, see {@link groundLine}. */
  readonly pathUncertaintyDeg?: number | undefined;
}

/** A clip's tracks and gait, with what is decided of it once. */
export interface ClipGait {
  readonly network: PoseNetwork;
  /** As in the picture. */
  readonly tracks: Tracks;
  /** As a level camera would have seen them; the same as `tracks` unless the ground is surely tilted. */
  readonly level: Tracks;
  /** Of the level tracks. */
  readonly stances: Stances | null;
  readonly camera: CameraMode;
  readonly ground: GroundLine;
  readonly gait: Gait;
}

/** Cleans the tracks, decides how the camera stands and moves, and finds the gait. */
export function readGait(pose: PoseSequence, context: ClipContext): ClipGait {
  const { network } = pose;
  const tracks = buildTracks(pose);
  const asFilmed = findStances(tracks);
  const camera = decideCamera(asFilmed, context);
  const turn = camera === 'panning' ? turnCosines(tracks) : null;
  const square = turn === null ? tracks : fromTheNearest(tracks, turn);
  const seen = square === tracks ? asFilmed : findStances(square);
  const ground = groundLine(square, seen, camera, context.pathUncertaintyDeg);
  const level = ground.tilted ? levelled(square, ground.tiltDeg.value ?? 0) : square;
  const stances = level === square ? seen : findStances(level);
  const { heightM, calibration } = context;
  const gait = findGait(level, stances, { camera, heightM, network, ...(calibration && { calibration }) });
  return { network, tracks, level, stances, camera, ground, gait };
}
