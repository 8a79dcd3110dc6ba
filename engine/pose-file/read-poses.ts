import type { BackPictures } from '../back-pictures.ts';
import type { PelvisObservation } from '../pelvis/pelvis-observation.ts';
import { keypointNames } from '../pose/keypoint-names.ts';
import type { PoseSequence } from '../pose/pose-sequence.ts';
import { checkSeen } from '../pose/seen.ts';
import type { ClipReading } from './clip-reading.ts';
import { FootSchema, FrameSchema, HeaderSchema, PelvisSchema, type PosesHeader } from './poses-format.ts';
import { checked, checkIncreasing, parseLine, unfitPoses } from './unfit-poses.ts';

/**
 * What the lines of a poses file say (`poses-lines.ts`).
 *
 * @param lines Without what ends them, and without an empty last one.
 * @throws StrideError `invalid_poses`; `no_person` where nobody was found in the clip.
 */
export function readPoses(lines: readonly string[]): ClipReading {
  const header = checked(HeaderSchema, parseLine(lines[0] ?? '', 'line 1'), 'line 1');
  if (header.keypointNames.some((name, i) => name !== keypointNames[i]))
    throw unfitPoses('line 1: the keypoints are in another order');
  const { pelvis: pelvisCount, feet: feetCount } = header.pictures ?? { pelvis: 0, feet: 0 };
  const expected = 1 + header.frames + pelvisCount + feetCount;
  if (lines.length !== expected) throw unfitPoses(`${lines.length} lines of ${expected}`);
  const { frameTimesS, ...video } = header.video;
  checkIncreasing(frameTimesS, 'frame');
  if (header.frames > frameTimesS.length) throw unfitPoses(`${header.frames} frames of ${frameTimesS.length}`);
  const feetFrom = 1 + header.frames + pelvisCount;
  return {
    clip: {
      video: { ...video, path: '', frameTimesS: Float64Array.from(frameTimesS) },
      pose: checkSeen(poseOf(header, lines)),
    },
    pictures: header.pictures === null ? null : picturesOf(header, lines, feetFrom),
    shoes: header.shoes ?? null,
    terms: header.terms,
    source: header.source,
  };
}

function poseOf({ video, network, people, frames }: PosesHeader, lines: readonly string[]): PoseSequence {
  const count = keypointNames.length;
  const timesS = new Float64Array(frames);
  const found = new Uint8Array(frames);
  const xPx = new Float64Array(frames * count).fill(Number.NaN);
  const yPx = new Float64Array(frames * count).fill(Number.NaN);
  const score = new Float64Array(frames * count);
  for (let frame = 0; frame < frames; frame++) {
    const where = `line ${frame + 2}`;
    const line = checked(FrameSchema, parseLine(lines[frame + 1] ?? '', where), where);
    if (line.frame !== frame) throw unfitPoses(`${where}: frame ${line.frame} in the place of ${frame}`);
    timesS[frame] = line.timeS;
    found[frame] = line.found ? 1 : 0;
    line.points.forEach((point, keypoint) => {
      if (point === null) return;
      const at = frame * count + keypoint;
      xPx[at] = point[0] ?? Number.NaN;
      yPx[at] = point[1] ?? Number.NaN;
      score[at] = point[2];
    });
  }
  checkIncreasing(timesS, 'frame');
  const { widthPx, heightPx } = video;
  return { network, frameCount: frames, widthPx, heightPx, timesS, xPx, yPx, score, found, people };
}

function picturesOf({ frames, pictures }: PosesHeader, lines: readonly string[], feetFrom: number): BackPictures {
  const inClip = <T extends { readonly frame: number }>(seen: T, where: string): T => {
    if (seen.frame >= frames) throw unfitPoses(`${where}: frame ${seen.frame} of ${frames}`);
    return seen;
  };
  const pelvis = lines.slice(1 + frames, feetFrom).map((text, i): PelvisObservation => {
    const where = `line ${2 + frames + i}`;
    const {
      outline,
      seatLeanDeg = null,
      ...seen
    } = inClip(checked(PelvisSchema, parseLine(text, where), where).pelvis, where);
    const { left, right, contrast } = outline;
    if (left.length !== right.length) throw unfitPoses(`${where}: edges of ${left.length} and ${right.length} rows`);
    return { ...seen, outline: { left: edge(left), right: edge(right), contrast }, seatLeanDeg };
  });
  const feet = lines.slice(feetFrom).map((text, i) => {
    const where = `line ${1 + feetFrom + i}`;
    return inClip(checked(FootSchema, parseLine(text, where), where).foot, where);
  });
  const levelLineDeg = pictures?.levelLineDeg;
  return { pelvis, feet, ...(levelLineDeg !== undefined && { levelLineDeg }) };
}

const edge = (columns: readonly (number | null)[]): Float64Array =>
  Float64Array.from(columns, (column) => column ?? Number.NaN);
