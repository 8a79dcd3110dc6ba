import type { Colour } from '../drawing/drawing.ts';
import type { Side } from '../pose/keypoint-names.ts';

/** Blue and orange stay apart for every kind of colour vision (Okabe and Ito, 2008), and on bright and dark. */
export const sideColour: Readonly<Record<Side, Colour>> = { left: '#39b6ff', right: '#ff8f2b' };
export const neutralColour: Colour = '#f5f8fb';
export const mutedColour: Colour = '#b9c4cf';
export const inkColour: Colour = '#0b1017';
