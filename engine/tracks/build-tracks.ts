import { type KeypointName, keypointNames } from '../pose/keypoint-names.ts';
import type { PoseSequence } from '../pose/pose-sequence.ts';
import { ambiguousShare } from './ambiguous-frames.ts';
import { isBodyCutOff } from './body-cut-off.ts';
import { bodyHeightPx } from './body-height.ts';
import { gateByConfidence } from './confidence-gate.ts';
import { CycleModel, steadyPeriodS } from './cycle-model.ts';
import { decideFacing } from './facing.ts';
import { fillGaps } from './fill-gaps.ts';
import { repairLegSwaps } from './leg-swaps.ts';
import { legLengthPx } from './limb-length.ts';
import { MergedLegs } from './merged-legs.ts';
import { vetoFarLeg } from './near-leg.ts';
import { rejectOutliers } from './outliers.ts';
import { paired, type RawPoint, splitByKeypoint } from './raw-points.ts';
import { cutOffHz, medianFps, TrackFilter } from './smooth.ts';
import type { Track, Tracks } from './tracks.ts';
import { decideView } from './view.ts';

/**
 * Turns the network's keypoints into tracks that can be measured: untrusted points removed, legs given one label each
 * for the whole clip, outliers removed, short gaps filled, each track filtered without lag. Left and right are settled
 * before anything is averaged over time.
 */
export function buildTracks(pose: PoseSequence): Tracks {
  const { timesS } = pose;
  const fps = medianFps(timesS);
  const points = splitByKeypoint(pose);
  gateByConfidence(points, pose.network);
  // The same whatever the labels.
  const leg = legLengthPx(points);
  const { exchanged, rhythm } = repairLegSwaps(points, timesS, leg);
  const facing = decideFacing(points, timesS, leg);
  const view = decideView(points, leg);
  const whole = view === 'side' && vetoFarLeg(points, facing, leg) ? 1 : 0;
  const ambiguousFraction = ambiguousShare(points, leg);
  const steadyS = steadyPeriodS(rhythm, points, timesS);
  const cycle = steadyS === null ? null : new CycleModel(timesS, steadyS);
  const legs = view === 'side' ? MergedLegs.of(points, timesS, leg, rhythm) : null;
  const merged = legs?.erase(points, leg) ?? 0;
  const offCycle = cycle?.rejectOffCycle(points, leg) ?? 0;
  const outliersRejected = merged + offCycle + rejectOutliers(points, timesS, fps, view);
  const marks = new Uint8Array(keypointNames.length * pose.frameCount);
  const seen = keypointNames.map((name, k) =>
    knownMarks(points[name], marks.subarray(k * pose.frameCount, (k + 1) * pose.frameCount)),
  );
  const gapsFilled = (legs?.bridge(points) ?? 0) + fillGaps(points, timesS, fps) + (cycle?.bridge(points) ?? 0);

  const filter = new TrackFilter(timesS, fps);
  const smoothed = (name: KeypointName, keypoint: number): Track => {
    const [xPx, yPx] = filter.smoothBoth(points[name].xPx, points[name].yPx, cutOffHz(name, fps));
    return { xPx, yPx, seen: seen[keypoint] as Uint8Array };
  };
  const tracks = {} as Record<KeypointName, Track>;
  for (const [keypoint, name] of keypointNames.entries()) tracks[name] = smoothed(name, keypoint);
  return {
    frameCount: pose.frameCount,
    widthPx: pose.widthPx,
    heightPx: pose.heightPx,
    timesS,
    points: tracks,
    facing,
    view,
    bodyHeightPx: bodyHeightPx(points),
    hasFeet: hasFeet(points),
    steadyPeriodS: steadyS,
    legsExchanged: whole === 1 ? exchanged.map((mark) => 1 - mark) : exchanged,
    report: {
      legSwapsRepaired: whole === 1 ? pose.frameCount - sumOf(exchanged) : sumOf(exchanged),
      ambiguousFraction,
      outliersRejected,
      gapsFilled,
      foundFraction: pose.frameCount === 0 ? 0 : sumOf(pose.found) / pose.frameCount,
      bodyCutOff: isBodyCutOff(pose),
    },
  };
}

/** Puts 1 into the frames in which a point is known, where there are zeros. */
function knownMarks({ xPx }: RawPoint, marks: Uint8Array): Uint8Array {
  for (let frame = 0; frame < marks.length; frame++) if (!Number.isNaN(xPx[frame])) marks[frame] = 1;
  return marks;
}

function sumOf(marks: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < marks.length; i++) sum += marks[i];
  return sum;
}

/** Whether heels and toes are seen in at least half of the frames in which the ankles are. */
function hasFeet(points: Readonly<Record<KeypointName, RawPoint>>): boolean {
  const count = (name: KeypointName): number => {
    const { xPx } = points[name];
    let known = 0;
    for (let frame = 0; frame < xPx.length; frame++) if (!Number.isNaN(xPx[frame])) known++;
    return known;
  };
  return (['left', 'right'] as const).every((side) => {
    const ankle = count(paired(side, 'ankle'));
    return ankle > 0 && count(paired(side, 'heel')) > ankle / 2 && count(paired(side, 'toe')) > ankle / 2;
  });
}
