import type { Analysis, AnalysisRequest, BackAnalysis, SideAnalysis } from '../../engine/analysis.ts';
import type { Measured } from '../../engine/metrics/measured.ts';
import { backClipWarnings, clipWarnings } from '../contract/clip-warnings.ts';
import { decimals, round } from '../contract/rounding.ts';
import { backCurves } from './back-curves.ts';
import { backMetrics } from './back-metrics.ts';
import {
  type ClipDetails,
  type CrossCheckDetails,
  type Details,
  detailsFormat,
  detailsVersion,
  type FootStrikeDetails,
  type RequestDetails,
  type SeenDetails,
} from './details.ts';
import { contactsOf, seconds, stridesOfBoth, writtenContact, writtenStride } from './gait-cycle.ts';
import { momentsOf } from './moments.ts';
import { roundedShares } from './rounded-shares.ts';
import { judgedBack, judgedSide } from './segment-rows.ts';
import { sideCurves } from './side-curves.ts';
import { sideMetrics } from './side-metrics.ts';
import { sides } from './sides.ts';
import { symmetryRows } from './symmetry-rows.ts';
import { backTexts, sideTexts } from './words.ts';

/** What was asked for, beside the clip. */
export type DetailsRequest = Pick<AnalysisRequest, 'heightM' | 'treadmill' | 'paceSPerKm' | 'language'>;

/** Everything of an analysis that a person looks at. The same analysis gives the same details. */
export function toDetails(analysis: Analysis, request: DetailsRequest): Details {
  const { video, pose, gait } = analysis;
  const { heightM, treadmill, paceSPerKm, language } = request;
  const fullBody = analysis.view === 'side' || analysis.score.segments.pelvic_drop !== undefined;
  const asked: RequestDetails = { heightM, treadmill, paceSPerKm, language, fullBody, network: pose.network };
  const contacts = contactsOf(analysis);
  return {
    format: detailsFormat,
    version: detailsVersion,
    view: analysis.view,
    clip: clipDetails(analysis),
    request: asked,
    running: gait.running,
    seen: seenDetails(analysis),
    contacts: contacts.map(writtenContact),
    strides: stridesOfBoth(analysis).map(writtenStride),
    ...(analysis.view === 'side' ? ofSide(analysis, asked) : ofBack(analysis, asked)),
    symmetry: symmetryRows(analysis.metrics.symmetry, fullBody),
    totalScore: round(analysis.score.totalScore, decimals.score),
    moments: momentsOf(contacts, video.durationS),
  };
}

type OfView = Pick<
  Details,
  | 'metrics'
  | 'curves'
  | 'segments'
  | 'totalScoreInterval'
  | 'footStrike'
  | 'pronation'
  | 'styles'
  | 'crossChecks'
  | 'warnings'
  | 'texts'
>;

const ofSide = (analysis: SideAnalysis, { heightM }: RequestDetails): OfView => ({
  metrics: sideMetrics(analysis),
  curves: sideCurves(analysis),
  ...judgedSide(analysis),
  footStrike: footStrikeDetails(analysis),
  pronation: [],
  styles: analysis.score.styles.map(({ id, animal, percentage }) => ({ id, animal, percentage })),
  crossChecks: analysis.crossChecks.map(checkDetails),
  warnings: clipWarnings(analysis),
  texts: sideTexts(analysis, heightM),
});

const ofBack = (analysis: BackAnalysis, asked: RequestDetails): OfView => ({
  metrics: backMetrics(analysis),
  curves: backCurves(analysis, asked),
  ...judgedBack(analysis),
  footStrike: null,
  pronation: sides.map((side) => {
    const { class: name, probabilities } = analysis.metrics.pronation[side];
    return { side, class: name, probabilities: probabilities && roundedShares(probabilities) };
  }),
  styles: [],
  crossChecks: [],
  warnings: backClipWarnings(analysis),
  texts: backTexts(analysis, asked.fullBody),
});

const clipDetails = ({ video, timeScale }: Analysis): ClipDetails => ({
  widthPx: video.widthPx,
  heightPx: video.heightPx,
  durationS: round(video.durationS, decimals.timeS),
  frames: video.frameTimesS.length,
  fps: round(video.fps, decimals.fps),
  variableFrameRate: video.variableFrameRate,
  container: video.container,
  codec: video.codec,
  hdr: video.hdr,
  interlaced: video.interlaced,
  slowMotionFactor: round(timeScale.factor, decimals.factor),
  slowMotionSource: timeScale.source,
});

function seenDetails(analysis: Analysis): SeenDetails {
  const { tracks, camera } = analysis;
  const { report } = tracks;
  const tilt = takenOff(analysis);
  return {
    view: tracks.view,
    facing: tracks.facing === 1 ? 'right' : 'left',
    camera,
    speedSource: analysis.view === 'side' ? analysis.metrics.speedSource : null,
    tiltDeg: round(tilt.value, decimals.angleDeg),
    tiltHalfWidthDeg: round(tilt.halfWidth, decimals.angleDeg),
    foundFraction: round(report.foundFraction, decimals.fraction),
    ambiguousFraction: round(report.ambiguousFraction, decimals.fraction),
    legSwapsRepaired: report.legSwapsRepaired,
    outliersRejected: report.outliersRejected,
    gapsFilled: report.gapsFilled,
    bodyHeightPx: round(tracks.bodyHeightPx, decimals.pixels),
  };
}

/** What of a tilt was taken off the angles: one that may be none was not. */
function takenOff(analysis: Analysis): Pick<Measured, 'value' | 'halfWidth'> {
  if (analysis.view === 'back') return analysis.roll.rollDeg;
  return analysis.ground.tilted ? analysis.ground.tiltDeg : { value: null, halfWidth: null };
}

function footStrikeDetails({ metrics }: SideAnalysis): FootStrikeDetails {
  return {
    pattern: metrics.strikePattern,
    probabilities: metrics.strikeProbabilities && roundedShares(metrics.strikeProbabilities),
    landings: metrics.footLandings.map(({ step, side, timeS, footAngleDeg, pattern }) => ({
      step,
      side,
      timeS: seconds(timeS),
      footAngleDeg: round(footAngleDeg.value, decimals.angleDeg),
      halfWidthDeg: round(footAngleDeg.halfWidth, decimals.angleDeg),
      pattern,
    })),
  };
}

/** Decimals of a check's numbers: one more than of the values that it compares. */
const checkDecimals = { 'm/s': decimals.speedMps, ms: decimals.timeMs + 1, 'm/s2': decimals.acceleration };

const checkDetails = ({
  name,
  unit,
  values,
  difference,
  allowed,
  holds,
}: SideAnalysis['crossChecks'][number]): CrossCheckDetails => {
  const shown = (value: number): number => round(value, checkDecimals[unit]);
  return {
    id: name,
    unit,
    values: [shown(values[0]), shown(values[1])],
    difference: shown(difference),
    allowed: shown(allowed),
    holds,
  };
};
