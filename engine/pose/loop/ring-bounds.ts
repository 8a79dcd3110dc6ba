/** Bytes that the pictures between decoding and reading may take. */
export const mostRingBytes = 128 * 1024 * 1024;

/** Pixels that a picture may have in a ring of so many slots; larger ones are made smaller. A 4:2:0 picture takes 3/2 bytes for each. */
export const mostPixelsPerSlot = (slotCount: number): number => mostRingBytes / slotCount / 1.5;
