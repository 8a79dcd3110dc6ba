import { StrideError } from '../../errors/stride-error.ts';
import type { SizePx } from '../../video/video.ts';
import { keypointNames } from '../keypoint-names.ts';
import type { PoseSequence } from '../pose-sequence.ts';

/** The arrays of a sequence, one after the other: times, x, y and score as float64, then found as bytes. */
export function poseBytes({
  timesS,
  xPx,
  yPx,
  score,
  found,
}: Pick<PoseSequence, 'timesS' | 'xPx' | 'yPx' | 'score' | 'found'>): Buffer {
  const parts = [timesS, xPx, yPx, score].map(({ buffer, byteOffset, byteLength }) =>
    Buffer.from(buffer, byteOffset, byteLength),
  );
  return Buffer.concat([...parts, found]);
}

/**
 * The sequence whose arrays of `frameCount` frames {@link poseBytes} wrote.
 *
 * @throws StrideError `inference_failed` for bytes that are not those of so many frames.
 */
export function poseFromBytes(
  bytes: Buffer,
  frameCount: number,
  { network, widthPx, heightPx, people }: SizePx & Pick<PoseSequence, 'network' | 'people'>,
): PoseSequence {
  const points = frameCount * keypointNames.length;
  const expectedLength =
    frameCount * (Float64Array.BYTES_PER_ELEMENT + 1) + 3 * points * Float64Array.BYTES_PER_ELEMENT;
  if (bytes.length !== expectedLength) {
    throw new StrideError('inference_failed', `${bytes.length} of ${expectedLength} bytes of keypoints came`);
  }
  // The arrays want their memory aligned, which a piece of a stream need not be.
  const { buffer } = Uint8Array.from(bytes);
  let at = 0;
  const next = (length: number): Float64Array => {
    const values = new Float64Array(buffer, at, length);
    at += values.byteLength;
    return values;
  };
  return {
    network,
    frameCount,
    widthPx,
    heightPx,
    timesS: next(frameCount),
    xPx: next(points),
    yPx: next(points),
    score: next(points),
    found: new Uint8Array(buffer, at, frameCount),
    people,
  };
}
