import type { ConvOp, Margins } from './graph.ts';
import type { Attribute } from './onnx-file.ts';

/** Margins in ONNX's order. */
export const pads = ({ top, left, bottom, right }: Margins): number[] => [top, left, bottom, right];

/** A convolution's attributes in ONNX's terms. */
export const convAttributes = ({
  dilations,
  strides,
  margins,
  groups,
}: ConvOp): Readonly<Record<string, Attribute>> => ({
  dilations,
  strides,
  pads: pads(margins),
  group: { integer: groups },
});
