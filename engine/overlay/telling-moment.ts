import type { SideAnalysis } from '../analysis.ts';
import { nearestFrame } from './contact-moments.ts';

/**
 * The moment, in seconds, that shows most of a runner at a glance: the touchdown of the leg nearer to the camera, closest to the
 * middle of the clip; without contacts, the middle.
 */
export function tellingMomentS({ tracks, gait }: Pick<SideAnalysis, 'tracks' | 'gait'>): number {
  const middleS = (tracks.timesS.at(-1) ?? 0) / 2;
  const near = tracks.facing === 1 ? 'right' : 'left';
  const ofNear = gait.contacts.filter((contact) => contact.side === near);
  const moments = (ofNear.length > 0 ? ofNear : gait.contacts).map((contact) => contact.touchdownS);
  const chosen = moments.toSorted((a, b) => Math.abs(a - middleS) - Math.abs(b - middleS))[0] ?? middleS;
  return tracks.timesS[nearestFrame(tracks.timesS, chosen)] ?? 0;
}
