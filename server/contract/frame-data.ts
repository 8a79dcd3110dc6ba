import type { Analysis, BackAnalysis, SideAnalysis } from '../../engine/analysis.ts';
import type { AngleSeries } from '../../engine/metrics/angle-series.ts';
import type { BySide } from '../../engine/metrics/back-view-metrics.ts';
import { bySide } from '../../engine/metrics/by-side.ts';
import { everyJoint } from '../../engine/metrics/every-joint.ts';
import { keypointNames } from '../../engine/pose/keypoint-names.ts';
import { nearestFrame } from '../../engine/video/nearest-frame.ts';
import { decimals, round } from './rounding.ts';
import type { FrameBody, FrameDataHeader, FrameEventBody } from './schemas/frame-data.ts';

type Seen =
  | Pick<SideAnalysis, 'view' | 'video' | 'pose' | 'tracks' | 'gait' | 'frameAngles'>
  | Pick<BackAnalysis, 'view' | 'video' | 'pose' | 'tracks' | 'gait' | 'frameAngles'>;

/** The first line of the frame data: what holds for every frame. */
export const toFrameDataHeader = ({ video, pose }: Pick<Analysis, 'video' | 'pose'>): FrameDataHeader => ({
  fps: round(video.fps, decimals.fps),
  width: video.widthPx,
  height: video.heightPx,
  model: pose.network,
  keypoint_names: [...keypointNames],
});

/**
 * The frames that were read, one after the other. Keypoints are the network's own, unsmoothed; left and right leg are called what they
 * are called everywhere else, which is not always what the network called them.
 */
export function* toFrameBodies(analysis: Seen): Generator<FrameBody, void> {
  const { video, pose } = analysis;
  const anglesAt = analysis.view === 'side' ? sideAngles(analysis) : frontalAngles(analysis);
  const events = eventsByFrame(analysis);
  let index = 0;
  for (let frame = 0; frame < pose.frameCount; frame++) {
    const timeS = pose.timesS[frame];
    // Of clips with many frames a second not every one is read.
    while (index + 1 < video.frameTimesS.length && video.frameTimesS[index] < timeS) index++;
    yield {
      index,
      time_s: round(timeS, decimals.frameTimeS),
      keypoints: keypointNames.map((_, keypoint) => keypointBody(analysis, frame, keypoint)),
      angles: anglesAt(frame),
      events: events.get(frame) ?? [],
    };
  }
}

type AnglesAt = (frame: number) => FrameBody['angles'];

function sideAngles({ frameAngles: angles }: Extract<Seen, { view: 'side' }>): AnglesAt {
  return (frame) => everyJoint((joint, side) => angleBody(angles[joint][side][frame]));
}

function frontalAngles({ frameAngles: angles }: Extract<Seen, { view: 'back' }>): AnglesAt {
  const both = (series: BySide<AngleSeries>, frame: number) => bySide((side) => angleBody(series[side][frame]));
  return (frame) => ({
    pelvic_drop: both(angles.pelvicDrop, frame),
    knee_adduction: both(angles.kneeAdduction, frame),
    hip_adduction: both(angles.hipAdduction, frame),
  });
}

const angleBody = (deg: number): number | null => (Number.isFinite(deg) ? round(deg, decimals.angleDeg) : null);

const pairs = keypointNames.map((name) => {
  const other = name.startsWith('left_') ? name.replace('left_', 'right_') : name.replace('right_', 'left_');
  return (keypointNames as readonly string[]).indexOf(other);
});
const isOfLeg = keypointNames.map((name) => /_(hip|knee|ankle|heel|toe)$/.test(name));

function keypointBody(
  { pose, tracks }: Pick<Analysis, 'pose' | 'tracks'>,
  frame: number,
  keypoint: number,
): FrameBody['keypoints'][number] {
  const isExchanged = isOfLeg[keypoint] && tracks.legsExchanged[frame] === 1;
  const element = frame * keypointNames.length + (isExchanged ? pairs[keypoint] : keypoint);
  const [x, y, score] = [pose.xPx[element], pose.yPx[element], pose.score[element]];
  if (pose.found[frame] !== 1 || !Number.isFinite(x) || !Number.isFinite(y)) return null;
  return [round(x, decimals.keypointPx), round(y, decimals.keypointPx), round(score, decimals.fraction)];
}

/** The moments of every contact, each by the frame nearest to it. Moments that lie outside of the clip are left out. */
function eventsByFrame(analysis: Seen): ReadonlyMap<number, FrameEventBody[]> {
  const byFrame = new Map<number, FrameEventBody[]>();
  const { gait } = analysis;
  const { timesS } = analysis.tracks;
  if (!gait.running || timesS.length === 0) return byFrame;
  const add = (type: FrameEventBody['type'], side: FrameEventBody['side'], timeS: number): void => {
    if (timeS < timesS[0] || timeS > timesS[timesS.length - 1]) return;
    const frame = nearestFrame(timesS, timeS);
    byFrame.set(frame, [...(byFrame.get(frame) ?? []), { type, side, time_s: round(timeS, decimals.timeS) }]);
  };
  for (const { side, touchdownS, midStanceS, toeOffS } of analysis.view === 'side'
    ? analysis.gait.contacts
    : analysis.gait.steps) {
    add('touchdown', side, touchdownS);
    add('mid_stance', side, midStanceS);
    add('toe_off', side, toeOffS);
  }
  for (const events of byFrame.values()) events.sort((a, b) => a.time_s - b.time_s);
  return byFrame;
}
