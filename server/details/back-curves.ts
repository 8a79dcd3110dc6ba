import type { BackAnalysis } from '../../engine/analysis.ts';
import { type CycleCurve, cycleCurve } from '../../engine/metrics/cycle-curve.ts';
import { normalBand } from '../../engine/score/normal-band.ts';
import { writtenCurve } from './curve-rows.ts';
import type { CurveDetails, RequestDetails } from './details.ts';
import { stancesOf, stridesOfBoth, toeOffPercent } from './gait-cycle.ts';
import { sides } from './sides.ts';

/** Angles of the frontal plane over each leg's cycle; none when only the pronation was asked for. */
export function backCurves(analysis: BackAnalysis, { paceSPerKm }: Pick<RequestDetails, 'paceSPerKm'>): CurveDetails[] {
  const { frameAngles, tracks, score } = analysis;
  if (score.segments.pelvic_drop === undefined) return [];
  const stances = stancesOf(analysis);
  const strides = stridesOfBoth(analysis);
  const speedMps = paceSPerKm === null ? null : 1000 / paceSPerKm;
  const curves = (['pelvicDrop', 'hipAdduction', 'kneeAdduction'] as const).flatMap((id) =>
    sides.map((side): CurveDetails => {
      const own = strides.filter((stride) => stride.side === side);
      const toeOff = toeOffPercent(own, stances);
      const whole = cycleCurve(tracks.timesS, frameAngles[id][side], own);
      // A pelvis swings through the whole cycle; of a leg that swings, the picture shows a bent knee from behind.
      const shown = id === 'pelvicDrop' ? whole : upTo(whole, toeOff);
      const normal = id === 'hipAdduction' ? normalBand(id, speedMps) : null;
      return { id, side, ...shown, toeOffPercent: toeOff, normal };
    }),
  );
  return curves.filter(({ meanDeg }) => meanDeg.some((value) => value !== null)).map(writtenCurve);
}

function upTo({ meanDeg, sdDeg, strides }: CycleCurve, percent: number | null): CycleCurve {
  const cut = (values: readonly (number | null)[]) =>
    values.map((value, point) => (percent !== null && point <= percent ? value : null));
  return { meanDeg: cut(meanDeg), sdDeg: cut(sdDeg), strides };
}
