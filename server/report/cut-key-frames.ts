import sharp from 'sharp';
import type { FrameCount } from '../../engine/analysis.ts';
import { decodeFrames } from '../../engine/video/decode.ts';
import { nearestFrame } from '../../engine/video/nearest-frame.ts';
import { defaultLimits, probeVideo } from '../../engine/video/probe.ts';
import type { SizePx } from '../../engine/video/video.ts';
import type { ContactDetails, Details, MomentDetails } from '../details/details.ts';
import { boxAt, type Crop, keyFrameCrop } from './key-frame-crop.ts';
import type { KeyFrame } from './report-input.ts';
import { sharpness } from './sharpness.ts';

/** Height of a picture in a report at most: sharp at a third of a printed page's width. */
const mostHeightPx = 720;
/** Longest side of the pictures that are held against each other and cut. */
const longestPx = 1600;
const jpegQuality = 82;
/** An annotated video may go on with slow motion, and was written by us. */
const limits = { ...defaultLimits, maxBytes: 500_000_000, maxDurationS: 60, maxFrames: 20_000, minFrames: 1 };

/**
 * Touchdown, mid-stance and toe-off of the sharpest stance in the annotated video: of the leg nearer to the camera from the side, of
 * either from behind. None where no stance was measured.
 *
 * @param onFrame Told how many of the video's frames have been gone through.
 * @throws StrideError as probing and decoding do.
 */
export async function cutKeyFrames(
  videoPath: string,
  details: Details,
  { signal, onFrame }: { readonly signal: AbortSignal; onFrame?(frames: FrameCount): void },
): Promise<KeyFrame[]> {
  const stances = candidates(details);
  if (stances.length === 0) return [];
  const probe = await probeVideo(videoPath, { limits, signal });
  const size = reduced(probe);
  const moments = stances.flatMap((stance, index) =>
    momentsOf(stance).map((moment) => ({
      moment,
      stance: index,
      frame: nearestFrame(probe.frameTimesS, moment.timeS),
      crop: keyFrameCrop(size, details.clip, boxAt(details, stance, moment.timeS)),
    })),
  );
  const pictures = new Map<number, Picture>();
  const wanted = new Map(moments.map(({ frame, crop }) => [frame, crop]));
  const lastFrame = Math.max(...wanted.keys());
  for await (const { index, rgb } of decodeFrames(probe, size, { signal })) {
    onFrame?.({ done: index + 1, expected: lastFrame + 1 });
    const crop = wanted.get(index);
    if (crop === undefined) continue;
    pictures.set(index, await cutOut(rgb, size, crop));
    // Nothing after the last moment is of use.
    if (pictures.size === wanted.size) break;
  }
  const ofStance = stances.map((_, index) => moments.filter(({ stance }) => stance === index));
  const whole = ofStance.filter((own) => own.every(({ frame }) => pictures.has(frame)));
  const sharpest = whole.toSorted((a, b) => sharpnessOf(b) - sharpnessOf(a))[0] ?? [];
  return sharpest.map(({ moment, frame }) => ({
    ...moment,
    ...shownPicture(pictures.get(frame) as Picture),
  }));

  function sharpnessOf(own: readonly { readonly frame: number }[]): number {
    return own.reduce((sum, { frame }) => sum + (pictures.get(frame)?.sharpness ?? 0), 0);
  }
}

interface Picture extends SizePx {
  readonly jpeg: Buffer;
  readonly sharpness: number;
}

/** @param rgb Packed, of `size`; valid during the call alone. */
async function cutOut(rgb: Uint8Array, { widthPx, heightPx }: SizePx, crop: Crop): Promise<Picture> {
  const whole = sharp(rgb.slice(), { raw: { width: widthPx, height: heightPx, channels: 3 } });
  const cut = await whole.extract(crop).raw().toBuffer();
  const raw = { width: crop.width, height: crop.height, channels: 3 } as const;
  const { data, info } = await sharp(cut, { raw })
    .resize({ height: mostHeightPx, withoutEnlargement: true })
    .jpeg({ quality: jpegQuality })
    .toBuffer({ resolveWithObject: true });
  const measure = sharpness(cut, { widthPx: crop.width, heightPx: crop.height });
  return { jpeg: data, widthPx: info.width, heightPx: info.height, sharpness: measure };
}

const shownPicture = ({ jpeg, widthPx, heightPx }: Picture) => ({
  widthPx,
  heightPx,
  dataUrl: `data:image/jpeg;base64,${jpeg.toString('base64')}`,
});

/** Stances that are wholly in the clip. */
function candidates({ contacts, view, seen, clip }: Details): ContactDetails[] {
  const measured = contacts.filter(
    ({ accepted, touchdownS, toeOffS }) => accepted && touchdownS > 0 && toeOffS < clip.durationS,
  );
  const near = measured.filter(({ side }) => view === 'side' && side === (seen.facing === 'right' ? 'right' : 'left'));
  return near.length > 0 ? near : measured;
}

const momentsOf = ({ side, touchdownS, midStanceS, toeOffS }: ContactDetails): MomentDetails[] => [
  { kind: 'touchdown', side, timeS: touchdownS },
  { kind: 'midStance', side, timeS: midStanceS },
  { kind: 'toeOff', side, timeS: toeOffS },
];

function reduced({ widthPx, heightPx }: SizePx): SizePx {
  const share = Math.min(1, longestPx / Math.max(widthPx, heightPx));
  const even = (px: number): number => Math.max(2, 2 * Math.round((px * share) / 2));
  return { widthPx: even(widthPx), heightPx: even(heightPx) };
}
