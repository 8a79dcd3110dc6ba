import { RunnerLoop } from './runner-loop.ts';

/** Bytes that the pictures between decoding and reading may take, with as many readers as there are by default at most. */
export const mostRingBytes = 160 * 1024 * 1024;
/** Readers that are reckoned with whatever their number is: the pictures' size must not follow from it. */
const readersReckonedWith = 8;

/** Pixels that a picture may have when frames at these times are read; larger ones are made smaller. A 4:2:0 picture takes 3/2 bytes for each. */
export const mostPixelsPerPicture = (timesS: Float64Array): number =>
  mostRingBytes / RunnerLoop.slotsNeeded(timesS, readersReckonedWith) / 1.5;
