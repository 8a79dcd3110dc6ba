import type { BackAnalysis, SideAnalysis } from '../analysis.ts';
import { nearestFrame } from '../video/nearest-frame.ts';

type Seen = Pick<SideAnalysis, 'view' | 'tracks' | 'gait'> | Pick<BackAnalysis, 'view' | 'tracks' | 'gait'>;

/**
 * The moment, in seconds, that shows most of a runner at a glance, closest to the middle of the clip; without contacts, the middle.
 * From the side it is a touchdown of the leg nearer to the camera, from behind a mid-stance: then the pelvis hangs lowest.
 */
export function tellingMomentS(analysis: Seen): number {
  const { timesS } = analysis.tracks;
  const middleS = (timesS.at(-1) ?? 0) / 2;
  const chosen = momentsOf(analysis).toSorted((a, b) => Math.abs(a - middleS) - Math.abs(b - middleS))[0] ?? middleS;
  return timesS[nearestFrame(timesS, chosen)] ?? 0;
}

function momentsOf(analysis: Seen): number[] {
  if (analysis.view === 'back') return analysis.gait.steps.map(({ midStanceS }) => midStanceS);
  const { tracks, gait } = analysis;
  const near = tracks.facing === 1 ? 'right' : 'left';
  const ofNear = gait.contacts.filter((contact) => contact.side === near);
  return (ofNear.length > 0 ? ofNear : gait.contacts).map((contact) => contact.touchdownS);
}
