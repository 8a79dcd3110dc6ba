import type { BackAnalysis, SideAnalysis } from '../analysis.ts';
import type { Contact } from '../gait/contact.ts';
import { firstFrameFrom, nearestFrame } from '../video/nearest-frame.ts';
import type { TellingFrame } from '../video/telling-frame.ts';
import type { SizePx } from '../video/video.ts';
import { bodyBox } from './body-box.ts';
import { Figure } from './figure.ts';
import type { Box } from './layout.ts';

type Seen =
  | Pick<SideAnalysis, 'view' | 'video' | 'tracks' | 'gait'>
  | Pick<BackAnalysis, 'view' | 'video' | 'tracks' | 'gait'>;

/** Share by which a stride may differ from the clip's: beyond, a touchdown was missed in between. */
const strideTolerance = 0.2;

/**
 * The frames that show most of a runner at a glance, and where the runner is in them: from the side touchdowns of the leg nearer to the camera,
 * from behind mid-stances once both legs have stood, since the pelvis hangs lowest then. Those in which the whole runner is in the picture, where there are any; without
 * contacts, the clip's middle.
 *
 * @param picture Size of the clip's picture in the annotated video.
 * @param frameStep The video shows every this many frames; only these are named.
 */
export function tellingFrames(analysis: Seen, picture: SizePx, frameStep: number): TellingFrame[] {
  const { tracks, video, view } = analysis;
  const figure = new Figure(tracks, picture, view);
  const candidates = momentsOf(analysis).map(({ timeS, contact }) => {
    const frame = shownFrom(video.frameTimesS, timeS, frameStep);
    const box = bodyBox(figure, nearestFrame(tracks.timesS, video.frameTimesS[frame]));
    return { frame, box, stride: contact && strideFrom(analysis, contact) };
  });
  const whole = candidates.filter(({ box }) => box !== null && isInside(box, picture));
  return (whole.length > 0 ? whole : candidates).map(({ frame, box, stride }) => ({
    frame,
    region: regionOf(box, picture),
    stride,
  }));
}

interface Moment {
  readonly timeS: number;
  readonly contact: Contact | null;
}

function momentsOf(analysis: Seen): Moment[] {
  const { tracks, gait } = analysis;
  const contacts: readonly Contact[] = 'steps' in gait ? gait.steps : gait.contacts;
  if (contacts.length === 0) return [{ timeS: (tracks.timesS.at(-1) ?? 0) / 2, contact: null }];
  if (analysis.view === 'back') {
    // Before both legs have stood, half of the numbers are dashes.
    const other = contacts.findIndex(({ side }) => side !== contacts[0].side);
    return contacts.slice(Math.max(0, other)).map((contact) => ({ timeS: contact.midStanceS, contact }));
  }
  const near = tracks.facing === 1 ? 'right' : 'left';
  const ofNear = contacts.filter((contact) => contact.side === near);
  return (ofNear.length > 0 ? ofNear : contacts).map((contact) => ({ timeS: contact.touchdownS, contact }));
}

/** The first frame from a time on that the video shows, or the last that it shows at all. */
function shownFrom(frameTimesS: Float64Array, timeS: number, step: number): number {
  const lastShown = step * Math.floor((frameTimesS.length - 1) / step);
  return Math.max(0, Math.min(lastShown, step * Math.ceil(firstFrameFrom(frameTimesS, timeS) / step)));
}

/** From a touchdown to the same foot's next, where none was missed in between. */
function strideFrom({ gait, video }: Seen, { side, touchdownS }: Contact): TellingFrame['stride'] {
  const contacts: readonly Contact[] = 'steps' in gait ? gait.steps : gait.contacts;
  const next = contacts.find((contact) => contact.side === side && contact.touchdownS > touchdownS);
  if (!next || gait.strideS === null) return null;
  const lengthS = next.touchdownS - touchdownS;
  if (Math.abs(lengthS - gait.strideS) > strideTolerance * gait.strideS) return null;
  const last = video.frameTimesS.length - 1;
  const [from, to] = [touchdownS, next.touchdownS].map((timeS) =>
    Math.min(last, firstFrameFrom(video.frameTimesS, timeS)),
  );
  return { from, to };
}

const isInside = ({ x, y, width, height }: Box, { widthPx, heightPx }: SizePx): boolean =>
  x >= 0 && y >= 0 && x + width <= widthPx && y + height <= heightPx;

function regionOf(box: Box | null, { widthPx, heightPx }: SizePx): TellingFrame['region'] {
  const { x, y, width, height } = box ?? { x: 0, y: 0, width: widthPx, height: heightPx };
  const within = (value: number, most: number): number => Math.max(0, Math.min(most, Math.round(value)));
  const [left, top] = [within(x, widthPx), within(y, heightPx)];
  return { left, top, width: within(x + width, widthPx) - left, height: within(y + height, heightPx) - top };
}
