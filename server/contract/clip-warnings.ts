import type { Analysis, BackAnalysis, SideAnalysis } from '../../engine/analysis.ts';
import type { Language } from '../../engine/score/language.ts';
import { widening } from '../../engine/tracks/picture-stretch.ts';
import { filledIn } from './filled-in.ts';
import { paceText } from './pace-of-speed.ts';
import { decimals, round } from './rounding.ts';
import type { WarningBody } from './schemas/quality.ts';
import { warningTexts } from './warning-texts/by-language.ts';
import type { ClipWarningKey } from './warning-texts/warning-texts.ts';
import { type WarningValues, writtenValues } from './warning-values.ts';

/** Lowest frame rate that the recording rules ask for; 29.9 lets clips of 29.97 frames per second pass. */
const lowestFps = 29.9;
/** Share of frames with the runner below which the clip is called incomplete. */
const lowestFoundFraction = 0.95;
/** Share of frames with the ankles too close to tell apart above which the reader is told. */
const highestAmbiguousFraction = 0.3;

/** A warning of a clip, and what it is in any language. */
export interface ClipWarning extends WarningBody {
  /** Of {@link warningTexts}; of a cross-check its code. */
  readonly textKey: string;
  /** The numbers in its sentence. */
  readonly values: WarningValues;
}

type Warn = (key: ClipWarningKey, values?: WarningValues) => void;

/** A warning as the API answers it. */
export const warningBody = ({ code, message }: ClipWarning): WarningBody => ({ code, message });

/**
 * What about a clip of a side view makes its results less sure, each with what to do the next time.
 *
 * @param language Of the messages.
 */
export function clipWarnings(analysis: SideAnalysis, language: Language = 'en'): ClipWarning[] {
  const { video, tracks, camera, gait } = analysis;
  const warnings = collected(language, (warn) => {
    const portrait = video.heightPx > video.widthPx;
    if (camera === 'treadmill' && !portrait) warn('orientation.treadmill');
    if (camera !== 'treadmill' && portrait) warn('orientation.overground');
    if (tracks.view !== 'side' && !isCutOff(analysis)) warn(tracks.view === 'back' ? 'view.side_back' : 'view.side');
    if (gait.running) warnOfStretch(widening(tracks), warn);
    if (gait.running && camera === 'panning') warn('camera_moves');
    if (standsStill(analysis)) warn('treadmill_stands');
    warnOfCuts(analysis, warn);
    warnOfClip(analysis, warn);
    if (!tracks.hasFeet && !isCutOff(analysis)) warn('no_feet');
    warnOfGround(analysis, warn);
  });
  return [...warnings, ...checkWarnings(analysis, language)];
}

function warnOfCuts({ cutsS }: Analysis, warn: Warn): void {
  if (cutsS.length > 0) warn('clip_cut', { seconds: cutsS.map((cutS) => round(cutS, 1)) });
}

/** Widening of the picture that the legs ask for below and above which it is called stretched; runners ask for 0.93 to 1.10. */
const [narrowed, widened] = [0.87, 1.16];

function warnOfStretch(factor: number, warn: Warn): void {
  if (factor < narrowed) warn('picture_stretched.wide');
  if (factor > widened) warn('picture_stretched.narrow');
}

/** Body heights a second below which the feet do not go with a belt that somebody runs on. */
const slowestBelt = 0.5;

/** Whether a clip that was said to be of a treadmill, at no pace, shows feet that stand on the ground. */
const standsStill = ({ metrics: { speedMps, speedSource }, gait, tracks }: SideAnalysis): boolean =>
  speedMps.reason === 'implausible' &&
  (speedSource === 'shoes' || speedSource === 'ankles') &&
  gait.runSpeedPxS !== null &&
  Math.abs(gait.runSpeedPxS) < slowestBelt * tracks.bodyHeightPx;

/** Roll of the camera, degrees, from which it is told. */
const toldRollDeg = 2;

/** The same for a back view. */
export function backClipWarnings(analysis: BackAnalysis, language: Language = 'en'): ClipWarning[] {
  const { video, tracks, roll } = analysis;
  return collected(language, (warn) => {
    if (tracks.view !== 'back' && !isCutOff(analysis))
      warn(tracks.view === 'side' ? 'view.back_side' : 'view.back_front');
    if (video.widthPx > video.heightPx) warn('orientation.back');
    warnOfCuts(analysis, warn);
    warnOfClip(analysis, warn);
    const { value } = roll.rollDeg;
    if (!isRefused(analysis) && value !== null && Math.abs(value) >= toldRollDeg)
      warn('camera_tilted.camera', { degrees: round(Math.abs(value), 1) });
  });
}

