import { keypointNames } from '../../engine/pose/keypoint-names.ts';
import { OnnxFile } from '../../models/convert/onnx-file.ts';

/** One colour per keypoint, of equal length, no two of them close: the 21 corners of a grid on the sphere's octant. */
export const pointColours: readonly (readonly [number, number, number])[] = keypointNames.map((_, k) => {
  const corners = Array.from({ length: 36 }, (_, i) => [i % 6, Math.floor(i / 6)]).filter(([a, b]) => a + b <= 5);
  const [a, b] = corners[k];
  const c = 5 - a - b;
  const length = Math.hypot(a, b, c);
  return [a / length, b / length, c / length];
});

/** What the tensor of a network looks like; the defaults are bytes of red, green and blue. */
export interface ColourInput {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly layout: 'nhwc' | 'nchw';
  readonly channels: 'rgb' | 'bgr';
  readonly mean: readonly [number, number, number];
  readonly std: readonly [number, number, number];
}

export const plainInput: ColourInput = {
  widthPx: 192,
  heightPx: 256,
  layout: 'nchw',
  channels: 'rgb',
  mean: [0, 0, 0],
  std: [255, 255, 255],
};

const pointCount = pointColours.length;

/**
 * A network of which the answer is known: its map of a point shows how much of that point's own colour a pixel has, 0 to 1. It
 * undoes the input's normalisation, so that a picture normalised in another way gives other answers. `head` adds what comes after
 * the maps, `[1, 21, rows, columns]`, which are the value `maps`.
 */
export function colourNetwork(
  { widthPx, heightPx, layout, channels, mean, std }: ColourInput,
  outputs: Readonly<Record<string, readonly number[]>>,
  head: (file: OnnxFile) => void,
): Uint8Array {
  const file = new OnnxFile();
  const undo = new Float32Array(9);
  for (const c of [0, 1, 2]) undo[3 * c + (channels === 'rgb' ? c : 2 - c)] = std[c] / 255;
  const dull = mean.map((byte) => byte / 255);
  const pointwise = { kernel_shape: [1, 1] };
  file.constant('undo', [3, 3, 1, 1], undo);
  file.constant('dull', [3], Float32Array.from(dull));
  file.constant('colours', [pointCount, 3, 1, 1], Float32Array.from(pointColours.flat()));
  if (layout === 'nhwc') file.node('Transpose', ['picture'], ['planes'], { perm: [0, 3, 1, 2] });
  file.node('Conv', [layout === 'nhwc' ? 'planes' : 'picture', 'undo', 'dull'], ['rgb'], pointwise);
  file.node('Conv', ['rgb', 'colours'], ['alike'], pointwise);
  // Colours that are close would else be seen in the brighter middle of each other's dots.
  file.constant('little', [1], Float32Array.of(0.001));
  file.constant('sharpness', [1], Float32Array.of(16));
  file.node('ReduceL2', ['rgb'], ['brightness'], { axes: [1], keepdims: { integer: 1 } });
  file.node('Add', ['brightness', 'little'], ['divisor']);
  file.node('Div', ['alike', 'divisor'], ['cosine']);
  file.node('Pow', ['cosine', 'sharpness'], ['purity']);
  file.node('Mul', ['alike', 'purity'], ['maps']);
  head(file);
  const shape = layout === 'nhwc' ? [1, heightPx, widthPx, 3] : [1, 3, heightPx, widthPx];
  return file.finish(
    'colours',
    { name: 'picture', type: 'float32', shape },
    Object.entries(outputs).map(([name, size]) => ({ name, type: 'float32', shape: size })),
  );
}

/** Packed RGB with a soft dot of each point's colour at its place; NaN leaves a point out. */
export function dottedPicture(
  size: { readonly widthPx: number; readonly heightPx: number },
  places: { readonly xPx: ArrayLike<number>; readonly yPx: ArrayLike<number> },
  sigmaPx: number,
): { readonly widthPx: number; readonly heightPx: number; readonly rgb: Uint8Array } {
  const { widthPx, heightPx } = size;
  const rgb = new Uint8Array(3 * widthPx * heightPx);
  pointColours.forEach((colour, k) => {
    for (let row = 0; row < heightPx; row++) {
      for (let column = 0; column < widthPx; column++) {
        const squared = (column + 0.5 - places.xPx[k]) ** 2 + (row + 0.5 - places.yPx[k]) ** 2;
        if (!(squared < 25 * sigmaPx ** 2)) continue;
        const height = 255 * Math.exp(-squared / (2 * sigmaPx ** 2));
        for (let c = 0; c < 3; c++) {
          const at = 3 * (row * widthPx + column) + c;
          rgb[at] = Math.max(rgb[at], Math.round(height * colour[c]));
        }
      }
    }
  });
  return { widthPx, heightPx, rgb };
}
