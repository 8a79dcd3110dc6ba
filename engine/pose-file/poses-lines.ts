import type { Analysis, AnalysisTerms } from '../analysis.ts';
import type { BackPictures } from '../back-pictures.ts';
import { keypointNames } from '../pose/keypoint-names.ts';
import type { PoseSequence } from '../pose/pose-sequence.ts';
import type { PosesSource } from './clip-reading.ts';
import { jsonText } from './json-text.ts';
import type { PosesHeader } from './poses-format.ts';
import { posesFormat, posesVersion } from './poses-mark.ts';

/**
 * The lines of a poses file: all that was read from the pictures, to the last bit, so that what comes after gives the same bytes again.
 * A header, one line a frame, and of a back view one for every picture that was looked at again.
 */
export function* posesLines(
  analysis: Analysis,
  terms: AnalysisTerms,
  source: PosesSource | null,
): Generator<string, void> {
  const { pose } = analysis;
  const { path: _, frameTimesS, ...video } = analysis.video;
  const pictures = analysis.view === 'back' ? analysis.pictures : null;
  const shoes = analysis.view === 'side' ? analysis.shoes : null;
  const header: PosesHeader = {
    format: posesFormat,
    version: posesVersion,
    terms,
    source,
    video: { ...video, frameTimesS: [...frameTimesS] },
    network: pose.network,
    people: pose.people,
    keypointNames: [...keypointNames],
    frames: pose.frameCount,
    pictures: pictures === null ? null : picturesHeader(pictures),
    ...(shoes !== null && { shoes: [...shoes] }),
  };
  yield `${jsonText(header)}\n`;
  for (let frame = 0; frame < pose.frameCount; frame++) yield `${jsonText(frameLine(pose, frame))}\n`;
  for (const pelvis of pictures?.pelvis ?? []) yield `${jsonText({ pelvis })}\n`;
  for (const foot of pictures?.feet ?? []) yield `${jsonText({ foot })}\n`;
}

const picturesHeader = ({ pelvis, feet, levelLineDeg }: BackPictures): PosesHeader['pictures'] => ({
  pelvis: pelvis.length,
  feet: feet.length,
  ...(levelLineDeg !== undefined && { levelLineDeg }),
});

function frameLine({ timesS, found, xPx, yPx, score }: PoseSequence, frame: number): object {
  const points = keypointNames.map((_, keypoint) => {
    const at = frame * keypointNames.length + keypoint;
    const isAbsent = Number.isNaN(xPx[at]) && Number.isNaN(yPx[at]) && score[at] === 0;
    return isAbsent ? null : [xPx[at], yPx[at], score[at]];
  });
  return { frame, timeS: timesS[frame], found: found[frame] === 1, points };
}