function collected(language: Language, tell: (warn: Warn) => void): ClipWarning[] {
  const warnings: ClipWarning[] = [];
  tell((textKey, values = {}) => {
    const code = textKey.replace(/\..*/, '');
    warnings.push({
      code,
      message: filledIn(warningTexts[language].clip[textKey], writtenValues(values, language)),
      textKey,
      values,
    });
  });
  return warnings;
}

/** Reasons of clips without running that are warned of by their own name. */
const ownWarnings: ReadonlySet<string> = new Set(['picture_turned', 'runs_backwards', 'body_cut_off', 'too_few_steps']);

/** Whether so much of the body is outside of the picture that nothing is measured. */
const isCutOff = ({ metrics }: Analysis): boolean => metrics.cadenceSpm.reason === 'body_cut_off';

/** Reasons for which a clip is not measured, though somebody may run in it. */
const refusals: ReadonlySet<string> = new Set(['wrong_view', 'front_view', 'picture_turned', 'body_cut_off']);

/** Whether nothing at all is measured, so that no angle rests on how level the camera was. */
const isRefused = ({ gait, metrics: { cadenceSpm } }: Analysis): boolean =>
  !gait.running || (cadenceSpm.reason !== undefined && refusals.has(cadenceSpm.reason));

/** What is told of every clip. */
function warnOfClip(analysis: Analysis, warn: Warn): void {
  const { video, pose, tracks, gait } = analysis;
  const { foundFraction, ambiguousFraction } = tracks.report;
  const { reason } = analysis.metrics.cadenceSpm;
  const fps = { fps: round(video.fps, 1) };
  const hidesRunning = !gait.running && reason === 'frame_rate_too_low';
  if (!gait.running) {
    if (reason !== undefined && ownWarnings.has(reason)) warn(reason as ClipWarningKey);
    // From another side than was asked for nobody has looked for it.
    else if (!hidesRunning && reason !== 'wrong_view' && reason !== 'front_view') warn('not_running');
  }
  if (hidesRunning) warn('frame_rate_too_low', fps);
  else if (video.fps < lowestFps) warn('low_frame_rate', fps);
  if (video.variableFrameRate) warn('variable_frame_rate');
  if (video.interlaced) warn('interlaced');
  if (foundFraction < lowestFoundFraction)
    warn('runner_lost', { percent: Math.round(100 * round(foundFraction, decimals.fraction)) });
  // Half a body is often found twice.
  if (pose.people !== null && pose.people.lasting > 1 && !isCutOff(analysis))
    warn('several_people', { people: pose.people.lasting });
  if (pose.people !== null && pose.people.followed > 1) warn('another_followed');
  if (pose.people?.largerNotFollowed) warn('larger_person_not_followed');
  if (ambiguousFraction > highestAmbiguousFraction)
    warn('legs_ambiguous', { percent: Math.round(100 * ambiguousFraction) });
  warnOfTime(analysis, warn);
}

function warnOfTime({ timeScale: { factor, source } }: Analysis, warn: Warn): void {
  const values = { factor: round(factor, 1) };
  if (source === 'container' && factor > 1) warn('slow_motion.container', values);
  if (source === 'gait') warn('slow_motion.gait', values);
}

/** Growth of the runner on the way through the picture from which a camera is called oblique. */
const mostGrowth = 0.1;

function warnOfGround(analysis: SideAnalysis, warn: Warn): void {
  const { tiltDeg, tilted, growth } = analysis.ground;
  if (tilted && tiltDeg.value !== null && !isRefused(analysis))
    warn('camera_tilted.ground', { degrees: round(Math.abs(tiltDeg.value), 1) });
  if (Math.abs(growth) > mostGrowth)
    warn(growth > 0 ? 'camera_oblique.grows' : 'camera_oblique.shrinks', {
      percent: Math.round(100 * Math.abs(growth)),
    });
}

/** Metres per second below which the feet do not go with a belt that somebody runs on. */
const slowestBeltMps = 0.5;

const checkWarnings = ({ crossChecks, camera }: SideAnalysis, language: Language): ClipWarning[] =>
  crossChecks
    .filter(({ holds }) => !holds)
    .flatMap((check) => {
      // Feet that seem to go forward are no belt's: the runner was found facing the wrong way.
      if (check.name === 'standing_foot' && camera === 'treadmill' && check.values[1] > -slowestBeltMps)
        return collected(language, (warn) => warnOfBelt(check.values, warn));
      const code = `cross_check_${check.name}`;
      return [{ code, message: warningTexts[language].checks[check.name], textKey: code, values: {} }];
    });

/** A pace that was told, and is not the belt's. */
function warnOfBelt([toldMps, seenMps]: readonly [number, number], warn: Warn): void {
  const told = { told: round(toldMps, 2), toldPace: paceText(1000 / toldMps) };
  if (seenMps < slowestBeltMps) warn('cross_check_standing_foot.still', told);
  else warn('cross_check_standing_foot.belt', { ...told, seen: round(seenMps, 2), seenPace: paceText(1000 / seenMps) });
}
