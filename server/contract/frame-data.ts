import type { SideAnalysis } from '../../engine/analysis.ts';
import { everyJoint } from '../../engine/metrics/every-joint.ts';
import { frameAngles } from '../../engine/metrics/frame-angles.ts';
import { nearestFrame } from '../../engine/overlay/contact-moments.ts';
import { keypointNames } from '../../engine/pose/keypoint-names.ts';
import { decimals, round } from './rounding.ts';
import type { FrameBody, FrameDataHeader, FrameEventBody } from './schemas/frame-data.ts';

type Seen = Pick<SideAnalysis, 'video' | 'pose' | 'tracks' | 'gait' | 'metrics'>;

/** The first line of the frame data: what holds for every frame. */
export const toFrameDataHeader = ({ video, pose }: Seen): FrameDataHeader => ({
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
  const angles = frameAngles(analysis);
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
      angles: everyJoint((joint, side) => {
        const value = angles[joint][side][frame];
        return Number.isFinite(value) ? round(value, decimals.angleDeg) : null;
      }),
      events: events.get(frame) ?? [],
    };
  }
}

const pairs = keypointNames.map((name) => {
  const other = name.startsWith('left_') ? name.replace('left_', 'right_') : name.replace('right_', 'left_');
  return (keypointNames as readonly string[]).indexOf(other);
});
const isOfLeg = keypointNames.map((name) => /_(hip|knee|ankle|heel|toe)$/.test(name));

function keypointBody({ pose, tracks }: Seen, frame: number, keypoint: number): FrameBody['keypoints'][number] {
  const isExchanged = isOfLeg[keypoint] && tracks.legsExchanged[frame] === 1;
  const element = frame * keypointNames.length + (isExchanged ? pairs[keypoint] : keypoint);
  const [x, y, score] = [pose.xPx[element], pose.yPx[element], pose.score[element]];
  if (pose.found[frame] !== 1 || !Number.isFinite(x) || !Number.isFinite(y)) return null;
  return [round(x, decimals.keypointPx), round(y, decimals.keypointPx), round(score, decimals.fraction)];
}

/** The moments of every contact, each by the frame nearest to it. Moments that lie outside of the clip are left out. */
function eventsByFrame({ tracks: { timesS }, gait }: Seen): ReadonlyMap<number, FrameEventBody[]> {
  const byFrame = new Map<number, FrameEventBody[]>();
  if (!gait.running || timesS.length === 0) return byFrame;
  const add = (type: FrameEventBody['type'], side: FrameEventBody['side'], timeS: number): void => {
    if (timeS < timesS[0] || timeS > timesS[timesS.length - 1]) return;
    const frame = nearestFrame(timesS, timeS);
    byFrame.set(frame, [...(byFrame.get(frame) ?? []), { type, side, time_s: round(timeS, decimals.timeS) }]);
  };
  for (const { side, touchdownS, midStanceS, toeOffS } of gait.contacts) {
    add('touchdown', side, touchdownS);
    add('mid_stance', side, midStanceS);
    add('toe_off', side, toeOffS);
  }
  for (const events of byFrame.values()) events.sort((a, b) => a.time_s - b.time_s);
  return byFrame;
}
