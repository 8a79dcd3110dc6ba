import { AV_FRAME_FLAG_INTERLACED, AV_FRAME_FLAG_TOP_FIELD_FIRST } from 'node-av/constants';
import type { Frame } from 'node-av/lib';

/** Whether a picture is woven of two, taken one after the other: its odd and its even lines. */
export const isInterlaced = (frame: Frame): boolean => frame.hasFlags(AV_FRAME_FLAG_INTERLACED);

/**
 * The filter that takes the first field of an interlaced picture alone: half the lines, all of one moment, which is the one that the
 * container gives. A filter that fills in the others from the picture's neighbours would give each picture one late.
 */
export const firstField = (frame: Frame): string =>
  `field=${frame.hasFlags(AV_FRAME_FLAG_TOP_FIELD_FIRST) ? 'top' : 'bottom'}`;
